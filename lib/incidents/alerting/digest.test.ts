import { describe, expect, test } from 'vitest';
import { type AlertRules, DAY_MS, HOUR_MS, MINUTE_MS } from '#model';
import { digestDue, makeDigest } from './digest.ts';
import {
  AT_ONCE,
  campaignId,
  causeOf,
  ill,
  knownBook,
  NO_TAGS,
  player,
  T0,
  verdictOf,
  well,
} from './fixtures.ts';
import { isQuiet } from './quiet-hours.ts';

/** T0 is 10:00 UTC. */
const QUIET: AlertRules = {
  ...AT_ONCE,
  quietHours: { fromMinute: 9 * 60, toMinute: 12 * 60, timeZone: 'UTC', except: [] },
};

const fleetOf = (book = knownBook(), verdicts = [well()]) => [{ book, verdicts }];

describe('quiet hours', () => {
  const quiet = (from: number, to: number, timeZone = 'UTC') => ({
    fromMinute: from * 60,
    toMinute: to * 60,
    timeZone,
    except: [],
  });

  test.each([
    [quiet(9, 11), true],
    [quiet(10, 11), true],
    [quiet(9, 10), false],
    [quiet(22, 7), false],
    [quiet(22, 11), true],
    [quiet(8, 8), true],
    // 05:00 in New York, 15:30 in Kolkata.
    [quiet(4, 6, 'America/New_York'), true],
    [quiet(9, 11, 'America/New_York'), false],
    [quiet(15, 16, 'Asia/Kolkata'), true],
    [quiet(9, 11, 'Mars/Olympus'), false],
    [null, false],
  ])('%j: %j', (hours, expected) => {
    expect(isQuiet(hours, T0)).toBe(expected);
  });

  test('leave one digest behind them, once', () => {
    const { until, book } = player(knownBook(), QUIET);
    const held = until(115, [ill(1), ill(2)]);
    expect(held.notices).toEqual([]);
    const at = (minute: number) => ({
      fleets: fleetOf(book(), [ill(1), ill(2)]),
      rules: QUIET,
      silences: [],
      tagsByCampaign: NO_TAGS,
      now: T0 + minute * MINUTE_MS,
    });
    expect(digestDue(at(115), T0)).toBe(false);
    expect(until(120, [ill(1), ill(2)]).notices).toEqual([]);
    expect(digestDue(at(120), T0)).toBe(true);
    const digest = makeDigest(at(120));
    expect(digest.notice).toMatchObject({
      id: 'digest',
      kind: 'digest',
      campaigns: 2,
      severity: 'red',
      counts: { needYou: 2, fine: 0, silenced: 0 },
    });
    expect(digest.log.map(({ kind }) => kind)).toEqual(['announced', 'announced']);
    const [after = knownBook()] = digest.books;
    expect(digestDue({ ...at(125), fleets: fleetOf(after) }, T0)).toBe(false);
    const later = player(after, QUIET);
    later.once(125, [ill(1), ill(2)]);
    expect(later.once(130, [ill(1), ill(2)]).notices).toEqual([]);
  });

  test('what is excepted is told in them', () => {
    const rules = { ...QUIET, quietHours: { ...quiet(9, 12), except: ['red' as const] } };
    expect(player(knownBook(), rules).until(0, [ill()]).notices).toHaveLength(1);
  });

  test('a recovery in them is left to the digest, and said to be one', () => {
    const rules = { ...QUIET, quietHours: quiet(11, 12) };
    const { until, book } = player(knownBook(), rules);
    expect(until(55, [ill()]).notices).toHaveLength(1);
    expect(until(120, [well()]).notices).toEqual([]);
    const state = {
      fleets: fleetOf(book()),
      rules,
      silences: [],
      tagsByCampaign: NO_TAGS,
      now: T0 + 2 * HOUR_MS,
    };
    expect(digestDue(state, T0)).toBe(true);
    const { log, books } = makeDigest(state);
    expect(log).toMatchObject([{ kind: 'recovered', campaignId: campaignId(1) }]);
    expect(books[0]?.troubles).toEqual([]);
  });
});

