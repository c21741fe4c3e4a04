import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CORNERS, placeClear } from './placement.ts';

const SIZES = { panel: { width: 352, height: 300 }, pill: { width: 200, height: 28 } };
const WINDOW = { width: 1000, height: 640 };
const CHOSEN = { corner: 'bottom-right', isCollapsed: false } as const;
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('what has the focus', () => {
  test.each([
    ['is elsewhere', box(100, 100, 200, 30), CHOSEN],
    ['ends where the panel begins', box(428, 400, 200, 30), CHOSEN],
    ['is under the panel', box(700, 400, 200, 30), { ...CHOSEN, isCollapsed: true }],
    ['is under panel and pill', box(700, 560, 290, 70), { corner: 'top-left', isCollapsed: true }],
    ['fills the window', box(0, 0, 1000, 640), undefined],
  ])('%s', (_where, focused, expected) => {
    expect(placeClear(CHOSEN, SIZES, WINDOW, focused)).toEqual(expected);
  });
});

test('wherever it is said to be clear, it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CORNERS),
      fc.boolean(),
      fc.nat(1200),
      fc.nat(800),
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 1, max: 600 }),
      (corner, isCollapsed, left, top, width, height) => {
        const focused = box(left, top, width, height);
        const placed = placeClear({ corner, isCollapsed }, SIZES, WINDOW, focused);
        if (!placed) return;
        const size = placed.isCollapsed ? SIZES.pill : SIZES.panel;
        const x = placed.corner.endsWith('left') ? 20 : 980 - size.width;
        const y = placed.corner.startsWith('top') ? 20 : 620 - size.height;
        const isApart =
          x + size.width <= left ||
          left + width <= x ||
          y + size.height <= top ||
          top + height <= y;
        expect(isApart).toBe(true);
      },
    ),
    { numRuns: 500, seed: 6 },
  );
});
