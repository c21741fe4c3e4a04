import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#model';
import { SITUATIONS, type Situation } from '../../tools/simulate/situations.ts';
import type { Point } from '../../tools/simulate/worker.ts';
import { createWorld, START } from '../../tools/simulate/world.ts';
import type { Sabotage } from '../../tools/simulate/world-options.ts';

/** Two first checks, a change that the list shows, a wish, and the slices that follow. */
// Between two slices, by whatever half minutes a kill moves them: one that it cuts in two sees half of it.
const CHANGE_AT = START + 7.25 * MINUTE_MS;
const WISH_AT = START + 14 * MINUTE_MS;
const LAST_KILL_AT = START + 16 * MINUTE_MS;
const END = START + 27 * MINUTE_MS;

const situation = (name: string): Situation => {
  const found = SITUATIONS.find((candidate) => candidate.name === name);
  if (found === undefined) throw new RangeError(name);
  return found;
};
const FIRST = ['sends', 'paused', 'bouncing', 'no data', 'subsequences'].map(situation);

/** Instants at which somebody looked, and forecasts made from them: all that a kill may move. */
const MOVED_BY_TIME: ReadonlySet<string> = new Set([
  'checkedAt',
  'readAt',
  'listedAt',
  'sweptAt',
  'observedAt',
  'updatedAt',
  'since',
  'at',
  'bucket',
  'capacity',
  'sinceCreated',
]);

const settled = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part) => (MOVED_BY_TIME.has(key) ? undefined : part)));

interface Played {
  readonly stored: unknown;
  /** What a person would have been told, in order, campaign by campaign. */
  readonly announced: readonly string[];
  readonly points: readonly (Point & { readonly at: number })[];
  readonly kills: number;
}

const play = async (killAt: number, sabotage: Sabotage = {}): Promise<Played> => {
  const points: (Point & { at: number })[] = [];
  const world = createWorld({
    seed: 7,
    faults: 0,
    killChance: 0,
    runningMs: 5 * MINUTE_MS,
    budgetPercent: 5,
    isQuiet: true,
    loopMs: HOUR_MS,
    situationOf: (n) => FIRST[(n - 1) % FIRST.length] as Situation,
    sabotage,
    isKilledAt: (point) => {
      points.push({ ...point, at: world.timeline.now() });
      return points.length - 1 === killAt;
    },
  });
  world.connect(3);
  world.connect(2);
  world.timeline.at(CHANGE_AT, () => {
    for (const { campaigns, inboxes, brokenInboxes } of world.models()) {
      const [first, second] = [...campaigns.values()];
      if (!first || !second) continue;
      campaigns.set(first.id, { ...first, situation: situation('bouncing'), changedAt: CHANGE_AT });
      campaigns.delete(second.id);
      brokenInboxes.add(inboxes[0] ?? '');
    }
  });
  world.timeline.at(WISH_AT, () => world.wake(true));
  await world.timeline.playUntil(END);
  const rows = [...world.store.rows.values()];
  return {
    stored: settled({
      rows: rows.map(({ history: _, observations, ...row }) => ({
        ...row,
        observations: [...observations.values()].sort((a, b) =>
          a.campaignId < b.campaignId ? -1 : 1,
        ),
        watched: Object.keys(row.journal?.checkedAt ?? {}).sort(),
      })),
      incidents: [...world.store.incidents.values()],
    }),
    announced: rows
      .flatMap(({ history }) => history)
      .map(({ campaignId, previousHealth, health, code }) =>
        [campaignId, previousHealth, health, code].join(' '),
      )
      .sort(),
    points,
    kills: world.tally.kills,
  };
};

const NO_KILL = -1;

describe('a worker killed before or after any call (row 40)', () => {
  test('row 40: stores after the next clean slice what it would have stored without, loses and repeats nothing', async () => {
    const whole = await play(NO_KILL);
    const trace = whole.points.filter(({ at }) => at <= LAST_KILL_AT);
    const calls = trace.filter(({ phase }) => phase === 'before').map(({ call }) => call);
    for (const call of ['workspaces', 'load', 'runningMs', 'ask', 'commit', 'tell', 'arm']) {
      expect(calls).toContain(call);
    }
    let killed = 0;
    for (const [killAt, point] of trace.entries()) {
      const { stored, announced, kills } = await play(killAt);
      killed += kills;
      const where = `${point.phase} ${point.call}, ${killAt}`;
      expect({ where, stored, announced }).toEqual({
        where,
        stored: whole.stored,
        announced: whole.announced,
      });
    }
    console.log(`killed at ${killed} points: before and after each of ${calls.length} calls`);
    expect(killed).toBe(2 * calls.length);
  });

  test('row 40, control: the comparison sees a slice that is stored in halves', async () => {
    const halves: Sabotage = {
      store: (store) => ({
        ...store,
        // History first and on its own: a kill behind it announces everything twice.
        commitSlice: async (slice) => {
          await store.commitSlice({
            workspaceId: slice.workspaceId,
            journal: slice.journal,
            ...(slice.history && { history: slice.history }),
          });
          await store.commitSlice(slice);
        },
      }),
    };
    const whole = await play(NO_KILL);
    expect((await play(NO_KILL, halves)).announced).not.toEqual(whole.announced);
  });
});
