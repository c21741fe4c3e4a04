import { browser } from 'wxt/browser';
import { isSettingValue, type Settings, storedName } from './settings.ts';
import { isQuotaError, StoreError } from './store-error.ts';

/** Stores one setting. Throws RangeError for a value it may not take, StoreError when it could not be stored. */
export const writeSetting = async <Name extends keyof Settings>(
  name: Name,
  value: Settings[Name],
): Promise<void> => {
  if (!isSettingValue(name, value)) throw new RangeError(`setting ${name} out of range`);
  try {
    await browser.storage.local.set({ [storedName(name)]: value });
  } catch (error) {
    throw new StoreError(isQuotaError(error) ? 'quota_exceeded' : 'failed', { cause: error });
  }
};
