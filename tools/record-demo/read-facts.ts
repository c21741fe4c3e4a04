import type { RecordedFacts } from '#demo';
import type { InstantlyClient } from '#instantly';
import { type CampaignId, DAY_MS, type InstantMs } from '#model';
import type { SentDay } from '#store/read';
import type { Look } from './read-fleet.ts';

const SPAN_DAYS = 90;
const dateAt = (at: InstantMs): string => new Date(at).toISOString().slice(0, 10);

const readDays = async (
  client: InstantlyClient,
  id: CampaignId | 'all',
  at: InstantMs,
): Promise<readonly SentDay[]> => {
  const { value } = await client.campaignDays(id, dateAt(at - SPAN_DAYS * DAY_MS), dateAt(at));
  return value.map(({ date, mailsSent }) => ({ date, sent: mailsSent ?? null }));
};

const readCampaignTags = async (
  client: InstantlyClient,
  ids: readonly CampaignId[],
): Promise<RecordedFacts['campaignTags']> => {
  const { value } = await client.tagMappings({ resources: ids });
  const mappings = value.filter((mapping) => mapping.kind === 'campaign');
  return Object.fromEntries(
    Map.groupBy(mappings, ({ campaignId }) => campaignId)
      .entries()
      .map(([id, own]) => [id, own.map(({ tagId }) => tagId)]),
  );
};

/** Reads what pages ask for only once somebody wants it, as it stands with the last look. At most 100 campaigns. */
export const readFacts = async (client: InstantlyClient, look: Look): Promise<RecordedFacts> => {
  const { observations, at } = look;
  const ids = observations.map(({ campaign }) => campaign.id);
  const days = await Promise.all(
    ids.map(async (id) => [id, await readDays(client, id, at)] as const),
  );
  return {
    observations: observations.map(({ campaign, reading }) => ({ campaign, reading })),
    sentDays: { ...Object.fromEntries(days), '': await readDays(client, 'all', at) },
    campaignTags: await readCampaignTags(client, ids),
  };
};
