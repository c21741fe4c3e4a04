import { describe, expect, test } from 'vitest';
import type { CampaignId, InboxAddress, WorkspaceId } from '#model';
import { createClient } from './create-client.ts';
import { fakeFetch, json } from './fixtures/fake-fetch.ts';
import {
  accountBody,
  CAMPAIGN_ID,
  campaignBody,
  memberBody,
  SUBSEQUENCE_ID,
  subsequenceBody,
  TAG_ID,
  tagBody,
} from './fixtures/payloads.ts';

const BASE = 'https://api.instantly.ai/api/v2';
const KEY = 'canary-key-0123456789';
const NOW = Date.UTC(2026, 10, 21);
const CAMPAIGN = CAMPAIGN_ID as CampaignId;
const OWNER = 'aaaaaaaa-0000-4000-8000-000000000001' as WorkspaceId;
const ANN = 'ann@send.example' as InboxAddress;

const clientFor = (body: unknown) => {
  const { fetch, requests } = fakeFetch(json(body));
  const client = createClient({ key: KEY, fetch, now: () => NOW, workspaceId: OWNER });
  return { client, asked: () => requests.map(({ url }) => url.replace(BASE, '')) };
};

const rows = (...items: unknown[]) => ({ items, next_starting_after: 'next&1' });

describe('lists', () => {
  test('campaigns: a page without the copy of the mails', async () => {
    const { client, asked } = clientFor(rows(campaignBody, { id: 'x' }));
    const page = await client.listCampaigns('a&b=c');
    expect(asked()).toEqual(['/campaigns?limit=100&starting_after=a%26b%3Dc']);
    expect(page).toMatchObject({ rows: 2, oddities: 1, nextCursor: 'next&1' });
    expect(page.value).toMatchObject([{ id: CAMPAIGN_ID, workspaceId: OWNER }]);
    expect(JSON.stringify(page)).not.toContain('A subject');
  });

  test.each([
    [1, '1'],
    [0, '1'],
    [101, '100'],
    [2.7, '2'],
  ])('a limit of %d is sent as %s', async (limit, sent) => {
    const { client, asked } = clientFor(rows());
    await client.listCampaigns(undefined, { limit });
    expect(asked()).toEqual([`/campaigns?limit=${sent}`]);
  });

  test('inboxes', async () => {
    const { client, asked } = clientFor(rows(accountBody));
    const page = await client.listInboxes({
      cursor: '2025-03-07T00:00:00.000Z&ann@send.example',
      onlyErrors: true,
      tagIds: ['t1', 't2'],
      includeTags: true,
    });
    expect(asked()).toEqual([
      '/accounts?limit=100&starting_after=2025-03-07T00%3A00%3A00.000Z%26ann%40send.example' +
        '&filter=ACC_FILTER_ERROR&tag_ids=t1%2Ct2&include_tags=true',
    ]);
    expect(page.value).toMatchObject([{ address: ANN, workspaceId: OWNER, readAt: NOW }]);
    await client.listInboxes();
    expect(asked()[1]).toBe('/accounts?limit=100');
  });

  test('tags', async () => {
    const { client, asked } = clientFor(rows(tagBody, { label: 'no id' }));
    expect(await client.tags('c')).toMatchObject({
      value: [{ id: TAG_ID, label: 'Team' }],
      oddities: 1,
    });
    expect(asked()).toEqual(['/custom-tags?limit=100&starting_after=c']);
  });

  test('tag mappings', async () => {
    const { client, asked } = clientFor(
      rows(
        { tag_id: TAG_ID, resource_id: 'Ann@send.example', resource_type: 1 },
        { tag_id: TAG_ID, resource_id: CAMPAIGN_ID, resource_type: 2 },
        { tag_id: TAG_ID, resource_id: 'neither' },
        { resource_id: ANN },
      ),
    );
    expect(await client.tagMappings({ resources: [ANN, CAMPAIGN] })).toMatchObject({
      value: [
        { tagId: TAG_ID, kind: 'inbox', address: ANN },
        { tagId: TAG_ID, kind: 'campaign', campaignId: CAMPAIGN_ID },
      ],
      oddities: 2,
    });
    expect(asked()).toEqual([
      `/custom-tag-mappings?limit=100&resource_ids=ann%40send.example%2C${CAMPAIGN_ID}`,
    ]);
  });

  test('subsequences', async () => {
    const { client, asked } = clientFor(rows(subsequenceBody));
    expect(await client.subsequences(CAMPAIGN)).toMatchObject({
      oddities: 0,
      value: [
        {
          id: SUBSEQUENCE_ID,
          campaignId: CAMPAIGN_ID,
          name: 'Said maybe',
          lifecycle: 'active',
          limitPerDay: 20,
          limitMode: 'custom',
          schedule: { startDate: '2026-09-25' },
        },
      ],
    });
    expect(asked()).toEqual([`/subsequences?limit=100&parent_campaign=${CAMPAIGN_ID}`]);
  });

  test('members', async () => {
    const { client, asked } = clientFor(rows(memberBody));
    expect((await client.workspaceMembers()).value).toEqual([
      {
        id: memberBody.sub_workspace_id,
        name: 'Client one',
        status: 'accepted',
        adminName: 'Agency',
      },
    ]);
    expect(asked()).toEqual(['/workspace-group-members?limit=100']);
  });

  test.each<[unknown, number]>([
    [undefined, 0],
    [null, 0],
    ['', 0],
    [7, 1],
    ['x'.repeat(2_001), 1],
    ['\ud800', 1],
  ])('a cursor of %j ends the list', async (next_starting_after, oddities) => {
    const { client } = clientFor({ items: [], next_starting_after });
    const page = await client.listCampaigns();
    expect(page).toEqual({ value: [], rows: 0, nextCursor: undefined, oddities });
  });

  test.each([null, [], {}, { items: null }, { items: 'x' }, 'x', 7])(
    'no list in %j',
    async (body) => {
      await expect(clientFor(body).client.listCampaigns()).rejects.toMatchObject({
        kind: 'bad_body',
      });
    },
  );
});
