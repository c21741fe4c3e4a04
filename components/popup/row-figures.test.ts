import { expect, test } from 'vitest';
import { headlines } from '#locales/en/headlines';
import { DAY_MS, MINUTE_MS } from '#model';
import { fleet, NOW, verdict } from '../fixtures.ts';
import { figuresOf } from './row-figures.ts';
import { createPopupWords } from './words.ts';

const words = createPopupWords({ locale: 'en', timeZone: 'UTC' }, headlines);
const figures = (name: string) => {
  const found = fleet.find((candidate) => candidate.name.startsWith(name));
  return figuresOf(found ?? verdict(0, 'unknown'), words, NOW);
};

test.each([
  ['SaaS', '2 h 14 m', 'not sending', null],
  ['Fintech', '−54 today', 'lost volume', null],
  ['E-com', 'in 3 h 12 m', '100 / 100', 1],
  ['Logistics', 'in 14 h', 'next send', null],
  ['Recruiters', '61 / 150', 'sent today', null],
  ['Old', '', '', null],
])('%s: %s %s', (name, figure, label, filled) => {
  expect(figures(name)).toMatchObject({ figure, label, filled });
});

test('what was last known long ago shows its age, what nobody ever knew shows nothing', () => {
  const lastKnown = { health: 'healthy', code: null, at: NOW - 40 * MINUTE_MS } as const;
  const stale = verdict(1, 'unknown', { lastKnown });
  expect(figuresOf(stale, words, NOW).figure).toBe('40 min ago');
  expect(figuresOf(verdict(2, 'unknown'), words, NOW).figure).toBe('');
});

test('an unknown count of sent mails is not shown as none', () => {
  const limited = verdict(1, 'limited', { clearsAt: NOW + DAY_MS });
  expect(figuresOf(limited, words, NOW)).toMatchObject({ label: 'clears', filled: null });
});
