import { browser } from 'wxt/browser';
import type { InstantMs } from '#model';

/** The one alarm of the extension. */
export const ALARM_NAME = 'check';

/**
 * The alarm comes round again this soon, the soonest that browsers allow (Chrome 120+): a check whose worker was killed
 * is taken up by the next one. A check that ends well sets the alarm anew, so that this costs nothing.
 */
const PERIOD_MINUTES = 0.5;

/** An alarm this long overdue was lost with a restart of the browser. */
const LOST_AFTER_MS = 60_000;

/** No work is ever due later: the longest pause that Instantly can ask for, and a little. */
const LONGEST_DELAY_MS = 16 * 60_000;

/** Sets the alarm to the next due time, or takes it away; Chrome wakes nobody sooner than in 30 s. */
export const armAlarm = async (dueAt: InstantMs | null): Promise<void> => {
  if (dueAt === null) await browser.alarms.clear(ALARM_NAME);
  else await browser.alarms.create(ALARM_NAME, { when: dueAt, periodInMinutes: PERIOD_MINUTES });
};

/** Makes sure that the alarm goes off at this instant, if it would not sooner. */
export const armBy = async (at: InstantMs): Promise<void> => {
  const alarm = await browser.alarms.get(ALARM_NAME);
  if (!alarm || alarm.scheduledTime > at) await armAlarm(at);
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
    alarm.scheduledTime > now - LOST_AFTER_MS &&
    alarm.scheduledTime <= now + LONGEST_DELAY_MS;
  if (!isSound) await armAlarm(now + 30_000);
};
