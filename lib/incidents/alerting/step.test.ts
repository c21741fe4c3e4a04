import { describe, expect, test } from 'vitest';
import { type AlertRules, HOUR_MS, MINUTE_MS, type Silence, type Verdict } from '#model';
import { emptyBook } from './book.ts';
import {
  AT_ONCE,
  campaignId,
  causeOf,
  ill,
  knownBook,
  player,
  T0,
  verdictOf,
  W,
  well,
} from './fixtures.ts';

const PROBLEM = `problem|${W}|no_future_window`;
const OFFLINE = { workspaceState: { kind: 'offline', since: T0 } } as const;

const red = (over: Partial<AlertRules['bySeverity']['red']>): AlertRules => ({
  ...AT_ONCE,
  bySeverity: { ...AT_ONCE.bySeverity, red: { ...AT_ONCE.bySeverity.red, ...over } },
});

const kindsIn = ({ notices }: { readonly notices: readonly { readonly kind: string }[] }) =>
  notices.map(({ kind }) => kind);

const silence = (over: Partial<Silence> = {}): Silence => ({
  id: 'silence',
  kind: 'snoozed',
  scope: { kind: 'campaign', workspaceId: W, campaignId: campaignId(1) },
  note: '',
  at: T0,
  until: null,
  ...over,
});

describe('one problem from its first sight to its end', () => {
  test('is told once, and its recovery once', () => {
    const { until } = player();
    const first = until(0, [ill()]);
    expect(first.notices).toEqual([
      {
        id: PROBLEM,
        kind: 'problem',
        workspaceId: W,
        code: 'no_future_window',
        severity: 'red',
        campaignIds: [campaignId(1)],
        campaigns: 1,
        loss: null,
        at: T0,
        isRepeated: false,
        counts: null,
      },
    ]);
    expect(first.log.map(({ kind }) => kind)).toEqual(['fired', 'announced']);
    expect(until(60, [ill()]).notices).toEqual([]);
    const last = until(75, [well()]);
    expect(kindsIn(last)).toEqual(['recovery']);
    expect(last.cleared).toEqual([PROBLEM]);
    expect(last.log.map(({ kind }) => kind)).toEqual(['resolved', 'recovered']);
    expect(until(300, [well()])).toMatchObject({ notices: [], log: [] });
  });

  test('nothing new is the same book', () => {
    const { once, until, book } = player();
    until(130, [ill(), well(2)]);
    const known = book();
    once(131, [ill(), well(2)]);
    expect(book()).toBe(known);
  });

  test('waits for as long as its rule asks', () => {
    const { until, book } = player(knownBook(), red({ forMinutes: 20 }));
    const early = until(15, [ill()]);
    expect(early.log.map(({ kind }) => kind)).toEqual(['pending']);
    expect(book().alerts).toMatchObject([{ state: 'pending', since: T0 }]);
    expect(until(20, [ill()]).notices).toMatchObject([{ at: T0 + 20 * MINUTE_MS }]);
  });

  test('what is gone before that was nothing', () => {
    const { until } = player(knownBook(), red({ forMinutes: 20 }));
    until(15, [ill()]);
    expect(until(60, [well()])).toMatchObject({ notices: [], log: [] });
  });

  test('three loops of Instantly’s own confirm it sooner, if they are about the same', () => {
    const loops = (code: string, count: number) => ({
      loops: new Map([[campaignId(1), { code, loops: count }]]),
    });
    const { until } = player(knownBook(), red({ forMinutes: 20 }));
    expect(until(0, [ill()], loops('no_future_window', 2)).notices).toEqual([]);
    expect(until(5, [ill()], loops('healthy', 3)).notices).toEqual([]);
    expect(kindsIn(until(10, [ill()], loops('no_future_window', 3)))).toEqual(['problem']);
  });

  test('a good check in between is no end', () => {
    const { until } = player();
    until(0, [ill()]);
    until(5, [well()]);
    expect(until(60, [ill()])).toMatchObject({ notices: [], log: [] });
  });

  test('worse is told again, the same by another cause is not', () => {
    const degraded = verdictOf(1, 'degraded', [
      causeOf('inbox_login_lost', 'amber', { needsPerson: true }),
    ]);
    const blocked = verdictOf(1, 'blocked', [causeOf('empty_tag'), causeOf('no_future_window')]);
    const { until } = player();
    expect(until(0, [degraded]).notices).toMatchObject([{ severity: 'amber' }]);
    const worse = until(120, [ill(1)]);
    expect(worse.notices).toMatchObject([{ code: 'no_future_window', severity: 'red' }]);
    // Half an hour after the first, no sooner.
    expect(worse.notices).toMatchObject([{ at: T0 + 30 * MINUTE_MS }]);
    expect(until(240, [blocked]).notices).toEqual([]);
  });

  test('blocked again hours after it was only degraded is told again', () => {
    const login = (health: 'blocked' | 'degraded') =>
      verdictOf(1, health, [causeOf('inbox_login_lost')]);
    const { until } = player();
    until(60, [login('blocked')]);
    expect(until(180, [login('degraded')]).notices).toEqual([]);
    expect(kindsIn(until(240, [login('blocked')]))).toEqual(['problem']);
  });

  test('a campaign that is gone or switched off has not recovered', () => {
    for (const after of [[], [verdictOf(1, 'inactive', [causeOf('campaign_paused', 'grey')])]]) {
      const { until, open } = player();
      until(60, [ill()]);
      expect(open()).toEqual([PROBLEM]);
      expect(until(120, after).notices).toEqual([]);
      expect(open()).toEqual([]);
    }
  });
});

