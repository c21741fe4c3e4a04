import { describe, expect, test } from 'vitest';
import { createClient } from './create-client.ts';
import { fakeFetch, json, type Request, refusal } from './fixtures/fake-fetch.ts';
import {
  accountBody,
  CAMPAIGN_ID,
  campaignBody,
  tagBody,
  WORKSPACE_ID,
  workspaceBody,
} from './fixtures/payloads.ts';
import { probeAbilities } from './probe-abilities.ts';

type Reply = (request: Request) => Response | Promise<Response>;

const ALL: Readonly<Record<string, Reply>> = {
  'workspaces/current': json(workspaceBody),
  campaigns: json({ items: [campaignBody] }),
  accounts: json({ items: [accountBody] }),
  'custom-tags': json({ items: [tagBody] }),
  subsequences: json({ items: [] }),
};

const probe = async (changes: Readonly<Record<string, Reply>> = {}) => {
  const replies = { ...ALL, ...changes };
  const { fetch, requests } = fakeFetch((request) => {
    const path = new URL(request.url).pathname.replace('/api/v2/', '');
    const reply = replies[path];
    if (!reply) throw new Error(`Unexpected ${path}`);
    return reply(request);
  });
  const client = createClient({ key: 'a-fine-key-0123', fetch, now: () => 0 });
  const report = await probeAbilities(client).catch((error: unknown) => ({ error }));
  return { report, asked: requests.map(({ url }) => url.split('/api/v2/')[1]) };
};

const noScope = (scope: string) => refusal(401, `Invalid scope. Required: ${scope}. Found: x:read`);

describe('probeAbilities', () => {
  test('a key that may read everything', async () => {
    const { report, asked } = await probe();
    expect(report).toEqual({
      abilities: {
        readWorkspace: true,
        readCampaigns: true,
        readInboxes: true,
        readTags: true,
        readSubsequences: true,
      },
      missingScopes: [],
      workspace: { id: WORKSPACE_ID, name: 'North office' },
      workspaceId: WORKSPACE_ID,
    });
    expect(asked).toEqual([
      'workspaces/current',
      'campaigns?limit=1',
      'accounts?limit=1',
      'custom-tags?limit=1',
      `subsequences?limit=1&parent_campaign=${CAMPAIGN_ID}`,
    ]);
  });

  test('missing scopes are named, once each, and the rest is tried', async () => {
    const { report } = await probe({
      'workspaces/current': noScope('workspaces:read'),
      'custom-tags': noScope('custom_tags:read, all:read'),
      subsequences: noScope('all:read'),
    });
    expect(report).toEqual({
      abilities: {
        readWorkspace: false,
        readCampaigns: true,
        readInboxes: true,
        readTags: false,
        readSubsequences: false,
      },
      missingScopes: ['workspaces:read', 'custom_tags:read', 'all:read'],
      workspace: undefined,
      workspaceId: WORKSPACE_ID,
    });
  });

  test('the workspace may be known from an inbox alone', async () => {
    const { report } = await probe({
      'workspaces/current': noScope('workspaces:read'),
      campaigns: noScope('campaigns:read'),
    });
    expect(report).toMatchObject({
      abilities: { readCampaigns: false, readSubsequences: undefined },
      workspaceId: WORKSPACE_ID,
    });
  });

  test('without a campaign subsequences cannot be tried', async () => {
    const { report, asked } = await probe({ campaigns: json({ items: [] }) });
    expect(report).toMatchObject({
      abilities: { readCampaigns: true, readSubsequences: undefined },
    });
    expect(asked).toHaveLength(4);
  });

  test('a key without any scope is a report, not a failure', async () => {
    const none = noScope('all:read');
    const { report } = await probe({
      'workspaces/current': none,
      campaigns: none,
      accounts: none,
      'custom-tags': none,
    });
    expect(report).toMatchObject({
      abilities: {
        readWorkspace: false,
        readCampaigns: false,
        readInboxes: false,
        readTags: false,
      },
      missingScopes: ['all:read'],
      workspaceId: undefined,
    });
  });

  test.each([
    [401, 'key_rejected'],
    [402, 'no_plan'],
    [429, 'rate_limited'],
  ])('%i ends it at once', async (status, kind) => {
    const { report, asked } = await probe({ campaigns: refusal(status, 'No') });
    expect(report).toMatchObject({ error: { kind } });
    expect(asked).toHaveLength(2);
  });

  test('no connection ends it at once', async () => {
    const { report, asked } = await probe({
      'workspaces/current': () => {
        throw new TypeError('Failed to fetch');
      },
    });
    expect(report).toMatchObject({ error: { kind: 'offline' } });
    expect(asked).toHaveLength(1);
  });

  test('a fault of one call leaves that ability open', async () => {
    const { report } = await probe({ accounts: refusal(503, 'Later') });
    expect(report).toMatchObject({ abilities: { readInboxes: undefined, readTags: true } });
  });

  test('when nothing answered, the first failure is told', async () => {
    const { report } = await probe({
      'workspaces/current': refusal(403, 'Blocked'),
      campaigns: refusal(500, ''),
      accounts: refusal(500, ''),
      'custom-tags': refusal(500, ''),
    });
    expect(report).toMatchObject({ error: { kind: 'blocked', vendorMessage: 'Blocked' } });
  });
});
