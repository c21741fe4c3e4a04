import type { FleetInput } from '#diagnosis';
import { createClient, eachPage, type InstantlyClient, type Page } from '#instantly';
import type { CampaignId, LeadFacts, Observation } from '#model';
import { DAY_MS } from '#model';
import { answer, createWorkspaces } from '../../sandbox/api/index.ts';
import { apiKeyFrom, type World } from '../../sandbox/world/index.ts';

const HISTORY_DAYS = 7;

const utcDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The product's own client, asking a simulated workspace instead of Instantly. */
export const clientOf = (world: World): InstantlyClient => {
  const workspaces = createWorkspaces();
  const key = apiKeyFrom('forecast', 'reader');
  workspaces.addKey(key, workspaces.add(world), ['all:read']);
  return createClient({
    key,
    now: () => world.nowMs,
    fetch: async (url, { method = 'GET', headers }) => {
      const { pathname: path, searchParams: query } = new URL(url);
      const sent = Object.fromEntries(new Headers(headers));
      const { status, body } = answer(workspaces, { method, path, query, headers: sent });
      return new Response(JSON.stringify(body), { status });
    },
  });
};

/** All items of a list that comes in pages. */
export const allOf = async <Item>(
  ask: (cursor: string | undefined) => Promise<Page<Item>>,
  keyOf: (item: Item) => string,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for await (const { value } of eachPage(ask, keyOf)) items.push(...value);
  return items;
};

/** Everything the API tells of a workspace now, in the product's own words: nothing of the simulation leaks in. */
export const readFleet = async (client: InstantlyClient, now: number): Promise<FleetInput> => {
  const campaigns = await allOf(
    (cursor) => client.listCampaigns(cursor),
    ({ id }) => id,
  );
  const inboxes = await allOf(
    (cursor) => client.listInboxes({ cursor, includeTags: true }),
    ({ address }) => address,
  );
  const observations = await Promise.all(
    campaigns.map(async (campaign): Promise<Observation> => {
      const { value } = await client.sendingStatus(campaign.id);
      return { campaign, listedAt: now, reading: value };
    }),
  );
  const inboxDays = await client.inboxDays(
    inboxes.map(({ address }) => address),
    utcDate(now - HISTORY_DAYS * DAY_MS),
    utcDate(now),
  );
  const totals = await client.campaignAnalytics('all');
  const leads = new Map<CampaignId, LeadFacts>(
    totals.value.map((total) => [
      total.campaignId,
      { ...total, sent: total.mailsSent, readAt: now },
    ]),
  );
  const [first] = campaigns;
  if (!first) throw new Error('no campaigns');
  return {
    workspaceId: first.workspaceId,
    observations,
    inboxes,
    inboxDays: inboxDays.value,
    leads,
    subsequences: new Map(),
    sentSeries: new Map(),
    previous: new Map(),
    isInboxReadingAllowed: true,
    now,
  };
};
