import { type Signal, signal } from '@preact/signals';
import { ask } from './ask.ts';
import type { OptionsPorts } from './ports.ts';

/** Where the saving of a file stands. */
export type SavingState =
  | { readonly kind: 'idle' | 'gathering' | 'failed' }
  | { readonly kind: 'saved'; readonly file: string };

/** A file that a person can have. */
export interface Saving {
  readonly state: Signal<SavingState>;
  readonly save: () => Promise<void>;
}

/** Gathers a file of JSON and saves it under its name, or nothing at all. */
export const createSaving = <File extends object>(
  { saveFile }: Pick<OptionsPorts, 'saveFile'>,
  gather: () => Promise<File>,
  nameOf: (file: File) => string,
): Saving => {
  const state = signal<SavingState>({ kind: 'idle' });
  const save = async (): Promise<void> => {
    state.value = { kind: 'gathering' };
    const file = await ask(gather);
    if (file === null) {
      state.value = { kind: 'failed' };
      return;
    }
    const name = nameOf(file);
    saveFile(name, `${JSON.stringify(file)}\n`);
    state.value = { kind: 'saved', file: name };
  };
  return { state, save };
};
