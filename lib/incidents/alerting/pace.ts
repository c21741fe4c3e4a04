import { MINUTE_MS } from '#model';

/** A firing alert that is not seen for this long is over: one good check alone is no recovery. */
export const KEEP_FIRING_MS = 10 * MINUTE_MS;

/** After a change nothing of what it touches is told for this long: Instantly takes up to it to react (INSTANTLY.md 4.1). */
export const CHANGE_GRACE_MS = 15 * MINUTE_MS;

/** A campaign is news at most once in this time. */
export const CAMPAIGN_PACE_MS = 30 * MINUTE_MS;

/** A cause that was told is told again, with those that joined it, no sooner than after this. */
export const CAUSE_PACE_MS = 10 * MINUTE_MS;

/** Others of the same cause that will fire within this are waited for, so that one message tells of all. */
export const CAUSE_WAIT_MS = 2 * MINUTE_MS;

/** The recovery of some waits this long for the others of the same message. */
export const RECOVERY_WAIT_MS = 30 * MINUTE_MS;

/** Changes within it count for flapping: so many start it, so few or fewer end it. */
export const FLAP_WINDOW_MS = 120 * MINUTE_MS;
export const FLAP_STARTS_AT = 6;
export const FLAP_STOPS_AT = 2;

/** Silence of the machine for longer than this was a sleep: what was true before need not be true now. */
export const SLEEP_MS = 20 * MINUTE_MS;

/** So many loops of Instantly's own with the issue confirm what is red (DIAGNOSIS.md 3.2). */
export const CONFIRMING_LOOPS = 3;
