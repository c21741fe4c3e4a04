import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';

const POLITE_MS = 5_000;

/** Closes a browser; one that does not go within five seconds is killed by its process id. */
export const closeBrowser = async (browser: Browser): Promise<void> => {
  const process = browser.process();
  const isRunning = (): boolean =>
    process !== null && process.exitCode === null && process.signalCode === null;
  const gone: Promise<unknown> = process && isRunning() ? once(process, 'exit') : Promise.resolve();
  const polite = new AbortController();
  try {
    await Promise.race([
      browser.close().then(() => gone),
      delay(POLITE_MS, undefined, { signal: polite.signal }),
    ]);
  } finally {
    polite.abort();
    if (isRunning()) {
      process?.kill('SIGKILL');
      await gone;
    }
  }
};
