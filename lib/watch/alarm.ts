import { browser } from 'wxt/browser';
import type { InstantMs } from '#model';

/** The one alarm of the extension. */
export const ALARM_NAME = 'check';

/** A belt beside the exact time: should an alarm ever be lost, the next one comes within this. */
const PERIOD_MINUTES = 5;

/** Sets the alarm to the next due time; Chrome wakes nobody sooner than in 30 s. */
export const armAlarm = async (dueAt: InstantMs): Promise<void> => {
  await browser.alarms.create(ALARM_NAME, { when: dueAt, periodInMinutes: PERIOD_MINUTES });
};

/**
 * Makes sure that the alarm is there: browsers may drop alarms on update and restart (QUALITY.md B1).
 * One that is there stays as it is; recreating it at every start would keep it from ever firing.
 */
export const ensureAlarm = async (now: InstantMs): Promise<void> => {
  const alarm = await browser.alarms.get(ALARM_NAME);
  const isSound = alarm && alarm.scheduledTime > now - PERIOD_MINUTES * 60_000;
  if (!isSound) await armAlarm(now + 30_000);
};
