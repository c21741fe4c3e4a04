export { isTime } from './is-time.ts';
export type { Catalogue, Message, Params } from './message.ts';
export { withNeededMarks } from './needed-marks.ts';
export { isolate, nameText, tidy } from './text.ts';
export {
  type CauseWords,
  createWords,
  type Reader,
  type WordedCause,
  type Words,
} from './words.ts';
