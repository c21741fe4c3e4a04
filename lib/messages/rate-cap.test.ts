import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_RATES, type TabRates, takeMessage } from './rate-cap.ts';

const T0 = 1_795_000_000_000;

const play = (instants: readonly number[], tabId = 7): number[] => {
  let rates: TabRates = NO_RATES;
  return instants.filter((now) => {
    const taken = takeMessage(rates, tabId, now);
    rates = taken.rates;
    return taken.isAllowed;
  });
};

test('row 13: twenty at once, the next a second after the first', () => {
  expect(play(Array.from({ length: 30 }, () => T0))).toHaveLength(20);
  const late = [...Array.from({ length: 20 }, () => T0), T0 + 999, T0 + 1_000];
  expect(play(late).slice(20)).toEqual([T0 + 1_000]);
});

test('row 13: no window of a second ever holds more than twenty', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 300 });
  fc.assert(
    fc.property(steps, (gaps) => {
      let now = T0;
      const allowed = play(
        gaps.map((gap) => {
          now += gap;
          return now;
        }),
      );
      for (const from of allowed) {
        const within = allowed.filter((at) => at >= from && at < from + 1_000);
        expect(within.length).toBeLessThanOrEqual(20);
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('row 13: each tab has its own allowance, and a flood does not starve its own tab for good', () => {
  let rates: TabRates = NO_RATES;
  for (let n = 0; n < 10_000; n += 1) rates = takeMessage(rates, 1, T0 + n / 100).rates;
  expect(takeMessage(rates, 2, T0 + 100).isAllowed).toBe(true);
  expect(takeMessage(rates, 1, T0 + 100).isAllowed).toBe(false);
  expect(takeMessage(rates, 1, T0 + 1_100).isAllowed).toBe(true);
});

test('silent tabs are forgotten', () => {
  let rates: TabRates = NO_RATES;
  for (let tab = 0; tab < 500; tab += 1) rates = takeMessage(rates, tab, T0).rates;
  expect(takeMessage(rates, 1, T0 + 1_000).rates.size).toBe(1);
});

test('a message that was let in is remembered by its instant', () => {
  const { rates } = takeMessage(NO_RATES, 7, T0);
  expect([...takeMessage(rates, 7, T0 + 5).rates]).toEqual([[7, [T0, T0 + 5]]]);
  expect([...rates]).toEqual([[7, [T0]]]);
});

test('a clock that is set back silences nobody', () => {
  const first = Array.from({ length: 20 }, () => T0);
  expect(play([...first, T0 - 86_400_000])).toHaveLength(21);
});
