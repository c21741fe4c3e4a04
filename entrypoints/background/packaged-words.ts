import { browser } from 'wxt/browser';
import type { Catalogue } from '#words';

/** Reads the packaged catalogue, once in the life of a worker. The file is ours, so it is what it was built as. */
export const createPackagedWords = (): (() => Promise<Catalogue>) => {
  let reading: Promise<Catalogue> | undefined;
  const read = async (): Promise<Catalogue> =>
    (await fetch(browser.runtime.getURL('/words/en.json'))).json();
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
};
