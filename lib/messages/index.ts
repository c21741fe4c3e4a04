export type * from './change-messages.ts';
export * from './marks.ts';
export { type Send, sendWith } from './send.ts';
export * from './tables.ts';
export type * from './webhook-messages.ts';
