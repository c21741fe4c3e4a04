export type * from './alert-messages.ts';
export type * from './ask-problem.ts';
export type * from './change-messages.ts';
export * from './marks.ts';
export * from './panel-messages.ts';
export { type Send, sendWith } from './send.ts';
export * from './tables.ts';
export type * from './webhook-messages.ts';
