import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MINUTE_MS, SECOND_MS } from '#model';
import { ALARM_NAME, armAlarm, ensureAlarm } from '#watch';
import type { World } from '../../tools/simulate/world.ts';
import { brokenIn, play } from './simulated.ts';

const NOW = Date.UTC(2026, 10, 21, 12);

beforeEach(() => fakeBrowser.reset());

const armed = async () =>
  (await fakeBrowser.alarms.getAll()).map(({ name, scheduledTime }) => [name, scheduledTime - NOW]);

describe('row 44: the alarm itself', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['missing at the start', async () => undefined],
    ['lost with a restart', () => armAlarm(NOW - 10 * MINUTE_MS)],
    ['far ahead, since the clock was set back', () => armAlarm(NOW + 24 * 60 * MINUTE_MS)],
  ])('row 44: %s: one is armed', async (_, before) => {
    await before();
    await ensureAlarm(NOW);
    expect(await armed()).toEqual([[ALARM_NAME, 30 * SECOND_MS]]);
  });

  test('row 44: one that is there stays as it is, however often the worker starts', async () => {
    await armAlarm(NOW + MINUTE_MS);
    for (let start = 0; start < 5; start += 1) await ensureAlarm(NOW + start * 11 * SECOND_MS);
    await Promise.all(Array.from({ length: 5 }, () => ensureAlarm(NOW)));
    expect(await armed()).toEqual([[ALARM_NAME, MINUTE_MS]]);
  });

  test('row 44: five at once still arm one', async () => {
    await Promise.all(Array.from({ length: 5 }, () => ensureAlarm(NOW)));
    expect(await armed()).toEqual([[ALARM_NAME, 30 * SECOND_MS]]);
  });

  test('row 44, control: armed anew at every start, it never comes', async () => {
    await armAlarm(NOW + MINUTE_MS);
    for (let start = 0; start < 20; start += 1)
      await armAlarm(NOW + start * 11 * SECOND_MS + 30_000);
    expect((await armed())[0]?.[1]).toBeGreaterThan(MINUTE_MS);
  });

  test('row 44, control: under a name of its own each time, there are many', async () => {
    for (let n = 0; n < 5; n += 1) await fakeBrowser.alarms.create(`check-${n}`, { when: NOW });
    expect(await armed()).toHaveLength(5);
  });
});

describe('row 44: what it wakes', () => {
  /** Lost with a restart, five at once on waking, and a death between the alarm and what it starts. */
  const mishaps = (world: World): void => {
    const { timeline } = world;
    timeline.after(10 * MINUTE_MS, world.close);
    timeline.after(12 * MINUTE_MS, () => world.open(true));
    timeline.after(25 * MINUTE_MS, world.sleep);
    timeline.after(35 * MINUTE_MS, () => world.wakeUp(5));
    for (let minute = 40; minute < 55; minute += 1) timeline.after(minute * MINUTE_MS, world.kill);
  };

  test('row 44: one alarm is armed throughout, checks do not pile up, and nobody starves', async () => {
    const { report } = await play({ hours: 1.5, script: mishaps });
    expect(report.counts.oneAlarm).toBeGreaterThan(20);
    expect(brokenIn(report)).toEqual({});
  });

  test('row 44, control: an alarm that is not armed again is noticed, and somebody starves', async () => {
    const { report } = await play({
      hours: 1.5,
      script: mishaps,
      sabotage: { arm: (arm, now) => () => arm(now() + 120 * MINUTE_MS) },
    });
    expect(brokenIn(report)).toHaveProperty('oneAlarm');
    expect(brokenIn(report)).toHaveProperty('nobodyStarves');
  });
});
