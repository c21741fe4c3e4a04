import { describe, expect, test } from 'vitest';
import { ALERT_PRESETS, type AlertRules, DAY_MS, HOUR_MS } from '#model';
import type { HistoryRecord } from '#store/read';
import { campaignId, fleetRecord, NOW, verdict, WORKSPACE } from '../../fixtures.ts';
import { play } from './play-week.ts';

const change = (
  daysAgo: number,
  health: HistoryRecord['health'],
  causeCodes: HistoryRecord['causeCodes'],
): HistoryRecord => ({
  workspaceId: WORKSPACE,
  campaignId: campaignId(1),
  at: NOW - daysAgo * DAY_MS,
  health,
  previousHealth: null,
  code: null,
  causeCodes,
});
const fleets = [fleetRecord([verdict(1, 'blocked', { name: 'Wave 3' })])];
const HISTORY = [
  change(20, 'healthy', []),
  change(3, 'blocked', ['campaign_bounce_protect']),
  change(2, 'healthy', []),
];
const played = (rules: AlertRules, history: readonly HistoryRecord[] = HISTORY) =>
  play({ rules, history, fleets, silences: [], now: NOW });

describe('last week played through rules', () => {
  test('says what would have been told, the latest first, with the campaign by name', () => {
    const { notified, isShort, since } = played(ALERT_PRESETS.standard);
    expect(notified.map(({ notice }) => notice.kind)).toContain('problem');
    expect(notified.at(-1)).toMatchObject({
      name: 'Wave 3',
      notice: { kind: 'problem', code: 'campaign_bounce_protect' },
    });
    const instants = notified.map(({ notice }) => notice.at);
    expect(instants).toEqual(instants.toSorted((a, b) => b - a));
    expect([isShort, since]).toEqual([false, NOW - 20 * DAY_MS]);
  });

  test('is silent where the rules are', () => {
    const never = { channel: 'never', forMinutes: 0, renotifyHours: null } as const;
    const rules: AlertRules = {
      ...ALERT_PRESETS.standard,
      bySeverity: { red: never, amber: never, blue: never, grey: never },
      byCause: {},
    };
    expect(played(rules).notified).toEqual([]);
  });

  test('counts digests apart', () => {
    const rules: AlertRules = {
      ...ALERT_PRESETS.standard,
      digest: { atMinute: 480, timeZone: 'UTC' },
    };
    const { notified, digests } = played(rules);
    expect(digests).toBeGreaterThanOrEqual(6);
    expect(notified.every(({ notice }) => notice.kind !== 'digest')).toBe(true);
  });

  test('says so where less than a week, or nothing, is stored', () => {
    const young = [change(0, 'healthy', [])].map((one) => ({ ...one, at: NOW - HOUR_MS }));
    expect(played(ALERT_PRESETS.standard, young)).toMatchObject({ isShort: true });
    expect(played(ALERT_PRESETS.standard, [])).toEqual({
      notified: [],
      digests: 0,
      since: null,
      isShort: false,
    });
  });
});
