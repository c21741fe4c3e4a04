import { describe, expect, test } from 'vitest';
import { MINUTE_MS, type WorkspaceId } from '#model';
import { createTimeline } from '../../tools/simulate/timeline.ts';
import type { World } from '../../tools/simulate/world.ts';
import { loadWithout } from './permissive.ts';
import { ID } from './senders.ts';
import { brokenIn, mostWithin, play } from './simulated.ts';

describe('row 41: several windows and tabs ask at once', () => {
  /** Seven wishes within a third of a second, every ten minutes. */
  const wishes = (world: World): void => {
    for (let minute = 10; minute < 60; minute += 10) {
      for (let n = 0; n < 7; n += 1) {
        world.timeline.after(minute * MINUTE_MS + n * 50, () => world.wake(true));
      }
    }
  };

  test('row 41: one check at a time, no question twice, and all is known afterwards', async () => {
    const { report, world } = await play({ hours: 1, script: wishes });
    expect(brokenIn(report)).toEqual({});
    expect(report.counts.oneCheck).toBeGreaterThan(10);
    for (const { fleet } of world.store.rows.values()) {
      expect(fleet?.verdicts.map(({ health }) => health)).toEqual(Array(4).fill('healthy'));
    }
  });

  test('row 41, control: without the lock there are several checks at once', async () => {
    const { report } = await play({
      hours: 1,
      script: wishes,
      sabotage: {
        locks: (locks, checkStarts) => ({
          request: (async (name: string, options: LockOptions, use: LockGrantedCallback<void>) =>
            locks.request(name, options, async (lock) => {
              if (lock === null) checkStarts();
              return use(lock ?? ({} as Lock));
            })) as LockManager['request'],
        }),
      },
    });
    expect(brokenIn(report)).toHaveProperty('oneCheck');
    expect(brokenIn(report)).toHaveProperty('noTwins');
  });
});

describe('row 42: two browsers with one key', () => {
  const load = () => import('#gateway');
  const LATENCY_MS = 120;
  const MINUTES = 10;

  /**
   * Two gateways that always have something to ask, each knowing nothing of the other, over an Instantly that has
   * only so many requests a minute left for both: the user's other tools take the rest of the 6,000.
   */
  const share = async (
    { createGateway }: Awaited<ReturnType<typeof load>>,
    leftPerMinute: number,
  ) => {
    const timeline = createTimeline(Date.UTC(2026, 10, 21, 12));
    const seen: { at: number; who: number; isRefused: boolean }[] = [];
    /** When those of the last minute were answered. */
    const taken: number[] = [];
    const wait = (delayMs: number): Promise<void> =>
      new Promise((resolve) => {
        timeline.after(delayMs, resolve);
      });
    const answer = (who: number): Response => {
      const at = timeline.now();
      while ((taken[0] ?? at) <= at - MINUTE_MS) taken.shift();
      const isRefused = taken.length >= leftPerMinute;
      if (!isRefused) taken.push(at);
      seen.push({ at, who, isRefused });
      return isRefused
        ? Response.json({ message: 'Too Many Requests' }, { status: 429 })
        : Response.json({ items: [] });
    };
    let chance = 0;
    for (const who of [0, 1]) {
      const gateway = createGateway({
        workspaceId: ID as WorkspaceId,
        generation: 1,
        vault: { get: async () => 'bm9ydGh3aW5kLWtleS1vbmU6eHh4eHh4eHg=' },
        fetch: async () => {
          await wait(LATENCY_MS);
          return answer(who);
        },
        now: timeline.now,
        // Evenly spread, and never the same twice: 0 to 1 in steps of the golden ratio.
        random: () => {
          chance += 0.618_033_988_75;
          return chance % 1;
        },
        wait,
        budgetPercent: 5,
        bucket: null,
        notBefore: null,
        latch: null,
      });
      const ask = async (): Promise<void> => {
        for (;;) {
          const isAnswered = await gateway
            .request('rest', (client) => client.listCampaigns())
            .then(
              () => true,
              () => false,
            );
          // As the watcher does: after a refusal nothing is asked before the pause is over.
          const until = gateway.standing().notBefore ?? 0;
          if (!isAnswered) await wait(Math.max(LATENCY_MS, until - timeline.now()));
        }
      };
      for (let n = 0; n < 5; n += 1) void ask();
    }
    await timeline.playUntil(timeline.now() + MINUTES * MINUTE_MS);
    const begin = seen[0]?.at ?? 0;
    const settled = seen.filter(({ at }) => at > begin + 2 * MINUTE_MS);
    const refused = settled.filter(({ isRefused }) => isRefused).length;
    const ofEach = [0, 1].map(
      (which) => settled.filter(({ who, isRefused }) => who === which && !isRefused).length,
    );
    return { seen, refusedShare: refused / settled.length, ofEach };
  };

  test('row 42: with room enough both together stay at a tenth of Instantly’s 6,000 a minute', async () => {
    const { seen, refusedShare } = await share(await load(), 6_000);
    expect(refusedShare).toBe(0);
    expect(mostWithin(seen, MINUTE_MS)).toBeLessThanOrEqual(600);
  });

  test('row 42: with little room both slow down, are seldom refused, and neither starves', async () => {
    const { refusedShare, ofEach } = await share(await load(), 120);
    expect(refusedShare).toBeLessThan(0.1);
    for (const count of ofEach) expect(count).toBeGreaterThan(0.2 * 120 * (MINUTES - 2));
  });

  test('row 42, control: without halving and a pause most of what they ask is refused', async () => {
    const storm = await loadWithout(
      {
        '../../lib/gateway/token-bucket.ts': () => ({ slowDown: (state: object) => state }),
        '../../lib/gateway/backoff.ts': () => ({
          resumeAt: (_asked: number | undefined, _failures: number, now: number) => now,
          probeAt: (now: number) => now,
        }),
      },
      load,
    );
    expect((await share(storm, 120)).refusedShare).toBeGreaterThan(0.3);
  });
});
