import { runsRightToLeft } from './text.ts';

const ISOLATED = /\u2068([^\u2066-\u2069]*)\u2069/g;

/**
 * A sentence of ours for clipboards and titles: isolated text keeps its marks only where it could turn the words around
 * it.
 */
export const withNeededMarks = (sentence: string): string =>
  sentence.replace(ISOLATED, (whole, text: string) => (runsRightToLeft(text) ? whole : text));
