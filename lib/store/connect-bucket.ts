import { browser } from 'wxt/browser';
import { createOpener, wrap } from './envelope.ts';
import { isTokenBucketState } from './record-guards.ts';
import type { TokenBucketState } from './records.ts';

const NAME = 'connecting.bucket';

/** What is left of the budget for keys that belong to no workspace yet; undefined at the start of the browser. */
export const readConnectBucket = async (): Promise<TokenBucketState | undefined> => {
  const stored = await browser.storage.session.get(NAME);
  return createOpener().one(stored[NAME], isTokenBucketState);
};

/** Writes down what is left. It outlives the worker, and need not outlive the browser. */
export const putConnectBucket = (bucket: TokenBucketState): Promise<void> =>
  browser.storage.session.set({ [NAME]: wrap(bucket) });
