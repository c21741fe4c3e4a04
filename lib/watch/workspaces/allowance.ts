import { ceilingPerSecond, newBucket, takeToken } from '#gateway';
import type { InstantMs } from '#model';
import type { TokenBucketState } from '#store/read';

/** A budget of requests that belongs to no workspace: of keys that are only being connected. */
export interface Allowance {
  /** Resolves when one request may go out. */
  pay(): Promise<void>;
}

/** What an allowance needs of the world. */
export interface AllowancePort {
  readonly read: () => Promise<TokenBucketState | undefined>;
  readonly write: (bucket: TokenBucketState) => Promise<void>;
  readonly now: () => InstantMs;
  readonly wait: (delayMs: number) => Promise<void>;
  readonly budgetPercent: () => Promise<number>;
}

/** An allowance as large as one workspace's. Each request is written down before it goes: a killed worker gives none back. */
export const createAllowance = (port: AllowancePort): Allowance => {
  const { now } = port;
  let last: Promise<void> = Promise.resolve();

  const take = async (): Promise<void> => {
    for (;;) {
      const ratePerSecond = ceilingPerSecond(await port.budgetPercent());
      const stored = (await port.read()) ?? newBucket(now(), ratePerSecond);
      const { state, waitMs } = takeToken({ ...stored, ratePerSecond }, now());
      await port.write(state);
      if (waitMs === 0) return;
      await port.wait(waitMs);
    }
  };

  return {
    pay: () => {
      // One after the other: two at once would both take the last token.
      const mine = last.then(take);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
};
