import { expect, test } from 'vitest';
import { alertsCauses } from '#locales/en/alerts-causes';
import { OWN_CAUSE_CODES, SENDING_CODES } from '#model';
import { AREAS, causesIn } from './cause-areas.ts';

const ALL = [...SENDING_CODES, ...OWN_CAUSE_CODES];

test('every cause that can be told stands in one area', () => {
  const shown = AREAS.flatMap(causesIn);
  expect(new Set(shown).size).toBe(shown.length);
  expect(ALL.filter((code) => !shown.includes(code))).toEqual([
    'healthy',
    'recently_changed',
    'underlying_issue',
  ]);
});

test('every cause has a name, and no two have the same', () => {
  expect(Object.keys(alertsCauses).toSorted()).toEqual(
    ALL.map((code) => `causeName.${code}`).toSorted(),
  );
  expect(new Set(Object.values(alertsCauses)).size).toBe(ALL.length);
});
