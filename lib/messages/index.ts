export { type Send, sendWith } from './send.ts';
export * from './tables.ts';
