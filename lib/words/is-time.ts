/** Whether a figure is an instant or a span that a calendar holds (ECMA-262 21.4.1.1: no date is further from 1970). */
export const isTime = (ms: number): boolean => Math.abs(ms) <= 8.64e15;
