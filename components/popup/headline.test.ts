import { expect, test } from 'vitest';
import { headlines } from '#locales/en/headlines';
import { countHealths, type Health } from '#model';
import { fleet, incident, verdict } from '../fixtures.ts';
import { adviceOf, headlineOf } from './headline.ts';
import { createPopupWords } from './words.ts';

const words = createPopupWords({ locale: 'en', timeZone: 'UTC' }, headlines);
const counts = (...healths: Health[]) => countHealths(healths.map((health) => ({ health })));

test.each<[Health[], string]>([
  [['blocked', 'degraded', 'healthy'], '2 campaigns need you'],
  [['blocked', 'unknown'], '1 campaign needs you'],
  [['healthy', 'healthy', 'inactive'], 'All 2 campaigns are sending'],
  [['healthy'], 'Your campaign is sending'],
  [['healthy', 'limited'], 'No campaign needs you'],
  [['limited', 'waiting'], 'Nothing sends right now, and nothing is wrong'],
  [['unknown', 'healthy'], '1 campaign could not be checked'],
  [['unknown', 'inactive'], 'No fresh answer from Instantly'],
  [['inactive'], 'Every campaign is off'],
  [[], 'No campaigns yet'],
])('%j: %s', (healths, headline) => {
  expect(headlineOf(counts(...healths), words)).toBe(headline);
});

test('the advice is the lever that restores most, else the worst campaign, else the tally', () => {
  const all = countHealths(fleet);
  expect(adviceOf(all, [incident], fleet, words)).toBe(
    'Reconnect 2 inboxes and 2 of them send again.',
  );
  const clipped = {
    ...incident,
    subject: { kind: 'inboxes', addresses: [] },
    params: { inboxes: 12 },
  } as const;
  expect(adviceOf(all, [clipped], fleet, words)).toBe(
    'Reconnect 12 inboxes and 2 of them send again.',
  );
  expect(adviceOf(all, [], fleet, words)).toContain('SaaS founders — DACH, wave 3');
  const stale = fleet.map((known) => ({ ...known, health: 'unknown' as const }));
  const costly = { ...incident, loss: 15 };
  expect(adviceOf(countHealths(stale), [costly], stale, words)).toBe(
    'Shown is what was last known.',
  );
  const calm = [verdict(1, 'healthy'), verdict(2, 'limited')];
  expect(adviceOf(countHealths(calm), [], calm, words)).toBe('1 limited and 1 sending.');
});
