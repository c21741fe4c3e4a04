import {
  type CampaignId,
  type InstantMs,
  isUnseen,
  MINUTE_MS,
  SECOND_MS,
  type Verdict,
} from '#model';
import type { ObservationRecord } from '#store/read';
import type { Slice } from '#store/write';
import type { Audit } from './audit.ts';
import type { Deliveries } from './deliveries.ts';
import { journalBytes } from './journal-bytes.ts';
import type { Rows } from './memory-store.ts';

const MOST_JOURNAL_BYTES = 2_000;
const PROMISED_CAMPAIGNS = 2_000;
/** A snapshot that Instantly has not renewed for longer is no proof (DIAGNOSIS.md 3.2). */
const PROOF_MS = 30 * MINUTE_MS;
const MOST_STEPS = 9;
const MOST_CHANGES = 12;
const OFF: ReadonlySet<unknown> = new Set(['draft', 'paused', 'completed']);

const hasRunningSubsequence = ({ subsequences }: ObservationRecord): boolean =>
  (subsequences ?? []).some(
    ({ reading }) => reading.kind === 'read' && reading.snapshot.code === 'healthy',
  );

/** Whether everything that is stored of a campaign says that it sends. Written apart from the diagnosis, on purpose. */
export const isProvenCalm = (record: ObservationRecord, now: InstantMs): boolean => {
  const { campaign, reading } = record;
  if (campaign.notSendingReason != null || isUnseen(campaign.lifecycle)) return false;
  if (reading.kind !== 'read') return false;
  const { code, takenAt } = reading.snapshot;
  if (takenAt === undefined || now - takenAt > PROOF_MS) return false;
  if (code === 'healthy' && campaign.lifecycle === 'active') return true;
  const isSubsequences =
    code === 'campaign_running_subsequences' || campaign.lifecycle === 'running_subsequences';
  return isSubsequences && hasRunningSubsequence(record);
};

/** What stands in the store after a slice, held against what really happened. */
export const createCommitAudit = (audit: Audit, deliveries: Deliveries) => {
  const checkTimes = (before: Rows, slice: Slice, after: Rows, now: InstantMs): void => {
    const listAt = deliveries.listOf(slice.workspaceId)?.at ?? Number.NEGATIVE_INFINITY;
    for (const [id, at] of Object.entries(slice.journal.checkedAt) as [CampaignId, number][]) {
      if (before.journal?.checkedAt[id] === Math.floor(at / SECOND_MS) * SECOND_MS) continue;
      const isListOnly = OFF.has(after.observations.get(id)?.campaign.lifecycle);
      const answeredAt = isListOnly ? listAt : Number.NEGATIVE_INFINITY;
      const newest = deliveries
        .statusesOf(id)
        .reduce((most, delivery) => Math.max(most, delivery.at), answeredAt);
      audit.check(
        'honestTimes',
        at <= now && at <= newest,
        () => `${id} checked ${at - newest} ms after its last good answer, ${now - at} ms ago`,
      );
    }
    const { listedAt } = slice.journal;
    if (listedAt === null || listedAt === before.journal?.listedAt) return;
    audit.check(
      'honestTimes',
      listedAt <= now && listedAt <= listAt,
      () => `list said to be read ${listedAt - listAt} ms after it was`,
    );
  };

  const checkGenerations = (before: Rows, slice: Slice, after: Rows): void => {
    for (const { campaignId, reading } of slice.observations ?? []) {
      if (reading.kind !== 'read' && reading.kind !== 'empty') continue;
      const known = before.observations.get(campaignId)?.reading;
      if (known && 'readAt' in known && known.readAt === reading.readAt) continue;
      const delivery = deliveries.statusesOf(campaignId).find(({ at }) => at === reading.readAt);
      audit.check(
        'oldKeyDiscarded',
        delivery?.generation === after.workspace.generation,
        () =>
          `${campaignId}: answer to key ${delivery?.generation} stored under ${after.workspace.generation}`,
      );
    }
  };

  const checkRows = (before: Rows, slice: Slice, after: Rows, campaignsEver: number): void => {
    const { observations, fleet, journal, workspace } = after;
    const ids = new Set((fleet?.verdicts ?? []).map(({ campaignId }) => campaignId));
    const isOneEach =
      ids.size === (fleet?.verdicts.length ?? 0) &&
      (fleet === undefined || ids.size === observations.size) &&
      [...ids].every((id) => observations.has(id));
    const isBounded =
      observations.size <= campaignsEver &&
      Object.keys(journal?.checkedAt ?? {}).every((id) => observations.has(id as CampaignId)) &&
      slice.journal.loopStepsMs.length <= MOST_STEPS &&
      new Set(workspace.missingScopes).size === workspace.missingScopes.length &&
      (slice.observations ?? []).every(({ sentChanges }) => sentChanges.length <= MOST_CHANGES);
    audit.check(
      'boundedRows',
      isOneEach && isBounded,
      () => `${observations.size} campaigns, ${ids.size} verdicts, at most ${campaignsEver}`,
    );
    const bytes = journalBytes(before.journal, slice.journal, PROMISED_CAMPAIGNS);
    audit.check('journalSize', bytes < MOST_JOURNAL_BYTES, () => `${bytes} bytes`);
  };

  const checkCalm = ({ observations }: Rows, verdicts: readonly Verdict[], now: number): void => {
    for (const { campaignId, health } of verdicts) {
      if (health !== 'healthy') continue;
      const record = observations.get(campaignId);
      audit.check(
        'neverFalselyCalm',
        record !== undefined && isProvenCalm(record, now),
        () => `${campaignId} is called healthy on ${JSON.stringify(record?.reading)}`,
      );
    }
  };

  return (before: Rows, slice: Slice, after: Rows, now: InstantMs, campaignsEver: number): void => {
    checkTimes(before, slice, after, now);
    checkGenerations(before, slice, after);
    checkRows(before, slice, after, campaignsEver);
    checkCalm(after, after.fleet?.verdicts ?? [], now);
  };
};
