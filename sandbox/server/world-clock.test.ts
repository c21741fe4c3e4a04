import { expect, test } from 'vitest';
import { createWorldClock } from './world-clock.ts';

const withRealClock = () => {
  const real = { ms: 500 };
  return { real, clock: createWorldClock(10_000, () => real.ms) };
};

test('the world follows real time from its own start', () => {
  const { real, clock } = withRealClock();
  real.ms += 250;
  expect(clock.now()).toBe(10_250);
});

test('a frozen world moves only by advance, and resumes where it stands', () => {
  const { real, clock } = withRealClock();
  clock.freeze();
  real.ms += 900;
  expect(clock.now()).toBe(10_000);
  clock.advance(5);
  real.ms += 900;
  expect(clock.now()).toBe(10_005);
  clock.resume();
  real.ms += 1;
  expect(clock.now()).toBe(10_006);
});

test('a real clock that is set back does not turn the world back', () => {
  const { real, clock } = withRealClock();
  real.ms = 0;
  expect(clock.now()).toBe(10_000);
  real.ms = 3;
  expect(clock.now()).toBe(10_003);
});