describe('what nobody could see is neither an end nor news', () => {
  const unknown = verdictOf(1, 'unknown', [causeOf('stale_instantly', 'amber')]);
  const resting = verdictOf(1, 'waiting', [causeOf('out_of_schedule', 'blue')]);
  const opened = verdictOf(1, 'waiting', [causeOf('recently_changed', 'blue')]);

  test.each([
    ['unknown', unknown],
    ['just opened', opened],
  ])('%s', (_name, between) => {
    const { until } = player();
    until(60, [ill()]);
    expect(until(240, [between]).notices).toEqual([]);
    expect(until(300, [ill()]).notices).toEqual([]);
  });

  test('a night in which silence cannot be heard', () => {
    const silent = verdictOf(1, 'degraded', [causeOf('silent_stop')]);
    const { until } = player();
    expect(kindsIn(until(60, [silent]))).toEqual(['problem']);
    expect(until(900, [resting]).notices).toEqual([]);
    expect(until(960, [silent]).notices).toEqual([]);
    expect(until(1_000, [verdictOf(1, 'limited', [])]).notices).toEqual([]);
    expect(kindsIn(until(1_060, [well()]))).toEqual(['recovery']);
  });

  test('a schedule is seen at night too', () => {
    const { until } = player();
    until(60, [ill()]);
    expect(kindsIn(until(120, [resting]))).toEqual(['recovery']);
  });

  test('what was silenced and cannot be seen now is told when it is seen again', () => {
    const silences = [silence({ until: T0 + HOUR_MS })];
    const rules = { ...AT_ONCE, byCause: { stale_instantly: { channel: 'never' as const } } };
    const { until } = player(knownBook(), rules);
    until(30, [ill()], { silences });
    expect(until(120, [unknown], { silences }).notices).toEqual([]);
    expect(kindsIn(until(125, [ill()]))).toEqual(['problem']);
  });

  test('trust that comes back is no recovery of the rest', () => {
    const rules = { ...AT_ONCE, byCause: { stale_instantly: { channel: 'notify' as const } } };
    const { until } = player(knownBook(), rules);
    expect(kindsIn(until(60, [unknown]))).toEqual(['problem']);
    expect(kindsIn(until(120, [well()]))).toEqual(['recovery']);
  });
});

describe('what stands above the campaigns', () => {
  test('a refused key is told instead of its campaigns, and they again only after a whole round', () => {
    const refused = { workspaceState: { kind: 'key_rejected', since: T0, message: '' } } as const;
    const { until } = player();
    expect(until(60, [ill()], refused).notices).toMatchObject([
      { code: 'key_rejected', campaigns: 0, campaignIds: [] },
    ]);
    expect(until(90, [ill()], { isSweepClean: false }).notices).toEqual([]);
    const after = until(100, [ill()]);
    expect(after.notices.map(({ kind, code }) => [kind, code])).toEqual([
      ['recovery', 'key_rejected'],
      ['problem', 'no_future_window'],
    ]);
  });

  test('being offline is told to nobody', () => {
    const { until } = player();
    const offline = until(300, [ill()], OFFLINE);
    expect(offline.notices).toEqual([]);
    expect(offline.log).toEqual([]);
  });

  test('what is offline for everybody holds for a workspace that does not know yet', () => {
    const everything = {
      incidents: [
        {
          id: 'offline',
          code: 'offline',
          severity: 'red',
          subject: { kind: 'everything' },
          params: {},
          campaignIds: [],
          loss: null,
          restores: 0,
          since: T0,
          clearsAt: null,
          actions: [],
        },
      ],
    } as const;
    expect(player().until(60, [ill()], everything).notices).toEqual([]);
  });

  test('a sleep asks for a whole round before anything is told', () => {
    const { once, until } = player();
    once(0, [well()]);
    expect(once(600, [ill()], { isSweepClean: false }).notices).toEqual([]);
    const held = once(605, [ill()]);
    expect(held.notices).toEqual([]);
    expect(kindsIn(until(610, [ill()]))).toEqual(['problem']);
  });

  test('connecting too', () => {
    const { until } = player(emptyBook(W, T0 - 1));
    const first = until(30, [ill()], { isSweepClean: false });
    expect(first.log).toMatchObject([{ kind: 'fired' }, { kind: 'held', reason: 'baseline' }]);
    expect(kindsIn(until(40, [ill()]))).toEqual(['problem']);
  });
});

