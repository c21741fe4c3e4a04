import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '#model';
import type { Segment } from './segment.ts';
import { isSendingIn, type StateFacts, uptimeOf } from './uptime.ts';

const facts = (
  health: StateFacts['health'],
  code: string | null = null,
  causeCodes: readonly string[] | undefined = [],
): StateFacts => ({ health, code, causeCodes });

describe('whether mails left', () => {
  it.each([
    [facts('healthy'), true],
    [facts('degraded', 'healthy', ['inboxes_disconnected']), true],
    [facts('degraded', 'healthy', ['silent_stop']), false],
    [facts('degraded', 'campaign_paused', ['unexpected_pause']), false],
    [facts('blocked'), false],
    [facts('limited', 'no_accounts_available'), false],
    [facts('limited', 'waiting_for_leads'), false],
    [facts('limited', 'daily_limit_met'), null],
    [facts('limited', 'account_daily_limit_met'), null],
    [{ health: 'limited', code: null, causeCodes: undefined }, null],
    [facts('waiting', 'out_of_schedule'), null],
    [facts('inactive'), null],
    [facts('unknown'), null],
  ] as const)('%j', (state, expected) => {
    expect(isSendingIn(state)).toBe(expected);
  });
});

const hours = (
  count: number,
  health: Segment['health'],
  isSending: Segment['isSending'],
): Segment => ({ from: 0, to: count * HOUR_MS, health, isSending });

describe('sending uptime', () => {
  it('counts only the time in which mails were meant to leave', () => {
    const timeline = [
      hours(8, 'waiting', null),
      hours(6, 'healthy', true),
      hours(2, 'degraded', true),
      hours(2, 'blocked', false),
      hours(2, 'inactive', null),
      hours(4, null, null),
    ];
    expect(uptimeOf([timeline])).toEqual({
      share: 0.8,
      dueMs: 10 * HOUR_MS,
      watchedMs: 20 * HOUR_MS,
    });
  });

  it('is not said of time that nobody watched', () => {
    expect(uptimeOf([[hours(24, null, null)]]).share).toBeNull();
    expect(uptimeOf([]).share).toBeNull();
  });
});
