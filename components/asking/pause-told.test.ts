import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '#messages';
import { MINUTE_MS } from '#model';
import { actionRecord } from '../changing/fixtures.ts';
import { campaignId, cause, NOW } from '../fixtures.ts';
import { isFromHere, pauseAmong, pausedFromHereAt, pauseIn } from './pause-told.ts';

const entry = (rest: Partial<AuditEntry> = {}): AuditEntry => ({
  at: NOW,
  kind: 'campaign_paused',
  by: null,
  isFromApi: true,
  campaignId: campaignId(1),
  ...rest,
});
const resume = { kind: 'activate_campaign', campaignId: campaignId(1) } as const;

describe('the pause that a campaign is in', () => {
  test('is the last that the log tells of, in whatever order', () => {
    const entries = [
      entry({ at: NOW - 9 }),
      entry({ at: NOW - 3 }),
      entry({ at: NOW - 5, kind: 'campaign_activated' }),
      entry({ at: NOW - 1, kind: 'campaign_changed' }),
      entry({ at: NOW, campaignId: campaignId(2) }),
    ];
    expect(pauseIn(entries, campaignId(1))?.at).toBe(NOW - 3);
  });

  test.each<[string, readonly AuditEntry[]]>([
    ['nothing', []],
    ['another campaign', [entry({ campaignId: campaignId(2) })]],
    ['no campaign', [entry({ campaignId: null })]],
    ['its resuming last', [entry({ at: NOW - 9 }), entry({ kind: 'campaign_activated' })]],
  ])('is not told of by a log with %s', (_, entries) => {
    expect(pauseIn(entries, campaignId(1))).toBeNull();
  });
});

describe('a pause from here', () => {
  test.each([
    ['the same change at about the same time', entry(), true],
    ['up to two minutes away', entry({ at: NOW + 2 * MINUTE_MS }), true],
    ['later', entry({ at: NOW + 2 * MINUTE_MS + 1 }), false],
    ['another kind', entry({ kind: 'campaign_activated' }), false],
    ['another campaign', entry({ campaignId: campaignId(2) }), false],
    ['no campaign', entry({ campaignId: null }), false],
    ['not through the API', entry({ isFromApi: false }), false],
  ])('is known in the log: %s', (_, one, isOurs) => {
    expect(isFromHere(one, [actionRecord(1, { kind: 'verified' })])).toBe(isOurs);
  });

  test('is known without the log while nothing else was done from here', () => {
    const paused = actionRecord(1, { kind: 'verified' }, { at: NOW - 9 });
    expect(pausedFromHereAt([paused], campaignId(1))).toBe(NOW - 9);
    expect(pausedFromHereAt([paused], campaignId(2))).toBeNull();
    const resumed = actionRecord(1, { kind: 'waiting', until: NOW }, { change: resume });
    expect(pausedFromHereAt([resumed, paused], campaignId(1))).toBeNull();
    const note = { code: 'refused', params: {} } as const;
    const failed = actionRecord(1, { kind: 'failed', note }, { change: resume });
    expect(pausedFromHereAt([failed, paused], campaignId(1))).toBe(NOW - 9);
  });
});

test('who paused is asked about a pause alone', () => {
  const unexpected = cause('unexpected_pause');
  expect(pauseAmong([cause('daily_limit_met'), unexpected, cause('campaign_paused')])).toBe(
    unexpected,
  );
  expect(pauseAmong([cause('inboxes_paused'), cause('campaign_bounce_protect')])).toBeUndefined();
});
