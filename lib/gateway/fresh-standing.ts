import type { InstantMs } from '#model';
import type { TokenBucketState } from '#store/read';
import type { Latch, Standing } from './standing.ts';
import { ceilingPerSecond, newBucket, resumeBucket } from './token-bucket.ts';

/** What a gateway is told when it opens. */
export interface KnownBefore {
  /** Of the key that the vault holds. */
  readonly generation: number;
  readonly now: () => InstantMs;
  /** Share of Instantly's limit that may be used, in percent. */
  readonly budgetPercent: number;
  /** As the journal has it; null for a workspace that was never asked. */
  readonly bucket: TokenBucketState | null;
  /** As the journal has it, where Instantly itself asked for the pause. */
  readonly notBefore: InstantMs | null;
  /** As the workspace's state has it. */
  readonly latch: Latch | null;
}

/** What is known about asking when a gateway opens: what the journal and the workspace's state have kept. */
export const freshStanding = (options: KnownBefore): Standing => {
  const now = options.now();
  const ceiling = ceilingPerSecond(options.budgetPercent);
  return {
    generation: options.generation,
    budgetPercent: options.budgetPercent,
    bucket:
      options.bucket === null
        ? newBucket(now, ceiling)
        : resumeBucket(options.bucket, now, ceiling),
    ceiling,
    latch: options.latch,
    notBefore: options.notBefore,
    probeAt: null,
    failures: 0,
    troubledAt: null,
  };
};
