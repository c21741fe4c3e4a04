import type { Health } from '#model';
import type { Segment } from './segment.ts';

/** What a state was, as far as it was recorded. */
export interface StateFacts {
  readonly health: Health;
  readonly code: string | null;
  /** Ranked; undefined where only the health is known. */
  readonly causeCodes: readonly string[] | undefined;
}

// Limits that were set: once used up, nothing more was meant to leave that day.
const SET_LIMITS: ReadonlySet<string> = new Set([
  'daily_limit_met',
  'new_lead_limit_met',
  'account_daily_limit_met',
  'domain_limit_reached',
]);

// Degraded, and yet nothing leaves.
const SILENT: ReadonlySet<string> = new Set(['silent_stop', 'unexpected_pause']);

/** Whether mails left in a state; null where none were meant to, or nobody knows. */
export const isSendingIn = ({ health, code, causeCodes }: StateFacts): boolean | null => {
  switch (health) {
    case 'healthy':
      return true;
    case 'degraded':
      return !SILENT.has(causeCodes?.[0] ?? '');
    case 'blocked':
      return false;
    case 'limited':
      return causeCodes === undefined || SET_LIMITS.has(code ?? '') ? null : false;
    default:
      return null;
  }
};

/** Sending uptime: of the time watched in which mails were meant to leave, how much they did. */
export interface Uptime {
  /** 0 to 1; null when there was no such time. */
  readonly share: number | null;
  readonly dueMs: number;
  readonly watchedMs: number;
}

/** Adds up the uptime of one timeline or of many. Sending with a part of the inboxes counts as sending. */
export const uptimeOf = (timelines: readonly (readonly Segment[])[]): Uptime => {
  let sentMs = 0;
  let dueMs = 0;
  let watchedMs = 0;
  for (const { from, to, health, isSending } of timelines.flat()) {
    const ms = to - from;
    if (health !== null) watchedMs += ms;
    if (isSending !== null) dueMs += ms;
    if (isSending === true) sentMs += ms;
  }
  return { share: dueMs === 0 ? null : sentMs / dueMs, dueMs, watchedMs };
};
