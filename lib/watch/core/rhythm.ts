import type { CampaignFacts, CampaignId, InstantMs } from '#model';
import { HOUR_MS, isUnseen, MINUTE_MS, SECOND_MS } from '#model';
import type { Memory } from './memory.ts';

/** While Instantly or the network is away, one question at most this often. */
export const PROBE_MS = 30 * SECOND_MS;

/** How often each thing is asked (QUALITY.md B3). */
export const RHYTHM = {
  listMs: 2 * MINUTE_MS,
  statusMs: 5 * MINUTE_MS,
  inboxesMs: HOUR_MS,
  /** "Check now" asks nothing again that was answered this recently. */
  askedMs: 15 * SECOND_MS,
  /** Browsers wake an extension at most this often (Chrome 120+). */
  alarmMs: 30 * SECOND_MS,
} as const;

/** Whether the sending status can say more than the list does: running campaigns and those Instantly stopped. */
export const needsStatus = ({ lifecycle }: CampaignFacts): boolean =>
  lifecycle === undefined ||
  isUnseen(lifecycle) ||
  !['draft', 'paused', 'completed'].includes(lifecycle);

const isOlder = (at: InstantMs | null | undefined, ageMs: number, now: InstantMs): boolean =>
  // A time in the future means that the clock was set back: what it stamped is of unknown age.
  at == null || at > now || now - at >= ageMs;

/** When a person asked for everything; null when nobody did. */
export type AskedAt = InstantMs | null;

/** Whether the list of campaigns is due. A person's wish makes it due unless it was read since. */
export const isListDue = ({ journal }: Memory, askedAt: AskedAt, now: InstantMs): boolean =>
  isOlder(journal.listedAt, RHYTHM.listMs, now) ||
  (askedAt !== null && (journal.listedAt ?? 0) < askedAt);

/** Whether the list of inboxes is due and the key may read it. */
export const areInboxesDue = ({ journal, workspace }: Memory, now: InstantMs): boolean =>
  workspace.abilities.readInboxes !== false &&
  isOlder(journal.inboxesReadAt, RHYTHM.inboxesMs, now);

/**
 * Campaigns whose sending status is due: those that changed on the list first, then the longest unasked;
 * equals by id, so that the order never depends on chance.
 */
export const dueStatuses = (
  { journal, observations }: Pick<Memory, 'journal' | 'observations'>,
  changed: ReadonlySet<CampaignId>,
  askedAt: AskedAt,
  now: InstantMs,
): CampaignId[] => {
  const lastAt = (id: CampaignId): number =>
    changed.has(id) ? -1 : Math.min(journal.checkedAt[id] ?? 0, now);
  const isDue = (id: CampaignId): boolean =>
    changed.has(id) ||
    isOlder(journal.checkedAt[id], RHYTHM.statusMs, now) ||
    (askedAt !== null && lastAt(id) < askedAt - RHYTHM.askedMs);
  return [...observations.values()]
    .filter(({ campaign }) => needsStatus(campaign))
    .map(({ campaignId }) => campaignId)
    .filter(isDue)
    .sort((a, b) => lastAt(a) - lastAt(b) || (a < b ? -1 : 1));
};

/** When the worker has to wake for this workspace: never sooner than an alarm can. */
export const nextDueAt = ({ journal, observations }: Memory, now: InstantMs): InstantMs => {
  const dues = [(journal.listedAt ?? now) + RHYTHM.listMs];
  for (const { campaignId, campaign } of observations.values()) {
    if (needsStatus(campaign)) dues.push((journal.checkedAt[campaignId] ?? now) + RHYTHM.statusMs);
  }
  const earliest = dues.reduce((least, due) => Math.min(least, due));
  return Math.max(earliest, journal.notBefore ?? 0, now + RHYTHM.alarmMs);
};
