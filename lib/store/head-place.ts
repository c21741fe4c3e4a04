import { browser } from 'wxt/browser';
import { type Opener, wrap } from './envelope.ts';
import { HEAD_KEY, isPackedHead, packHead, unpackHead } from './head-packing.ts';
import { isHead } from './record-guards.ts';
import type { Head } from './records.ts';

/** The head that was built in this run of the browser; undefined after a start, and where the browser keeps none. */
export const readSessionHead = async (opener: Opener): Promise<Head | undefined> => {
  const stored = await browser.storage.session.get(HEAD_KEY);
  const head = unpackHead(opener.one(stored[HEAD_KEY], isPackedHead));
  return isHead(head) ? head : undefined;
};

/** Takes the head out of the session: the one in the cache then counts. */
export const clearSessionHead = (): Promise<void> => browser.storage.session.remove(HEAD_KEY);

/** Puts a head where the popup looks first. When it does not fit, none is left there, rather than an old one. */
export const putSessionHead = async (head: Head): Promise<void> => {
  try {
    await browser.storage.session.set({ [HEAD_KEY]: wrap(packHead(head)) });
  } catch {
    await clearSessionHead();
  }
};
