export type { Catalogue, Message, Params } from './message.ts';
export { isolate, tidy } from './text.ts';
export { type CauseWords, createWords, type Reader, type Words } from './words.ts';
