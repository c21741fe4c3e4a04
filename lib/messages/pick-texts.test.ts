import { expect, test } from 'vitest';
import { pickTexts } from './pick-texts.ts';

const CATALOGUE = {
  'panel.today': 'Could send today',
  'mark.next': 'sends again',
  'time.now': 'now',
  'popup.unnamed': 'Unnamed campaign',
  'daily_limit_met.headline': 'Limit used up',
  'daily_limit_met.advice.bare': 'Raise it',
  'offline.headline': 'Offline',
  'zone.America/Detroit': 'Eastern',
  'zone.UTC': 'UTC',
} as const;

test('the panel’s own words, those of the causes, and the names of their zones', () => {
  const picked = pickTexts(CATALOGUE, [
    { code: 'daily_limit_met', params: { timeZone: 'America/Detroit' } },
  ]);
  expect(Object.keys(picked)).toEqual([
    'panel.today',
    'time.now',
    'popup.unnamed',
    'daily_limit_met.headline',
    'daily_limit_met.advice.bare',
    'zone.America/Detroit',
  ]);
});

test('a code that nobody knows brings nothing along, whatever it is called', () => {
  const none = pickTexts(CATALOGUE, []);
  for (const code of ['', '__proto__', 'constructor']) {
    expect(pickTexts(CATALOGUE, [{ code, params: {} }])).toEqual(none);
  }
});
