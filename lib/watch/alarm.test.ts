import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ALARM_NAME, armAlarm, armBy } from './alarm.ts';

beforeEach(() => fakeBrowser.reset());

const scheduled = async () => (await fakeBrowser.alarms.get(ALARM_NAME))?.scheduledTime;

test('an alarm that goes off sooner stays, a later or missing one is set', async () => {
  const at = Date.now() + 60_000;
  await armBy(at);
  expect(await scheduled()).toBe(at);
  await armBy(at + 1);
  expect(await scheduled()).toBe(at);
  await armBy(at - 1);
  expect(await scheduled()).toBe(at - 1);
  await armAlarm(null);
  expect(await scheduled()).toBeUndefined();
});
