import { type CampaignSchedule, type InstantMs, MINUTE_MS, SECOND_MS } from '#model';
import { campaignLimitClearsAt, inboxLimitClearsAt } from './resets.ts';
import { firstWindowInstant } from './schedule-at.ts';

/** What the next mail waits for. */
export type SendWait =
  | {
      readonly kind: 'gap';
      readonly lastSentAt: InstantMs | undefined;
      readonly gapMinutes: number | null | undefined;
      readonly randomGapMinutes: number | null | undefined;
    }
  | { readonly kind: 'campaign_limit' }
  | { readonly kind: 'inbox_limits' }
  | { readonly kind: 'window' }
  | {
      readonly kind: 'follow_up';
      /** When Instantly took the snapshot: its seconds count from there, never from now. */
      readonly takenAt: InstantMs | undefined;
      readonly waitSeconds: number | null | undefined;
    };

/** The next mail leaves between the two instants. */
export interface SendEta {
  readonly earliestAt: InstantMs;
  readonly latestAt: InstantMs;
}

/** Instantly takes up to this long to react to an opening window (INSTANTLY.md 4.1). */
export const OPENING_LAG_MS = 15 * MINUTE_MS;

const inWindow = (
  schedule: CampaignSchedule | undefined,
  earliest: InstantMs,
  latest: InstantMs,
): SendEta | null => {
  const earliestAt = firstWindowInstant(schedule, earliest);
  const latestAt = firstWindowInstant(schedule, latest);
  return earliestAt === null || latestAt === null ? null : { earliestAt, latestAt };
};

const afterGap = (
  schedule: CampaignSchedule | undefined,
  now: InstantMs,
  { lastSentAt, gapMinutes, randomGapMinutes }: Extract<SendWait, { kind: 'gap' }>,
): SendEta | null => {
  if (lastSentAt === undefined || typeof gapMinutes !== 'number') return null;
  const shortest = gapMinutes * MINUTE_MS;
  const longest = shortest + (randomGapMinutes ?? 0) * MINUTE_MS;
  // The last send we heard of need not be the last one: then at most a whole gap begins now.
  if (now > lastSentAt + longest) return inWindow(schedule, now, now + longest);
  return inWindow(schedule, Math.max(now, lastSentAt + shortest), lastSentAt + longest);
};

/** When the next mail leaves, by what it waits for (DIAGNOSIS.md 4); null when it cannot be said: never a guess. */
export const nextSend = (
  schedule: CampaignSchedule | undefined,
  now: InstantMs,
  wait: SendWait,
): SendEta | null => {
  switch (wait.kind) {
    case 'gap':
      return afterGap(schedule, now, wait);
    case 'campaign_limit': {
      const at = campaignLimitClearsAt(schedule, now);
      return at === null ? null : { earliestAt: at, latestAt: at };
    }
    case 'inbox_limits': {
      const at = inboxLimitClearsAt(schedule, now);
      return at === null ? null : { earliestAt: at, latestAt: at };
    }
    case 'window': {
      const at = firstWindowInstant(schedule, now);
      return at === null ? null : { earliestAt: at, latestAt: at + OPENING_LAG_MS };
    }
    case 'follow_up': {
      if (wait.takenAt === undefined || typeof wait.waitSeconds !== 'number') return null;
      const due = Math.max(now, wait.takenAt + wait.waitSeconds * SECOND_MS);
      return inWindow(schedule, due, due);
    }
  }
};
