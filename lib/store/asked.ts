import type { CampaignId, WorkspaceId } from '#model';
import {
  type CampaignTagsRecord,
  isCampaignTagsRecord,
  isSentDaysRecord,
  type SentDaysRecord,
} from './asked-records.ts';
import type { Connection } from './connection.ts';
import { type Opener, wrap } from './envelope.ts';
import { within } from './keys.ts';
import { isObservationRecord } from './record-guards.ts';
import type { ObservationRecord } from './records.ts';
import type { CacheSchema } from './schema.ts';
import type { WriteTransaction } from './transaction.ts';

/** What is read only once a person wants it: raw facts, and answers that were asked for. */
export interface AskedReader {
  /** The raw facts of one campaign as last seen. */
  observation(
    workspaceId: WorkspaceId,
    campaignId: CampaignId,
  ): Promise<ObservationRecord | undefined>;
  /** The raw facts of every campaign. */
  observations(workspaceId: WorkspaceId): Promise<ObservationRecord[]>;
  /** Of one campaign, or with null of the whole workspace. */
  sentDays(
    workspaceId: WorkspaceId,
    campaignId: CampaignId | null,
  ): Promise<SentDaysRecord | undefined>;
  campaignTags(workspaceId: WorkspaceId): Promise<CampaignTagsRecord | undefined>;
}

/** One answer to keep. */
export type AskedRecord = SentDaysRecord | CampaignTagsRecord;

type FleetKey = CacheSchema['fleet']['key'];

const daysKey = (workspaceId: WorkspaceId, campaignId: CampaignId | null): FleetKey => [
  'sentDays',
  workspaceId,
  campaignId ?? '',
];

const keyOf = (record: AskedRecord): FleetKey =>
  'days' in record
    ? daysKey(record.workspaceId, record.campaignId)
    : ['campaignTags', record.workspaceId];

/** The reading half over any connection. */
export const createAskedReader = (connection: Connection, opener: Opener): AskedReader => ({
  observation: async (workspaceId, campaignId) =>
    opener.one(
      await connection.use((cache) => cache.get('observations', [workspaceId, campaignId])),
      isObservationRecord,
    ),
  observations: async (workspaceId) => {
    const range = within(workspaceId);
    const rows = await connection.use((cache) => cache.getAll('observations', range));
    return opener.all(rows ?? [], isObservationRecord);
  },
  sentDays: async (workspaceId, campaignId) =>
    opener.one(
      await connection.use((cache) => cache.get('fleet', daysKey(workspaceId, campaignId))),
      isSentDaysRecord,
    ),
  campaignTags: async (workspaceId) =>
    opener.one(
      await connection.use((cache) => cache.get('fleet', ['campaignTags', workspaceId])),
      isCampaignTagsRecord,
    ),
});

/** Keeps answers, unless their workspace was removed while they were asked for. */
export const writeAsked = async (
  transaction: WriteTransaction,
  records: readonly AskedRecord[],
): Promise<void> => {
  const workspaces = transaction.objectStore('workspaces');
  const fleet = transaction.objectStore('fleet');
  for (const record of records) {
    if ((await workspaces.getKey(record.workspaceId)) === undefined) continue;
    await fleet.put(wrap(record), keyOf(record));
  }
};
