import { describe, expect, test } from 'vitest';
import type { CampaignId, InboxAddress, SubsequenceId, WorkspaceId } from '#model';
import type { ClientOptions } from './client.ts';
import { createClient } from './create-client.ts';
import { fakeFetch, json, refusal, text } from './fixtures/fake-fetch.ts';
import {
  CAMPAIGN_ID,
  campaignBody,
  healthyStatusBody,
  OTHER_CAMPAIGN_ID,
  SUBSEQUENCE_ID,
  WORKSPACE_ID,
  workspaceBody,
} from './fixtures/payloads.ts';

const BASE = 'https://api.instantly.ai/api/v2';
const KEY = 'canary-key-0123456789';
const NOW = Date.UTC(2026, 10, 21);
const CAMPAIGN = CAMPAIGN_ID as CampaignId;
const SUBSEQUENCE = SUBSEQUENCE_ID as SubsequenceId;
const OWNER = 'aaaaaaaa-0000-4000-8000-000000000001' as WorkspaceId;
const ANN = 'ann@send.example' as InboxAddress;

const clientFor = (body: unknown, options: Partial<ClientOptions> = {}) => {
  const { fetch, requests } = fakeFetch(json(body));
  const client = createClient({ key: KEY, fetch, now: () => NOW, workspaceId: OWNER, ...options });
  return { client, asked: () => requests.map(({ url }) => url.replace(BASE, '')), requests };
};

const rows = (...items: unknown[]) => ({ items, next_starting_after: 'next&1' });

describe('one campaign', () => {
  test('its facts', async () => {
    const { client, asked } = clientFor(campaignBody);
    expect((await client.campaign(CAMPAIGN)).value.name).toBe('Spring outreach');
    expect(asked()).toEqual([`/campaigns/${CAMPAIGN_ID}`]);
  });

  test('the facts of another are refused', async () => {
    const { client } = clientFor({ ...campaignBody, id: OTHER_CAMPAIGN_ID });
    await expect(client.campaign(CAMPAIGN)).rejects.toMatchObject({ kind: 'bad_body' });
  });

  test('its sending status', async () => {
    const { client, asked } = clientFor(healthyStatusBody);
    expect(await client.sendingStatus(CAMPAIGN)).toMatchObject({
      oddities: 0,
      value: { kind: 'read', readAt: NOW, snapshot: { code: 'healthy' } },
    });
    await client.sendingStatus(CAMPAIGN, { withAiSummary: true });
    expect(asked()).toEqual([
      `/campaigns/${CAMPAIGN_ID}/sending-status`,
      `/campaigns/${CAMPAIGN_ID}/sending-status?with_ai_summary=true`,
    ]);
  });

  test('the status of a subsequence', async () => {
    const { client, asked } = clientFor(healthyStatusBody);
    expect((await client.subsequenceStatus(SUBSEQUENCE)).value.kind).toBe('read');
    expect(asked()).toEqual([`/subsequences/${SUBSEQUENCE_ID}/sending-status`]);
  });

  test.each(['../../accounts', '', 'x', `${CAMPAIGN_ID}/pause`, '%2e%2e'])(
    'nothing is asked for the id "%s"',
    async (id) => {
      const { client, asked } = clientFor({});
      const calls = [
        client.campaign(id as CampaignId),
        client.sendingStatus(id as CampaignId),
        client.subsequences(id as CampaignId),
        client.subsequenceStatus(id as SubsequenceId),
        client.campaignAnalytics([id as CampaignId]),
        client.campaignDays(id as CampaignId, '2026-11-01', '2026-11-02'),
        client.inboxDays([id as InboxAddress], '2026-11-01', '2026-11-02'),
      ];
      for (const call of calls) await expect(call).rejects.toMatchObject({ kind: 'bad_request' });
      expect(asked()).toEqual([]);
    },
  );
});

describe('the workspace', () => {
  test('its identity', async () => {
    const { client, asked } = clientFor(workspaceBody);
    expect(await client.currentWorkspace()).toEqual({
      value: { id: WORKSPACE_ID, name: 'North office' },
      oddities: 0,
    });
    expect(asked()).toEqual(['/workspaces/current']);
  });

  test('without a name it is still one; without an id it is none', async () => {
    expect(await clientFor({ id: WORKSPACE_ID }).client.currentWorkspace()).toEqual({
      value: { id: WORKSPACE_ID, name: '' },
      oddities: 1,
    });
    await expect(clientFor({ name: 'x' }).client.currentWorkspace()).rejects.toMatchObject({
      kind: 'bad_body',
    });
  });

  test('rows belong to their own workspace until it is known', async () => {
    const { client } = clientFor(rows(campaignBody), { workspaceId: undefined });
    expect((await client.listCampaigns()).value[0]?.workspaceId).toBe(WORKSPACE_ID);
  });
});

describe('an agency', () => {
  test('acts on the workspace it names, which must be a whole id', async () => {
    const { client, requests } = clientFor(workspaceBody, { asWorkspace: OWNER });
    await client.currentWorkspace();
    expect(requests[0]?.init.headers).toMatchObject({ 'x-as-workspace': OWNER });
    expect(() => clientFor({}, { asWorkspace: 'x' as WorkspaceId })).toThrow('bad_request');
  });
});

describe('limits of size', () => {
  const big = (bytes: number) => text(JSON.stringify({ pad: 'x'.repeat(bytes) }));

  test('one megabyte for a status, eight for a list', async () => {
    const { fetch } = fakeFetch(big(1_048_576));
    const client = createClient({ key: KEY, fetch, now: () => NOW });
    await expect(client.sendingStatus(CAMPAIGN)).rejects.toMatchObject({ kind: 'body_too_large' });
    await expect(client.listCampaigns()).rejects.toMatchObject({ kind: 'bad_body' });
    const huge = createClient({ key: KEY, fetch: fakeFetch(big(8_388_608)).fetch, now: () => NOW });
    await expect(huge.listCampaigns()).rejects.toMatchObject({ kind: 'body_too_large' });
  });

  test('other limits', async () => {
    const { client } = clientFor(campaignBody, { maxBodyBytes: { list: 10 } });
    await expect(client.campaign(CAMPAIGN)).rejects.toMatchObject({ kind: 'body_too_large' });
  });
});

describe('the key', () => {
  test.each(['', 'a\nb', 'Bearer abc', ' abc', 'YOUR_API_KEY'])(
    'a text that is no key asks nothing: %j',
    (key) => {
      const { fetch } = fakeFetch(json({}));
      expect(() => createClient({ key, fetch, now: () => NOW })).toThrow('key_rejected');
    },
  );

  test('is nowhere in the client, an address or an error', async () => {
    const { fetch, requests } = fakeFetch(refusal(401, `Unknown key ${KEY}`));
    const client = createClient({ key: KEY, fetch, now: () => NOW });
    const error = await client.listCampaigns().catch((reason: unknown) => reason);
    const seen = [JSON.stringify(client), JSON.stringify(error), String(error), requests[0]?.url];
    expect(seen.join()).not.toContain(KEY);
    expect(error).toMatchObject({ kind: 'key_rejected', vendorMessage: 'Unknown key [key]' });
  });

  test('a signal of the caller reaches the request', async () => {
    const { client } = clientFor(rows());
    const reason = new Error('replaced');
    const signal = AbortSignal.abort(reason);
    await expect(client.listCampaigns(undefined, { signal })).rejects.toBe(reason);
    await expect(client.inboxDays([ANN], '2026-11-20', '2026-11-20', { signal })).rejects.toBe(
      reason,
    );
  });
});
