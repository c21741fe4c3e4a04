import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConfirmModel } from './model.ts';
import type { ConfirmWords } from './words.ts';

/** What every part of the window works with. */
export interface Confirm {
  readonly model: ConfirmModel;
  readonly words: ConfirmWords;
}

export const ConfirmContext = createContext<Confirm | null>(null);

/** The window around this component. Throws outside of one. */
export const useConfirm = (): Confirm => {
  const confirm = useContext(ConfirmContext);
  if (!confirm) throw new Error('outside of a confirmation');
  return confirm;
};