describe('what a person said', () => {
  test('what is snoozed is checked, held and told afterwards', () => {
    const silences = [silence({ until: T0 + HOUR_MS })];
    const { until, book } = player();
    const held = until(55, [ill()], { silences });
    expect(held).toMatchObject({
      notices: [],
      log: [{ kind: 'fired' }, { kind: 'held', reason: 'snoozed' }],
      ended: [],
    });
    expect(book().alerts).toMatchObject([{ heldFor: 'snoozed' }]);
    const after = until(60, [ill()], { silences });
    expect(kindsIn(after)).toEqual(['problem']);
    expect(after.ended).toEqual(silences);
  });

  test('an acknowledgement ends with the trouble, whose recovery is told', () => {
    const silences = [silence({ kind: 'acknowledged', at: T0 + MINUTE_MS })];
    const { until, open } = player(knownBook(), red({ renotifyHours: 1 }));
    until(0, [ill()]);
    const acknowledged = until(600, [ill()], { silences });
    expect(acknowledged).toMatchObject({ notices: [], ended: [], cleared: [PROBLEM] });
    expect(open()).toEqual([]);
    const over = until(630, [well()], { silences });
    expect(kindsIn(over)).toEqual(['recovery']);
    expect(over.ended).toContain(silences[0]);
  });

  test('the end of what is muted is nobody’s news', () => {
    const { until } = player();
    until(0, [ill()]);
    const silences = [silence({ kind: 'muted', at: T0 + MINUTE_MS })];
    expect(until(120, [well()], { silences })).toMatchObject({ notices: [], ended: [] });
  });

  test('what was to end by now and did not is told, though the rules never tell it', () => {
    const paused = verdictOf(1, 'inactive', [causeOf('campaign_paused', 'grey')]);
    const silences = [silence({ kind: 'expected', until: T0 + HOUR_MS })];
    const { until } = player();
    expect(until(55, [paused], { silences }).notices).toEqual([]);
    const over = until(60, [paused], { silences });
    expect(over.notices).toMatchObject([{ code: 'campaign_paused', severity: 'grey' }]);
    expect(over.ended).toEqual(silences);
    expect(until(300, [paused]).notices).toEqual([]);
  });

  test('and told again where it was told before', () => {
    const silences = [silence({ kind: 'expected', at: T0 + 5 * MINUTE_MS, until: T0 + HOUR_MS })];
    const { until } = player();
    until(0, [ill()]);
    expect(until(55, [ill()], { silences }).notices).toEqual([]);
    expect(kindsIn(until(60, [ill()], { silences }))).toEqual(['problem']);
    expect(until(300, [ill()]).notices).toEqual([]);
  });

  test('what ended in time is not told', () => {
    const silences = [silence({ kind: 'expected', until: T0 + HOUR_MS })];
    const { until } = player();
    expect(until(120, [well()], { silences }).notices).toEqual([]);
  });
});

describe('what was changed', () => {
  const change = { changes: [{ campaignId: campaignId(1), at: T0 }] };
  const pause = (at: number) =>
    verdictOf(1, 'degraded', [
      causeOf('unexpected_pause', 'amber', { needsPerson: true, params: { pausedAt: at } }),
    ]);

  test('waits a quarter of an hour, but not for a stop by Instantly', () => {
    const { until } = player();
    expect(until(10, [ill()], change).log).toMatchObject([{}, { kind: 'held', reason: 'grace' }]);
    expect(kindsIn(until(15, [ill()], change))).toEqual(['problem']);
    expect(kindsIn(player().until(0, [ill(1, 'campaign_bounce_protect')], change))).toEqual([
      'problem',
    ]);
  });

  test('a pause that Sendwatch made is meant, any other is told', () => {
    expect(player().until(60, [pause(T0)], change).notices).toEqual([]);
    expect(player().until(60, [pause(T0)]).notices).toMatchObject([{ code: 'unexpected_pause' }]);
    const other = { changes: [{ campaignId: campaignId(2), at: T0 }] };
    expect(kindsIn(player().until(60, [pause(T0)], other))).toEqual(['problem']);
  });
});

