import { describe, expect, test } from 'vitest';
import { type ChangeFields, type ChangeOutcome, MINUTE_MS } from '#model';
import type { ActionRecord } from '#store/read';
import { ANN, BOB, CAMPAIGN, made, NOW } from './fixtures.ts';
import { outcomeAfter, REACTS_WITHIN_MS } from './outcome-after.ts';

const PENDING: ChangeOutcome = { kind: 'pending' };
const SENT: ChangeOutcome = { kind: 'sent', progressPercent: null };
const UNTIL = NOW + REACTS_WITHIN_MS;
const WAITING: ChangeOutcome = { kind: 'waiting', until: UNTIL };

const limit = (outcome: ChangeOutcome): ActionRecord =>
  made(
    { kind: 'set_campaign_limit', campaignId: CAMPAIGN, limitPerDay: 40 },
    { limitPerDay: 20 },
    { limitPerDay: 40 },
    { at: NOW, outcome },
  );

const warmup = (outcome: ChangeOutcome): ActionRecord =>
  made(
    { kind: 'set_warmup', inboxes: [ANN, BOB], isOn: true },
    { warmingUp: [] },
    { warmingUp: [ANN, BOB] },
    { at: NOW, outcome },
  );

const WISHED: ChangeFields = { limitPerDay: 40 };
const BEFORE: ChangeFields = { limitPerDay: 20 };
const OTHER: ChangeFields = { limitPerDay: 30 };

describe('a limit', () => {
  test.each([PENDING, SENT])('$kind and read as wished waits for Instantly to react', (outcome) => {
    expect(outcomeAfter(limit(outcome), WISHED, NOW + 1)).toEqual(WAITING);
  });

  test.each([PENDING, SENT])(
    '$kind and read as wished only after that time is verified',
    (outcome) => {
      expect(outcomeAfter(limit(outcome), WISHED, UNTIL - 1)).toEqual(WAITING);
      expect(outcomeAfter(limit(outcome), WISHED, UNTIL)).toEqual({ kind: 'verified' });
    },
  );

  test('that waits is verified once the time is over, and waits no longer than it said', () => {
    expect(outcomeAfter(limit(WAITING), WISHED, UNTIL - 1)).toEqual(WAITING);
    expect(outcomeAfter(limit(WAITING), WISHED, UNTIL)).toEqual({ kind: 'verified' });
  });

  test.each([PENDING, SENT])(
    '$kind and read as before may still arrive for two minutes',
    (outcome) => {
      const record = limit(outcome);
      expect(outcomeAfter(record, BEFORE, NOW + 2 * MINUTE_MS - 1)).toBe(record.outcome);
      expect(outcomeAfter(record, BEFORE, NOW + 2 * MINUTE_MS)).toEqual({
        kind: 'not_verified',
        found: BEFORE,
      });
    },
  );

  test('that was read as wished and is as before came undone, however early', () => {
    expect(outcomeAfter(limit(WAITING), BEFORE, NOW + 1)).toEqual({
      kind: 'not_verified',
      found: BEFORE,
    });
  });

  test.each([PENDING, SENT, WAITING])(
    '$kind and read as neither was changed by somebody else',
    (outcome) => {
      expect(outcomeAfter(limit(outcome), OTHER, NOW + 1)).toEqual({
        kind: 'superseded',
        found: OTHER,
      });
    },
  );

  test.each<ChangeOutcome>([
    { kind: 'verified' },
    { kind: 'not_verified', found: BEFORE },
    { kind: 'failed', note: { code: 'offline', params: {} } },
    { kind: 'superseded', found: OTHER },
    { kind: 'undone', byId: 'later.0' },
  ])('$kind stays so, whatever is read', (outcome) => {
    for (const found of [WISHED, BEFORE, OTHER]) {
      expect(outcomeAfter(limit(outcome), found, UNTIL * 2)).toBe(outcome);
    }
  });
});

describe('a warmup', () => {
  test('sends no mails of campaigns: read as wished it is verified at once', () => {
    expect(outcomeAfter(warmup(SENT), { warmingUp: [ANN, BOB] }, NOW)).toEqual({
      kind: 'verified',
    });
  });

  test.each([
    ['half done', { warmingUp: [ANN] }, 'superseded'],
    ['not begun', { warmingUp: [] }, 'not_verified'],
  ] as const)('%s has ten minutes', (_, found, ended) => {
    const record = warmup(SENT);
    expect(outcomeAfter(record, found, NOW + 10 * MINUTE_MS - 1)).toBe(record.outcome);
    expect(outcomeAfter(record, found, NOW + 10 * MINUTE_MS)).toEqual({ kind: ended, found });
  });
});
