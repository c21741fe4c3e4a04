import { browser } from 'wxt/browser';
import { HEAD_KEY, unpackHead } from './head-packing.ts';
import type { Head } from './records.ts';

/**
 * The head of this run of the browser: the popup's first paint, without opening a database. Undefined after a start of
 * the browser; then the reader's own `head()` has it.
 */
export const readFirstHead = async (): Promise<Head | undefined> => {
  const stored = await browser.storage.session.get(HEAD_KEY);
  return unpackHead((stored[HEAD_KEY] as { value?: unknown } | undefined)?.value);
};