describe('a cause that many have', () => {
  const some = (from: number, to: number, verdict: (n: number) => Verdict = ill) =>
    Array.from({ length: to - from + 1 }, (_, n) => verdict(from + n));

  test('is one message with their number and what they cost', () => {
    const costly = (n: number) =>
      verdictOf(n, 'blocked', [causeOf('no_future_window', 'red', { loss: 10 })]);
    const { notices } = player().until(0, some(1, 60, costly));
    expect(notices).toMatchObject([{ campaigns: 60, loss: 600 }]);
    expect(notices[0]?.campaignIds).toHaveLength(50);
  });

  test('those that join it replace the message ten minutes later, named first', () => {
    const { until } = player();
    until(0, [...some(1, 3), well(4)]);
    expect(until(5, some(1, 4)).notices).toEqual([]);
    expect(until(10, some(1, 4)).notices).toMatchObject([
      { id: PROBLEM, campaigns: 4, isRepeated: false },
    ]);
  });

  test('those that will fire in a moment are waited for', () => {
    const { once } = player(knownBook(), red({ forMinutes: 5 }));
    once(0, [ill(1), well(2)]);
    once(1, some(1, 2));
    expect(once(5, some(1, 2)).notices).toEqual([]);
    expect(once(6, some(1, 2)).notices).toMatchObject([{ campaigns: 2 }]);
  });

  test('their recovery is told when the last has recovered, or half an hour later', () => {
    const { until } = player();
    until(60, some(1, 3));
    expect(until(80, [well(1), ill(2), ill(3)]).notices).toEqual([]);
    expect(until(120, [well(1), ill(2), ill(3)]).notices).toMatchObject([
      { kind: 'recovery', campaigns: 1 },
    ]);
    expect(until(180, some(1, 3, well)).notices).toMatchObject([
      { kind: 'recovery', campaigns: 2 },
    ]);
  });
});

test('what nobody acknowledged is told again, once for all that are due', () => {
  const { until } = player(knownBook(), red({ renotifyHours: 4 }));
  until(0, [ill(1), ill(2)]);
  expect(until(235, [ill(1), ill(2)]).notices).toEqual([]);
  expect(until(240, [ill(1), ill(2)]).notices).toMatchObject([
    { id: PROBLEM, isRepeated: true, campaigns: 2 },
  ]);
  expect(until(475, [ill(1), ill(2)]).notices).toEqual([]);
});

test('a campaign that ended while somebody watched is told once, an old one never', () => {
  const rules = { ...AT_ONCE, byCause: { campaign_completed: { channel: 'notify' as const } } };
  const ended = (since: number) =>
    verdictOf(1, 'inactive', [causeOf('campaign_completed', 'grey')], { since });
  const fresh = player(knownBook(), rules);
  expect(fresh.until(60, [ended(T0 + MINUTE_MS)]).notices).toMatchObject([
    { code: 'campaign_completed' },
  ]);
  expect(fresh.until(3_000, [ended(T0 + MINUTE_MS)]).notices).toEqual([]);
  expect(player(knownBook(), rules).until(60, [ended(T0 - MINUTE_MS)]).notices).toEqual([]);
});

test('of several causes the worst is named, whatever their order', () => {
  const verdict = verdictOf(1, 'degraded', [
    causeOf('warmup_banned', 'amber', { needsPerson: true }),
    causeOf('silent_stop'),
  ]);
  expect(player().until(60, [verdict]).notices).toMatchObject([{ code: 'silent_stop' }]);
});

test('what only sums up broken inboxes is named by them', () => {
  const verdict = verdictOf(1, 'blocked', [
    causeOf('all_accounts_unhealthy'),
    causeOf('inbox_login_lost'),
    causeOf('stranded_leads', 'amber', { needsPerson: true }),
  ]);
  const { until, book } = player();
  expect(until(0, [verdict]).notices).toMatchObject([{ code: 'inbox_login_lost' }]);
  expect(book().alerts).toHaveLength(1);
});

test('a rule that says never is heard, and noted', () => {
  const rules = { ...AT_ONCE, byCause: { no_future_window: { channel: 'never' as const } } };
  const { log, notices } = player(knownBook(), rules).until(300, [ill()]);
  expect(notices).toEqual([]);
  expect(log.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['fired', null],
    ['held', 'rule'],
  ]);
});
