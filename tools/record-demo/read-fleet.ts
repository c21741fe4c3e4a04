import { eachPage, type InstantlyClient, type Page } from '#instantly';
import type {
  CampaignFacts,
  CampaignId,
  InboxDay,
  InboxFacts,
  InstantMs,
  LeadFacts,
  Observation,
  SubsequenceFacts,
} from '#model';
import type { TagLabel } from '#store/read';
import { tameName } from './tame-name.ts';

/** Everything that one look at a workspace gives. */
export interface Look {
  readonly at: InstantMs;
  readonly observations: readonly Observation[];
  readonly inboxes: readonly InboxFacts[];
  /** Of the present UTC day. */
  readonly days: readonly InboxDay[];
  readonly leads: ReadonlyMap<CampaignId, LeadFacts>;
  readonly subsequences: ReadonlyMap<CampaignId, readonly SubsequenceFacts[]>;
  readonly tags: readonly TagLabel[];
}

const allOf = async <Item>(
  fetchPage: (cursor: string | undefined) => Promise<Page<Item>>,
  keyOf: (item: Item) => string,
): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const page of eachPage(fetchPage, keyOf)) items.push(...page.value);
  return items;
};

const isOff = ({ lifecycle }: CampaignFacts): boolean =>
  lifecycle === 'draft' || lifecycle === 'paused' || lifecycle === 'completed';

const observe = async (
  client: InstantlyClient,
  campaign: CampaignFacts,
  at: InstantMs,
): Promise<Observation> => ({
  campaign,
  listedAt: at,
  reading: isOff(campaign)
    ? { kind: 'not_asked' }
    : (await client.sendingStatus(campaign.id)).value,
});

const readSubsequences = async (
  client: InstantlyClient,
  parentId: CampaignId,
): Promise<readonly SubsequenceFacts[]> => {
  const { value } = await client.subsequences(parentId);
  return Promise.all(
    value.map(async ({ id, name, lifecycle }) => ({
      id,
      parentId,
      name,
      lifecycle,
      reading: (await client.subsequenceStatus(id)).value,
    })),
  );
};

const readLeads = async (
  client: InstantlyClient,
  readAt: InstantMs,
): Promise<Map<CampaignId, LeadFacts>> => {
  const { value } = await client.campaignAnalytics('all');
  return new Map(
    value.map(({ mailsSent: sent, unsubscribed: _, ...totals }) => [
      totals.campaignId,
      { ...totals, sent, readAt },
    ]),
  );
};

/** Reads a whole workspace as the background does over many slices, here at one instant. */
export const readFleet = async (client: InstantlyClient, at: InstantMs): Promise<Look> => {
  const listed = await allOf(
    (cursor) => client.listCampaigns(cursor),
    ({ id }) => id,
  );
  const campaigns = listed.map((one) => ({ ...one, name: tameName(one.name) }));
  const inboxes = await allOf(
    (cursor) => client.listInboxes({ cursor, includeTags: true }),
    ({ address }) => address,
  );
  const tags = await allOf(
    (cursor) => client.tags(cursor),
    ({ id }) => id,
  );
  const date = new Date(at).toISOString().slice(0, 10);
  const addresses = inboxes.map(({ address }) => address);
  const { value: days } = await client.inboxDays(addresses, date, date);
  const parents = campaigns.filter(({ lifecycle }) => lifecycle === 'running_subsequences');
  return {
    at,
    observations: await Promise.all(campaigns.map((campaign) => observe(client, campaign, at))),
    inboxes,
    days,
    leads: await readLeads(client, at),
    subsequences: new Map(
      await Promise.all(
        parents.map(async ({ id }) => [id, await readSubsequences(client, id)] as const),
      ),
    ),
    tags: tags.map(({ id, label }) => ({ id, label })),
  };
};
