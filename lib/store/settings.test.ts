import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, isSettingName, readSettings, watchSettings } from './settings.ts';
import { writeSetting } from './write-setting.ts';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('are the defaults until something is chosen', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it('come back as they were chosen', async () => {
    await writeSetting('theme', 'dark');
    await writeSetting('budgetPercent', 10);
    await writeSetting('timeFormat', 'h12');
    await writeSetting('language', 'en');
    expect(await readSettings()).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      budgetPercent: 10,
      timeFormat: 'h12',
      language: 'en',
    });
  });

  it('fall back one by one when what is stored does not parse', async () => {
    await writeSetting('density', 'compact');
    await fakeBrowser.storage.local.set({
      'settings.theme': 'neon',
      'settings.budgetPercent': 1e12,
      'settings.timeFormat': 'h24',
      'settings.language': ['en'],
      'settings.checkEveryMinutes': '5',
    });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, density: 'compact' });
  });

  it('refuse a value out of range', async () => {
    await expect(writeSetting('budgetPercent', 11)).rejects.toThrow(RangeError);
    await expect(writeSetting('checkEveryMinutes', 0)).rejects.toThrow(RangeError);
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('are known by their own names only', () => {
    expect(isSettingName('theme')).toBe(true);
    expect(isSettingName('constructor')).toBe(false);
    expect(isSettingName('__proto__')).toBe(false);
  });

  it('say so when the storage is full', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(
      new Error('Resource::kQuotaBytes quota exceeded'),
    );
    await expect(writeSetting('theme', 'light')).rejects.toMatchObject({
      problem: 'quota_exceeded',
    });
  });

  it('tell of a change until told to stop', async () => {
    const heard = vi.fn();
    const stop = watchSettings(heard);
    await writeSetting('theme', 'light');
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    await writeSetting('theme', 'dark');
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
