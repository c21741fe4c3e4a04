export type { ChangeFacts, Subject } from './action-definition.ts';
export { planChange } from './plan-change.ts';
export { typedFor } from './typed.ts';
