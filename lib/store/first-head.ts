import { browser } from 'wxt/browser';
import { HEAD_KEY, HEAD_TIMES_KEY, unpackHead } from './head-packing.ts';
import type { Head } from './records.ts';

type Stored = Partial<Record<string, { readonly value?: { readonly at?: unknown } | undefined }>>;

/**
 * The head of this run of the browser: the popup's first paint, without opening a database. Undefined after a start of
 * the browser; then the reader's own `head()` has it.
 */
export const readFirstHead = async (): Promise<Head | undefined> => {
  const stored = (await browser.storage.session.get([HEAD_KEY, HEAD_TIMES_KEY])) as Stored;
  return unpackHead(stored[HEAD_KEY]?.value, stored[HEAD_TIMES_KEY]?.value?.at);
};
