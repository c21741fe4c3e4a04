import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Verdict } from '#model';
import type { Reader } from '#words';
import type { PopupModel } from './popup-model.ts';
import type { PopupWords } from './words.ts';

/** What every part of the popup works with. */
export interface Popup {
  readonly model: PopupModel;
  readonly words: PopupWords;
  readonly reader: Reader;
}

/** What an opened row is about. */
export interface DetailProps {
  readonly verdict: Verdict;
}

export const PopupContext = createContext<Popup | null>(null);

/** The popup around this component. Throws outside of one. */
export const usePopup = (): Popup => {
  const popup = useContext(PopupContext);
  if (!popup) throw new Error('outside of a popup');
  return popup;
};
