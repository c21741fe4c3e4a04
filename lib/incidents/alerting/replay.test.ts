import { describe, expect, test } from 'vitest';
import { ALERT_PRESETS, type CauseCode, DAY_MS, type Health, HOUR_MS } from '#model';
import { AT_ONCE, campaignId, NO_TAGS, T0, W } from './fixtures.ts';
import { type PastChange, replay } from './replay.ts';

const change = (
  n: number,
  hour: number,
  health: Health,
  ...causeCodes: readonly CauseCode[]
): PastChange => ({
  workspaceId: W,
  campaignId: campaignId(n),
  at: T0 + hour * HOUR_MS,
  health,
  code: causeCodes[0] ?? 'healthy',
  causeCodes,
});

const told = (history: readonly PastChange[], rules = AT_ONCE, over = {}) =>
  replay({
    history,
    rules,
    silences: [],
    tagsByCampaign: NO_TAGS,
    from: T0,
    to: T0 + 2 * DAY_MS,
    ...over,
  });

const HISTORY = [
  change(1, -100, 'healthy'),
  change(2, -100, 'healthy'),
  change(3, -100, 'blocked', 'empty_tag'),
  change(1, 3, 'blocked', 'no_future_window'),
  change(2, 3, 'blocked', 'no_future_window'),
  change(1, 5, 'healthy'),
  change(2, 5, 'healthy'),
  change(2, 20, 'degraded', 'inbox_login_lost'),
];

describe('what rules would have told', () => {
  test('is what happened in that time, by the same machine', () => {
    const notices = told(HISTORY);
    expect(notices.map(({ kind, code, campaigns }) => [kind, code, campaigns])).toEqual([
      ['problem', 'no_future_window', 2],
      ['recovery', 'no_future_window', 2],
      ['problem', 'inbox_login_lost', 1],
    ]);
    expect(notices[0]?.at).toBe(T0 + 3 * HOUR_MS);
  });

  test('other rules, other messages', () => {
    expect(told(HISTORY, ALERT_PRESETS.calm).map(({ code }) => code)).toEqual([
      'no_future_window',
      'no_future_window',
    ]);
    const never = { channel: 'never', forMinutes: 0, renotifyHours: null } as const;
    const bySeverity = { red: never, amber: never, blue: never, grey: never };
    expect(told(HISTORY, { ...AT_ONCE, bySeverity })).toEqual([]);
  });

  test('silences hold from when they were said', () => {
    const silences = [
      {
        id: 's',
        kind: 'muted',
        scope: { kind: 'workspace', workspaceId: W },
        note: '',
        at: T0 + 10 * HOUR_MS,
        until: null,
      },
    ];
    expect(told(HISTORY, AT_ONCE, { silences })).toHaveLength(2);
  });

  test('a digest each morning, with what only it tells', () => {
    const rules = { ...ALERT_PRESETS.standard, digest: { atMinute: 8 * 60, timeZone: 'UTC' } };
    const digests = told(HISTORY, rules).filter(({ kind }) => kind === 'digest');
    expect(digests.map(({ at, counts }) => [(at - T0) / HOUR_MS, counts?.needYou])).toEqual([
      [22, 2],
      [46, 2],
    ]);
  });

  test('no history, no messages', () => {
    expect(told([])).toEqual([]);
  });
});
