import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#model';
import { daysAfter, daysToAsk } from './sent-days.ts';

const NOW = Date.UTC(2026, 10, 21, 14, 30);
const day = (date: string, sent: number | null = 1) => ({ date, sent });

describe('the days to ask for', () => {
  it('are ninety at first, with a day ahead so that today is in it', () => {
    expect(daysToAsk(undefined, NOW)).toEqual({ from: '2026-08-24', to: '2026-11-22' });
  });

  it('are none while what is known is fresh', () => {
    expect(daysToAsk({ readAt: NOW - 9 * MINUTE_MS }, NOW)).toBeNull();
    expect(daysToAsk({ readAt: NOW - 10 * MINUTE_MS }, NOW)).not.toBeNull();
  });

  it('are only those that were not over everywhere when they were read', () => {
    expect(daysToAsk({ readAt: NOW - DAY_MS }, NOW)?.from).toBe('2026-11-18');
    expect(daysToAsk({ readAt: NOW - 400 * DAY_MS }, NOW)?.from).toBe('2026-08-24');
  });

  it('are all when the clock was set back', () => {
    expect(daysToAsk({ readAt: NOW + DAY_MS }, NOW)?.from).toBe('2026-08-24');
  });
});

describe('what is known after an answer', () => {
  const span = { from: '2026-11-20', to: '2026-11-22' };

  it('keeps the days before the span and takes the answer for the rest, in order', () => {
    const known = [day('2026-11-18'), day('2026-11-19'), day('2026-11-20'), day('2026-11-21')];
    const answered = [day('2026-11-21', 9), day('2026-11-20', 8)];
    expect(daysAfter(known, answered, span, NOW)).toEqual([
      day('2026-11-18'),
      day('2026-11-19'),
      day('2026-11-20', 8),
      day('2026-11-21', 9),
    ]);
  });

  it('forgets a day that Instantly no longer names, and what is older than is shown', () => {
    const known = [day('2026-08-23'), day('2026-08-24'), day('2026-11-21')];
    expect(daysAfter(known, [], span, NOW)).toEqual([day('2026-08-24')]);
  });
});
