import { expect, test } from 'vitest';
import { CORNERS } from './placement.ts';
import { parsePreferences, writtenPreferences } from './preferences.ts';

test('what is written is read', () => {
  for (const corner of CORNERS) {
    for (const isCollapsed of [true, false]) {
      for (const isHidden of [true, false]) {
        const all = { corner, isCollapsed, isHidden };
        expect(parsePreferences(writtenPreferences(all))).toEqual(all);
      }
    }
  }
});

test.each([null, '', 'middle', '{"corner":"top-left"}', '<img>'.repeat(100_000)])(
  'of what a page wrote there, nothing but the known words counts',
  (text) => {
    expect(parsePreferences(text)).toEqual({
      corner: 'bottom-right',
      isCollapsed: false,
      isHidden: false,
    });
  },
);
