import { expect, test } from 'vitest';
import type { Capacity } from '#model';
import { NOW, verdict } from '../fixtures.ts';
import { capacityText, followUpsText, inboxPartsOf } from '../report/index.ts';
import { createEvidenceWords } from './evidence-words.ts';
import { limitsOf } from './figures-words.ts';

const words = createEvidenceWords({ locale: 'en', timeZone: 'UTC' });
const { counters } = verdict(0, 'healthy');
const same = (mails: number) => ({ worst: mails, mean: mails, best: mails });
const capacity: Capacity = {
  today: same(100.4),
  remaining: same(0),
  bottleneck: null,
  withoutBottleneck: null,
  nextBottleneck: null,
  limitHitAt: null,
  assumed: [],
  contendedToday: null,
};

test('a limit is shown with what was used of it; none, when either is unknown', () => {
  expect(limitsOf({ ...counters, sentToday: 150, limitPerDay: 100 }, words)).toEqual([
    { label: 'Campaign limit', text: '150 / 100', filled: 1 },
  ]);
  expect(limitsOf({ ...counters, sentToday: 5, limitPerDay: null }, words)).toEqual([]);
  expect(limitsOf({ ...counters, limitPerDay: 100 }, words)).toEqual([]);
});

test('new leads that are stopped are a full meter of none', () => {
  expect(limitsOf({ ...counters, newLeadsToday: 0, newLeadsPerDay: -1 }, words)).toEqual([
    { label: 'New leads', text: '0 / 0', filled: 1 },
  ]);
});

test('kinds of inboxes that there are none of are left out', () => {
  const inboxes = {
    total: 3,
    available: 2,
    atDailyLimit: 0,
    atSlowRampLimit: undefined,
    disconnected: 1,
    inGap: undefined,
  };
  expect(inboxPartsOf(inboxes, words).map(({ text }) => text)).toEqual([
    '2 ready',
    '1 disconnected',
  ]);
  expect(inboxPartsOf(undefined, words)).toEqual([]);
});

test('capacity names the bottleneck, its removal and what is only an upper bound', () => {
  expect(capacityText(null, words)).toBe('');
  expect(capacityText(capacity, words)).toBe('Could send 100 today.');
  expect(capacityText({ ...capacity, assumed: ['gap'] }, words)).toBe(
    'Could send at most 100 today.',
  );
  expect(
    capacityText({ ...capacity, bottleneck: 'sending_gap', withoutBottleneck: same(186) }, words),
  ).toBe('Could send 100 today; bottleneck: gap between mails; 186 without it.');
  expect(capacityText({ ...capacity, withoutBottleneck: same(186) }, words)).toBe(
    'Sends no more today; 186 in all if it were running.',
  );
});

test('follow-ups say until when they wait, if that is known', () => {
  expect(followUpsText(counters, words, NOW)).toBe('');
  expect(followUpsText({ ...counters, followUpsWaiting: 1 }, words, NOW)).toBe('1 follow-up waits');
});
