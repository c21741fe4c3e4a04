import { browser } from 'wxt/browser';
import type { StorageTrouble } from './records.ts';

/** In the memory of this run of the browser: the disk is what the trouble is with. */
const KEY = 'store.trouble';

/** What keeps the browser from storing; null when all is well. */
export const readTrouble = async (): Promise<StorageTrouble | null> =>
  ((await browser.storage.session.get(KEY))[KEY] as StorageTrouble | undefined) ?? null;

/** Writes down how storing goes; null: it went well. */
export type NoteTrouble = (trouble: StorageTrouble | null) => Promise<void>;

/** Notes of the background about its own writes; `onChange` is told of the first one and when they become others. */
export const createTroubleNotes = (onChange: () => void): NoteTrouble => {
  /** Not known until something was noted: an earlier worker may have left a note. */
  let known: StorageTrouble | null | undefined;
  return async (trouble) => {
    if (trouble === known) return;
    known = trouble;
    await browser.storage.session.set({ [KEY]: trouble });
    onChange();
  };
};
