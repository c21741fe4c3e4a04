import type { CampaignFacts, CampaignId, InstantMs, Verdict } from '#model';
import { isUnseen, MINUTE_MS, SECOND_MS } from '#model';
import type { JournalRecord, ObservationRecord } from '#store/read';
import type { Attention, Memory } from './memory.ts';

/** While Instantly or the network is away, one question at most this often: just within the alarm's 30 s. */
export const PROBE_MS = 25 * SECOND_MS;

/** How often each thing is asked when the budget allows it (QUALITY.md B3). */
export const RHYTHM = {
  listMs: 2 * MINUTE_MS,
  visibleMs: 30 * SECOND_MS,
  problemMs: MINUTE_MS,
  runningMs: 5 * MINUTE_MS,
  restingMs: 15 * MINUTE_MS,
  /** After a window opens, one look when the first mails should have gone. */
  openingLagMs: MINUTE_MS,
  /** "Check now" asks no campaign again that was answered this recently. */
  askedMs: 15 * SECOND_MS,
  /** Browsers wake an extension at most this often (Chrome 120+). */
  alarmMs: 30 * SECOND_MS,
} as const;

/** Whoever wakes for the slow rounds reads the list with them, for their facts are compared; it came a little later. */
const SLACK_MS = 10 * SECOND_MS;

/** Longest time for which a learned cadence of Instantly's may hold a question back. */
const LONGEST_CADENCE_MS = 5 * MINUTE_MS;
const ENOUGH_STEPS = 3;

/** Nobody asks for a longer pause (QUALITY.md B2). */
const LONGEST_PAUSE_MS = 15 * MINUTE_MS;

/**
 * Until when nothing may be asked; null when nothing holds. A pause from before the clock was set back holds no more:
 * nobody knows when it ends.
 */
export const heldUntil = (
  { notBefore, bucket }: Pick<JournalRecord, 'notBefore' | 'bucket'>,
  now: InstantMs,
): InstantMs | null => {
  if (notBefore === null || notBefore <= now) return null;
  const isClockSetBack = bucket.updatedAt > now || notBefore - now > LONGEST_PAUSE_MS;
  return isClockSetBack ? null : notBefore;
};

/** Whether the sending status can say more than the list does: running campaigns and those Instantly stopped. */
export const needsStatus = ({ lifecycle }: CampaignFacts): boolean =>
  lifecycle === undefined ||
  isUnseen(lifecycle) ||
  !['draft', 'paused', 'completed'].includes(lifecycle);

/** Whether something read at an instant is due again. A time in the future means that the clock was set back. */
export const isOlder = (at: InstantMs | null | undefined, ageMs: number, now: InstantMs): boolean =>
  at == null || at > now || now - at >= ageMs;

/** How often Instantly re-evaluates a campaign, as far as learned; 0 while unknown. */
export const cadenceOf = (loopStepsMs: readonly number[]): number => {
  if (loopStepsMs.length < ENOUGH_STEPS) return 0;
  const sorted = loopStepsMs.toSorted((a, b) => a - b);
  return Math.min(sorted[Math.floor(sorted.length / 2)] ?? 0, LONGEST_CADENCE_MS);
};

/** Wished interval of a campaign: by what is known of it, whether somebody looks, and no more often than it can change. */
export const intervalOf = (
  { campaign, reading }: ObservationRecord,
  verdict: Verdict | undefined,
  isVisible: boolean,
  runningMs: number,
): number => {
  if (isVisible) return RHYTHM.visibleMs;
  const isStopped = ['accounts_unhealthy', 'bounce_protect', 'account_suspended'].includes(
    String(campaign.lifecycle),
  );
  const isTrouble =
    isStopped ||
    campaign.notSendingReason === 'instantly_error' ||
    (verdict && ['blocked', 'degraded', 'unknown'].includes(verdict.health));
  if (isTrouble) return RHYTHM.problemMs;
  const isResting =
    campaign.notSendingReason === 'out_of_schedule' ||
    (reading.kind === 'read' && reading.snapshot.isInSchedule === false);
  return isResting ? Math.max(RHYTHM.restingMs, runningMs) : runningMs;
};

/** When one campaign's status is due, given when it was last answered. */
export const statusDueAt = (
  memory: Pick<Memory, 'journal' | 'verdicts'>,
  record: ObservationRecord,
  { askedAt, visible }: Attention,
  runningMs: number,
  now: InstantMs,
): InstantMs => {
  const { campaignId, reading } = record;
  const checkedAt = memory.journal.checkedAt[campaignId];
  if (checkedAt === undefined || checkedAt > now) return 0;
  if (askedAt !== null && checkedAt < askedAt - RHYTHM.askedMs) return 0;
  const verdict = memory.verdicts.get(campaignId);
  const interval = intervalOf(record, verdict, visible.has(campaignId), runningMs);
  const takenAt = reading.kind === 'read' ? reading.snapshot.takenAt : undefined;
  // Between two of Instantly's own rounds the answer cannot change: asking sooner only costs.
  const renewedAt =
    takenAt !== undefined && takenAt <= checkedAt && interval !== RHYTHM.visibleMs
      ? Math.min(takenAt + cadenceOf(memory.journal.loopStepsMs), checkedAt + LONGEST_CADENCE_MS)
      : 0;
  const regular = Math.max(checkedAt + interval, renewedAt);
  const opening = verdict?.health === 'waiting' ? verdict.nextSendAt : null;
  const look = opening === null ? Infinity : opening + RHYTHM.openingLagMs;
  return look > checkedAt ? Math.min(regular, look) : regular;
};

/**
 * Whether the list of campaigns is due: in its rhythm, when a person wants to know, and while Instantly or the network
 * is away, as the one question that tells whether they are back.
 */
export const isListDue = ({ journal }: Memory, { askedAt }: Attention, now: InstantMs): boolean =>
  journal.failures > 0 ||
  isOlder(journal.listedAt, RHYTHM.listMs - SLACK_MS, now) ||
  (askedAt !== null && (journal.listedAt ?? 0) < askedAt);

interface Due {
  readonly id: CampaignId;
  /** How late, in units of its own interval: fair between problems asked often and others asked rarely. */
  readonly lateness: number;
}

/**
 * Campaigns whose sending status is due, the relatively latest first, those that changed on the list before all;
 * equals by id, so that the order never depends on chance.
 */
export const dueStatuses = (
  memory: Pick<Memory, 'journal' | 'observations' | 'verdicts'>,
  changed: ReadonlySet<CampaignId>,
  attention: Attention,
  runningMs: number,
  now: InstantMs,
): CampaignId[] => {
  const latenessOf = (record: ObservationRecord): number => {
    const { campaignId } = record;
    const checkedAt = memory.journal.checkedAt[campaignId];
    if (changed.has(campaignId) || checkedAt === undefined || checkedAt > now) return Infinity;
    const verdict = memory.verdicts.get(campaignId);
    const isVisible = attention.visible.has(campaignId);
    return (now - checkedAt) / intervalOf(record, verdict, isVisible, runningMs);
  };
  return [...memory.observations.values()]
    .filter(({ campaign }) => needsStatus(campaign))
    .filter(
      (record) =>
        changed.has(record.campaignId) ||
        statusDueAt(memory, record, attention, runningMs, now) <= now,
    )
    .map((record): Due => ({ id: record.campaignId, lateness: latenessOf(record) }))
    .sort((a, b) => (a.lateness === b.lateness ? (a.id < b.id ? -1 : 1) : b.lateness - a.lateness))
    .map(({ id }) => id);
};
