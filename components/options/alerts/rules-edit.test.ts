import { describe, expect, test } from 'vitest';
import { ALERT_PRESETS, type AlertRules } from '#model';
import {
  changedCauses,
  isChanged,
  PRESETS,
  presetOf,
  withCause,
  withPreset,
  withSeverity,
} from './rules-edit.ts';

const quiet: AlertRules = {
  ...ALERT_PRESETS.standard,
  quietHours: { fromMinute: 0, toMinute: 60, timeZone: 'UTC', except: ['red'] },
  digest: { atMinute: 480, timeZone: 'UTC' },
};

describe('ready-made rules', () => {
  test.each(PRESETS)('%s are known as such, whatever quiet hours and digest say', (preset) => {
    const rules = withPreset(quiet, preset);
    expect(presetOf(rules)).toBe(preset);
    expect(rules).toMatchObject({ quietHours: quiet.quietHours, digest: quiet.digest });
  });

  test.each([
    withSeverity(quiet, 'amber', { forMinutes: 30 }),
    withSeverity(quiet, 'red', { renotifyHours: null }),
    withCause(quiet, 'silent_stop', { channel: 'never' }),
  ])('are none any more after one change', (rules) => {
    expect(presetOf(rules)).toBeNull();
  });
});

const bare: AlertRules = { ...quiet, byCause: {} };

describe('a rule of one cause', () => {
  test('counts as changed where it is not as in Standard, set or no more set', () => {
    const set = withCause(quiet, 'bounce_pace', { channel: 'never' });
    const both = withCause(set, 'offline', {
      channel: undefined,
      forMinutes: undefined,
      renotifyHours: undefined,
    });
    expect(isChanged(both, 'bounce_pace')).toBe(true);
    expect([changedCauses(quiet), changedCauses(set), changedCauses(both)]).toEqual([0, 1, 2]);
  });

  test('keeps what was set before, and is forgotten with its last part', () => {
    const one = withCause(bare, 'silent_stop', { channel: 'never' });
    const two = withCause(one, 'silent_stop', { forMinutes: 0 });
    expect(two.byCause).toEqual({ silent_stop: { channel: 'never', forMinutes: 0 } });
    const back = withCause(two, 'silent_stop', { channel: undefined });
    expect(back.byCause).toEqual({ silent_stop: { forMinutes: 0 } });
    expect(withCause(back, 'silent_stop', { forMinutes: undefined }).byCause).toEqual({});
  });

  test('never to be told again is something that is set', () => {
    const rules = withCause(bare, 'silent_stop', { renotifyHours: null });
    expect(rules.byCause).toEqual({ silent_stop: { renotifyHours: null } });
  });
});
