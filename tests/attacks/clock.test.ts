import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#model';
import type { World } from '../../tools/simulate/world.ts';
import { loadWithout } from './permissive.ts';
import { type Asked, loadSimulation, mostWithin, type Play, play } from './simulated.ts';

const JUMP_AT = 20 * MINUTE_MS;

/** The clock jumps, in the middle of a check or between two; a minute later something starts the worker anew. */
const jump =
  (byMs: number, isMidway: boolean) =>
  (world: World): void => {
    const { timeline } = world;
    timeline.after(JUMP_AT, () => {
      if (isMidway) world.wake(true);
      timeline.after(250, () => world.moveClock(byMs));
    });
    timeline.after(JUMP_AT + MINUTE_MS, () => {
      world.kill();
      world.wake(false);
    });
  };

const sleep = (world: World): void => {
  world.timeline.after(JUMP_AT, world.sleep);
  world.timeline.after(JUMP_AT + 8 * HOUR_MS, () => world.wakeUp(5));
};

const lists = (asked: readonly Asked[], from: number): number =>
  asked.filter(({ at, url }) => at > from && /\/campaigns\?/.test(url)).length;

const PLAYS: readonly (readonly [string, Play, number])[] = [
  ['a day ahead', { script: jump(DAY_MS, false) }, JUMP_AT],
  ['a day back', { script: jump(-DAY_MS, false) }, JUMP_AT],
  ['a day ahead in a check', { script: jump(DAY_MS, true) }, JUMP_AT],
  ['a day back in a check', { script: jump(-DAY_MS, true) }, JUMP_AT],
  ['three seconds back in a check', { script: jump(-3 * SECOND_MS, true) }, JUMP_AT],
  ['eight hours of sleep', { script: sleep, hours: 9 }, JUMP_AT + 8 * HOUR_MS],
];
const CROWD = { hours: 1, campaigns: 60, workspaces: 1 };

describe('row 43: the clock jumps', () => {
  test.each(PLAYS)('row 43: %s: no burst, and nobody starves', async (_, plays, from) => {
    const { asked, report } = await play({ ...CROWD, ...plays });
    const after = asked.filter(({ at }) => at > from);
    // A burst and five a second; a clock set ahead fills the bucket once more.
    expect(mostWithin(after, SECOND_MS)).toBeLessThanOrEqual(15);
    expect(mostWithin(after, MINUTE_MS)).toBeLessThanOrEqual(300);
    // Forty minutes and more were left, with a list every two.
    expect(lists(asked, from)).toBeGreaterThanOrEqual(15);
    const { nobodyStarves, oneAlarm, alarmsApart, noTwins, checksEndWell } = report.failed;
    expect([nobodyStarves, oneAlarm, alarmsApart, noTwins, checksEndWell]).toEqual([0, 0, 0, 0, 0]);
  });

  test.each([1, 3, 5])(
    'row 43: set back in the middle of a check, it leaves no time of a check in the future (seed %i)',
    async (seed) => {
      const script = (world: World): void =>
        world.timeline.after(JUMP_AT, () => {
          world.wake(true);
          world.timeline.after(250, () => world.moveClock(-DAY_MS));
        });
      const { report } = await play({ hours: 1, campaigns: 200, workspaces: 1, script, seed });
      expect(report.failed.honestTimes).toBe(0);
    },
  );

  test('row 43, control: a watcher that trusts the clock reads nothing for a day when it was set back', async () => {
    const simulate = await loadWithout(
      {
        '../../lib/watch/core/rhythm.ts': () => ({
          isListDue: (
            { journal }: { journal: { listedAt: number | null } },
            _: unknown,
            now: number,
          ) => journal.listedAt === null || now - journal.listedAt >= 2 * MINUTE_MS,
        }),
      },
      loadSimulation,
    );
    const { asked } = await play({ ...CROWD, script: jump(-DAY_MS, false), simulate });
    expect(lists(asked, JUMP_AT + MINUTE_MS)).toBe(0);
  });

  test('row 43, control: without an allowance what is overdue after the sleep comes all at once', async () => {
    const simulate = await loadWithout(
      {
        '../../lib/gateway/token-bucket.ts': () => ({
          takeToken: (state: object) => ({ state, waitMs: 0 }),
        }),
      },
      loadSimulation,
    );
    const { asked } = await play({ ...CROWD, script: sleep, hours: 9, simulate });
    const after = asked.filter(({ at }) => at > JUMP_AT + 8 * HOUR_MS);
    expect(mostWithin(after, SECOND_MS)).toBeGreaterThan(15);
  });
});
