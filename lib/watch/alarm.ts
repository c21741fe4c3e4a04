import { browser } from 'wxt/browser';
import type { InstantMs } from '#model';

/** The one alarm of the extension. */
export const ALARM_NAME = 'check';

/** A belt beside the exact time: should an alarm ever be lost, the next one comes within this. */
const PERIOD_MINUTES = 5;

/** No work is ever due later: the longest pause that Instantly can ask for, and a little. */
const LONGEST_DELAY_MS = 16 * 60_000;

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
  // Far ahead means that the clock was set back since: nothing is ever due later than this.
  const isSound =
    alarm &&
    alarm.scheduledTime > now - PERIOD_MINUTES * 60_000 &&
    alarm.scheduledTime <= now + LONGEST_DELAY_MS;
  if (!isSound) await armAlarm(now + 30_000);
};
