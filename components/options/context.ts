import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Reader } from '#words';
import type { OptionsModel } from './model.ts';
import type { OptionsWords } from './words.ts';

/** What every part of the page is given. */
export interface OptionsContext {
  readonly model: OptionsModel;
  readonly words: OptionsWords;
  readonly reader: Reader;
}

export const Options = createContext<OptionsContext | null>(null);

/** The model and the words of the page that a part stands on. */
export const useOptions = (): OptionsContext => {
  const options = useContext(Options);
  if (!options) throw new Error('a part of the options page outside of it');
  return options;
};
