import { describe, expect, test } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '#model';
import type { World } from '../../tools/simulate/world.ts';
import type { Sabotage } from '../../tools/simulate/world-options.ts';
import { loadWithout } from './permissive.ts';
import {
  type Asked,
  brokenIn,
  loadSimulation,
  mostWithin,
  type Play,
  type Played,
  play,
  situation,
} from './simulated.ts';

const FROM = 10 * MINUTE_MS;
const UNTIL = 70 * MINUTE_MS;
/** A probe and the alarm that carries it. */
const RECOVERY_MS = 75 * SECOND_MS;

const between = (asked: readonly Asked[], from: number, until: number): readonly Asked[] =>
  asked.filter(({ at }) => at >= from && at < until);

/** For an hour nothing is well; people press "Check now" as people do. */
const hour =
  (act: (world: World, isOut: boolean) => void) =>
  (world: World): void => {
    const { timeline } = world;
    timeline.after(FROM, () => act(world, true));
    timeline.after(UNTIL, () => act(world, false));
    for (const minutes of [11, 12, 40]) timeline.after(minutes * MINUTE_MS, () => world.wake(true));
  };

/** Another answer than Instantly's for an hour, to every address that fits. */
const instead = (fits: RegExp, status: number, body: string) => {
  let isOut = false;
  const fetch: Sabotage['fetch'] = (real) => async (url, init) => {
    const response = await real(url, init);
    if (!isOut || !fits.test(url)) return response;
    const pieces = [new TextEncoder().encode(body)];
    const read = async () => {
      const value = pieces.shift();
      return { done: value === undefined, value };
    };
    // As the simulated network makes them: a real body would wait for turns of the loop.
    return {
      ok: status < 300,
      status,
      headers: { get: () => null },
      body: { getReader: () => ({ read, cancel: async () => undefined }) },
    } as unknown as Response;
  };
  const script = hour((_world, isNow) => {
    isOut = isNow;
  });
  return { sabotage: { fetch }, script };
};

const healthsOf = ({ world }: Played): readonly (readonly string[])[] =>
  [...world.store.rows.values()].map(
    ({ fleet }) => fleet?.verdicts.map(({ health }) => health) ?? [],
  );

const statesAt = (at: readonly number[], script: (world: World) => void) => {
  const states: { kind: string; since: number | null }[] = [];
  return {
    states,
    script: (world: World) => {
      script(world);
      const start = world.timeline.now();
      for (const ms of at) {
        world.timeline.after(ms, () => {
          const [row] = world.store.rows.values();
          const { state } = row?.workspace ?? {};
          const since = state && 'since' in state ? state.since - start : null;
          states.push({ kind: String(state?.kind), since });
        });
      }
    },
  };
};

const OUTAGES: readonly (readonly [string, () => Play, string])[] = [
  [
    'row 37: an hour of 503',
    () => ({ script: hour((world, isOut) => world.setOutage(isOut ? 'api_down' : null)) }),
    'api_down',
  ],
  [
    'row 39: an hour without a connection',
    () => ({ script: hour((world, isOut) => world.setOutage(isOut ? 'offline' : null)) }),
    'offline',
  ],
  [
    'row 39: an hour behind a captive portal',
    () => instead(/./, 200, '<html>Welcome to the hotel</html>'),
    'api_down',
  ],
];

describe('rows 37 and 39: everything fails for an hour', () => {
  test.each(OUTAGES)(
    '%s: is said with its beginning, asked little, and over a probe after its end',
    async (_, plays, kind) => {
      const { script = () => undefined, ...rest } = plays();
      const watched = statesAt([FROM + 5 * MINUTE_MS, UNTIL - 1, UNTIL + RECOVERY_MS], script);
      const played = await play({ ...rest, script: watched.script, campaigns: 1, workspaces: 1 });
      const [early, late, after] = watched.states;
      expect([early?.kind, late?.kind, after?.kind]).toEqual([kind, kind, 'ok']);
      expect(early?.since).toBeGreaterThanOrEqual(FROM);
      expect(early?.since).toBeLessThan(FROM + 5 * MINUTE_MS);
      expect(late?.since).toBe(early?.since);
      // One probe in half a minute, and what three presses of a button ask.
      const during = between(played.asked, FROM + 5 * MINUTE_MS, UNTIL);
      expect(during.length).toBeLessThanOrEqual(2 * 55 + 5);
      expect(during.length).toBeGreaterThan(50);
      expect(healthsOf(played)).toEqual([['healthy']]);
      // The audit takes a portal's page for an answer like any other: what it says of turns is not about this.
      const { nobodyStarves: _turns, ...broken } = brokenIn(played.report);
      expect(broken).toEqual({});
    },
  );

  test('row 39, control: with an alarm that waits as long as the pause grew, nobody notices the end', async () => {
    const { report } = await play({
      script: hour((world, isOut) => world.setOutage(isOut ? 'offline' : null)),
      sabotage: { arm: (arm, now) => (dueAt) => arm(Math.max(dueAt ?? 0, now() + 40 * MINUTE_MS)) },
    });
    expect(brokenIn(report)).toHaveProperty('probeAfterOutage');
  });
});

describe('row 37: bursts of failures', () => {
  const CROWD: Play = { campaigns: 60, workspaces: 1, situationOf: () => situation('bouncing') };
  const statusesFail = (): Play => ({ ...CROWD, ...instead(/sending-status/, 503, '') });
  const statusesIn = ({ asked }: Played): number =>
    between(asked, FROM, UNTIL).filter(({ url }) => url.includes('sending-status')).length;

  test('row 37: when only the statuses fail, few are tried, and none is left behind at the end', async () => {
    const played = await play(statusesFail());
    // Two slices a minute, each with what is out when the third fault comes.
    expect(statusesIn(played)).toBeLessThanOrEqual(60 * 2 * 7);
    expect(mostWithin(between(played.asked, UNTIL, Infinity), MINUTE_MS)).toBeLessThanOrEqual(300);
    expect(mostWithin(between(played.asked, UNTIL, Infinity), SECOND_MS)).toBeLessThanOrEqual(10);
    const late = played.world.models().flatMap(({ campaigns }) => [...campaigns.keys()]);
    const soon = between(played.asked, UNTIL, UNTIL + 5 * MINUTE_MS).map(({ url }) => url);
    expect(late.filter((id) => !soon.some((url) => url.includes(id)))).toEqual([]);
  });

  test('row 37, control: without giving up a slice, each of them is asked each time', async () => {
    const simulate = await loadWithout(
      {
        '../../lib/watch/core/take.ts': ({
          take,
        }: typeof import('../../lib/watch/core/take.ts')) => ({
          take: (...given: Parameters<typeof take>) => ({
            ...take(...given),
            halt: null,
            faultsInARow: 0,
          }),
        }),
        '../../lib/gateway/standing.ts': ({
          admit,
        }: typeof import('../../lib/gateway/standing.ts')) => ({
          mostAtOnce: () => 5,
          admit: (...[standing, ...rest]: Parameters<typeof admit>) =>
            admit({ ...standing, probeAt: null }, ...rest),
        }),
      },
      loadSimulation,
    );
    expect(statusesIn(await play({ ...statusesFail(), simulate }))).toBeGreaterThan(60 * 30);
  });

  test('row 37: a third of all answers fail, and still everybody is asked in turn, within the budget', async () => {
    const { report } = await play({ campaigns: 20, faults: 0.3, hours: 1 });
    expect(report.tally.faults).toBeGreaterThan(50);
    expect(brokenIn(report)).toEqual({});
  });
});
