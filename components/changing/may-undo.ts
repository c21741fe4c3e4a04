import type { ActionRecord } from '#store/read';

/** Whether a change can be taken back: it was made, nothing has changed it since, and there is what takes it back. */
export const mayUndo = ({ inverse, outcome: { kind } }: ActionRecord): boolean =>
  inverse !== null && (kind === 'waiting' || kind === 'verified');
