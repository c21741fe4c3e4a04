import { beforeAll, describe, expect, test } from 'vitest';
import { ALERT_PRESETS, type AlertRules } from '#model';
import { playWeek, type Week } from '../../tools/simulate-alerts/play-week.ts';
import { scoreOf, wordScore } from '../../tools/simulate-alerts/score.ts';

// `npm run simulate-alerts` plays a week of 2,000 campaigns. This is one bad day of forty.
const STEP_MINUTES = 15;
const SLOW_MS = 180_000;
const { standard, everything } = ALERT_PRESETS;

const play = (rules: AlertRules, days: number): Promise<Week> =>
  playWeek({ seed: 3, campaigns: 40, days, stepMinutes: STEP_MINUTES, rules, troubleFactor: 12 });

describe('the demo’s fleet for a day, held against what only the simulation knows', () => {
  let week: Week;

  beforeAll(async () => {
    week = await play(standard, 1);
    process.stdout.write(`\n${wordScore(scoreOf(week, standard, STEP_MINUTES), 40, 1)}\n`);
  }, SLOW_MS);

  test('every block longer than its `for` is told', () => {
    const { blocks, missed } = scoreOf(week, standard, STEP_MINUTES);
    expect(blocks).toBeGreaterThan(5);
    expect(missed).toEqual([]);
  });

  test('nineteen of twenty announcements need a person', () => {
    const { announcements, needless } = scoreOf(week, standard, STEP_MINUTES);
    expect(announcements).toBeGreaterThan(10);
    expect(needless.length).toBeLessThanOrEqual(announcements / 20);
  });

  test('control: nothing told is everything missed', () => {
    const { blocks, missed } = scoreOf({ ...week, log: [] }, standard, STEP_MINUTES);
    expect(missed).toHaveLength(blocks);
  });

  test(
    'control: rules that tell what rests by itself too are found out',
    async () => {
      const told = { channel: 'notify', forMinutes: 0, renotifyHours: null } as const;
      const rules: AlertRules = {
        ...everything,
        bySeverity: { red: told, amber: told, blue: told, grey: told },
        byCause: {},
      };
      const { announcements, needless } = scoreOf(await play(rules, 0.3), rules, STEP_MINUTES);
      expect(needless.length).toBeGreaterThan(announcements / 20);
    },
    SLOW_MS,
  );
});