describe('the morning digest', () => {
  const rules: AlertRules = { ...AT_ONCE, digest: { atMinute: 10 * 60, timeZone: 'UTC' } };
  const due = (now: number, lastDigestAt: number, given = rules) =>
    digestDue({ fleets: fleetOf(), rules: given, now }, lastDigestAt);

  test('is due at its minute once a day, and later where the browser was closed', () => {
    expect(due(T0 - 1, T0 - HOUR_MS)).toBe(false);
    expect(due(T0, T0 - HOUR_MS)).toBe(true);
    expect(due(T0 + HOUR_MS, T0)).toBe(false);
    expect(due(T0 + 5 * HOUR_MS, T0 - HOUR_MS)).toBe(true);
    expect(due(T0 + DAY_MS - 1, T0)).toBe(false);
    expect(due(T0 + DAY_MS, T0)).toBe(true);
    expect(due(T0, T0 - HOUR_MS, AT_ONCE)).toBe(false);
  });

  test('waits for the end of quiet hours', () => {
    const quiet = { fromMinute: 9 * 60, toMinute: 11 * 60, timeZone: 'UTC', except: [] };
    expect(due(T0, T0 - HOUR_MS, { ...rules, quietHours: quiet })).toBe(false);
    expect(due(T0 + HOUR_MS, T0 - HOUR_MS, { ...rules, quietHours: quiet })).toBe(true);
  });

  test('says how many need a person, are fine, are silenced and run out of leads when', () => {
    const dry = (n: number, days: number) =>
      verdictOf(n, 'healthy', [
        causeOf('leads_running_out', 'blue', { params: { dryAt: T0 + days * DAY_MS } }),
      ]);
    const verdicts = [
      ill(1),
      ill(2),
      verdictOf(3, 'waiting'),
      verdictOf(4, 'limited'),
      verdictOf(5, 'inactive'),
      verdictOf(6, 'unknown'),
      dry(7, 1),
      dry(8, 1),
      dry(9, 0.5),
      dry(10, 9),
    ];
    const { notice } = makeDigest({
      fleets: fleetOf(knownBook(), verdicts),
      rules,
      tagsByCampaign: NO_TAGS,
      now: T0,
      silences: [
        {
          id: 's',
          kind: 'muted',
          scope: {
            kind: 'campaign',
            workspaceId: knownBook().workspaceId,
            campaignId: campaignId(2),
          },
          note: '',
          at: T0,
          until: null,
        },
      ],
    });
    expect(notice.counts).toEqual({
      needYou: 1,
      fine: 6,
      silenced: 1,
      dryDays: [
        { date: '2026-11-18', campaigns: 1 },
        { date: '2026-11-19', campaigns: 2 },
      ],
    });
    expect(notice.campaignIds).toEqual([campaignId(1)]);
  });

  test('tells what only it tells, once', () => {
    const amber = { ...rules, byCause: { warmup_banned: { channel: 'digest' as const } } };
    const banned = [verdictOf(1, 'degraded', [causeOf('warmup_banned', 'amber')])];
    const { until, book } = player(knownBook(), amber);
    expect(until(60, banned)).toMatchObject({
      notices: [],
      log: [{ kind: 'fired' }, { kind: 'held', reason: 'digest' }],
    });
    const state = {
      fleets: fleetOf(book(), banned),
      rules: amber,
      silences: [],
      tagsByCampaign: NO_TAGS,
      now: T0 + DAY_MS,
    };
    const first = makeDigest(state);
    expect(first.log).toMatchObject([{ kind: 'announced' }]);
    // What was told in passing is not told to be over.
    const { until: after } = player(first.books[0], amber);
    expect(after(1_500, [well()]).notices).toEqual([]);
  });
});
