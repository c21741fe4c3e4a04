import { describe, expect, test } from 'vitest';
import * as incidents from '#incidents';
import { HOUR_MS, MINUTE_MS } from '#model';
import { campaignId, T0 } from '../../lib/incidents/alerting/fixtures.ts';
import { CODES } from '../unit/alert-arbitrary.ts';
import {
  type Condition,
  lineUp,
  type Machine,
  momentsOf,
  play,
  TELL_ALL,
  type Told,
} from '../unit/alert-histories.ts';
import { loadWithout } from './permissive.ts';

const PLACE = '../../lib/incidents/alerting';
const load = (): Promise<Machine> => import('#incidents');
const WELL: Condition = { kind: 'well' };
const ill = (n: number): Condition => ({
  kind: 'blocked',
  code: CODES[n % CODES.length] ?? 'empty_tag',
});

const toldBy = (machine: Machine, lines: readonly (readonly Condition[])[]): readonly Told[] =>
  play(machine, { moments: momentsOf(lines), silences: [], changes: [], rules: TELL_ALL });

const noticesOf = (told: readonly Told[]) => told.flatMap(({ notices }) => notices);

describe('row 55: 500 campaigns fail in one check', () => {
  const storm = Array.from({ length: 500 }, (_, n) =>
    lineUp([
      { kind: WELL, steps: 3 },
      { kind: ill(n), steps: 24 },
    ]),
  );

  test('row 55: of several causes: one message, for two hours', () => {
    const notices = noticesOf(toldBy(incidents, storm));
    expect(notices).toMatchObject([{ id: 'summary', campaigns: 500, at: T0 + 15 * MINUTE_MS }]);
    expect(notices[0]?.campaignIds).toHaveLength(50);
  });

  test('row 55: of one cause: one message, which names it', () => {
    const one = storm.map(() =>
      lineUp([
        { kind: WELL, steps: 3 },
        { kind: ill(0), steps: 24 },
      ]),
    );
    expect(noticesOf(toldBy(incidents, one))).toMatchObject([{ code: CODES[0], campaigns: 500 }]);
  });

  test('row 55: seen slice by slice, one message a check at most, and all in the place of the first', () => {
    const trickle = storm.map((_, n) =>
      lineUp([
        { kind: WELL, steps: 3 + (n % 10) },
        { kind: ill(n), steps: 24 },
      ]),
    );
    const told = toldBy(incidents, trickle);
    for (const { notices } of told) expect(notices.length).toBeLessThanOrEqual(1);
    const hour = noticesOf(told).filter(({ at }) => at < T0 + 75 * MINUTE_MS);
    expect(hour.length).toBeLessThanOrEqual(7);
    expect(new Set(hour.map(({ id }) => id))).toEqual(new Set(['summary']));
  });

  test('row 55, control: told as they come, they are a storm', async () => {
    const naive = await loadWithout(
      {
        [`${PLACE}/announce.ts`]: ({ announce }: { announce: (...given: never[]) => Naive }) => ({
          announce: (...given: never[]): Naive => {
            const telling = announce(...given);
            return { ...telling, notices: telling.notices.flatMap(each) };
          },
        }),
        [`${PLACE}/join-notices.ts`]: () => ({
          joinNotices: ({ outcomes }: { outcomes: readonly Naive[] }) => ({
            notices: outcomes.flatMap(({ notices }) => notices),
            cleared: [],
            ended: [],
          }),
        }),
      },
      load,
    );
    expect(noticesOf(toldBy(naive, storm)).length).toBeGreaterThan(100);
  });
});

interface Naive {
  readonly notices: readonly { readonly id: string; readonly campaignIds: readonly string[] }[];
}

const each = (notice: Naive['notices'][number]): Naive['notices'] =>
  notice.campaignIds.map((id) => ({ ...notice, id: `${notice.id}|${id}`, campaignIds: [id] }));

describe('row 56: a campaign is ill in every second check', () => {
  const flapping = (well: number) =>
    Array.from({ length: 200 }, (_, n): Condition[] => [
      ill(0),
      ...Array.from({ length: well }, () => WELL),
      ...(n === 199 ? [WELL] : []),
    ]).flat();

  const timesOf = (told: readonly Told[]): readonly number[] =>
    told
      .flatMap(({ log }) => log)
      .filter(
        ({ kind, campaignId: id }) =>
          id === campaignId(1) && (kind === 'announced' || kind === 'recovered'),
      )
      .map(({ at }) => at);

  const closest = (times: readonly number[]): number =>
    Math.min(...times.slice(1).map((at, n) => at - (times[n] ?? 0)));

  test.each([1, 2, 3, 5])(
    'row 56: with %d good checks in between it is news at most every 30 minutes, and soon not at all',
    (well) => {
      const times = timesOf(toldBy(incidents, [flapping(well)]));
      expect(times.length).toBeGreaterThan(0);
      expect(closest(times)).toBeGreaterThanOrEqual(30 * MINUTE_MS);
      expect(times.filter((at) => at > T0 + 3 * HOUR_MS)).toEqual([]);
    },
  );

  test('row 56, control: without pace and patience it is told every few minutes', async () => {
    const hasty = await loadWithout(
      {
        [`${PLACE}/pace.ts`]: () => ({
          KEEP_FIRING_MS: 0,
          CAMPAIGN_PACE_MS: 0,
          CAUSE_PACE_MS: 0,
          FLAP_STARTS_AT: Number.POSITIVE_INFINITY,
        }),
      },
      load,
    );
    const times = timesOf(toldBy(hasty, [flapping(2)]));
    expect(times.length).toBeGreaterThan(100);
    expect(closest(times)).toBeLessThan(30 * MINUTE_MS);
  });
});
