import { describe, expect, it } from 'vitest';
import type { Cache } from './connection.ts';
import { inOneTransaction } from './transaction.ts';

/** A cache whose one transaction ends in the given way. */
const endingWith = (done: Promise<void>): Cache =>
  ({ transaction: () => ({ done, abort: () => undefined }) }) as unknown as Cache;

const full = new DOMException('full', 'QuotaExceededError');
const aborted = new DOMException('aborted', 'AbortError');

describe('one transaction', () => {
  it('says that the disk is full, wherever that shows', async () => {
    const inDone = inOneTransaction(endingWith(Promise.reject(full)), () =>
      Promise.reject(aborted),
    );
    await expect(inDone).rejects.toMatchObject({ problem: 'quota_exceeded' });
    const inWork = inOneTransaction(endingWith(Promise.reject(aborted)), () =>
      Promise.reject(full),
    );
    await expect(inWork).rejects.toMatchObject({ problem: 'quota_exceeded' });
    const atTheEnd = inOneTransaction(endingWith(Promise.reject(full)), async () => 'written');
    await expect(atTheEnd).rejects.toMatchObject({ problem: 'quota_exceeded' });
  });

  it('says that it failed, for anything else', async () => {
    const work = inOneTransaction(endingWith(Promise.reject(aborted)), async () => 'written');
    await expect(work).rejects.toMatchObject({ problem: 'failed' });
  });
});
