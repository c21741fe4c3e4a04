import { describe, expect, test } from 'vitest';
import type { CampaignId, InboxAddress, WorkspaceId } from '#model';
import { createWriter } from './create-writer.ts';
import { type InstantlyError, isRefusal } from './error.ts';
import { fakeFetch, json, refusal, silence } from './fixtures/fake-fetch.ts';
import { accountBody, CAMPAIGN_ID, campaignBody, OTHER_CAMPAIGN_ID } from './fixtures/payloads.ts';
import type { InstantlyWriter } from './writer.ts';

const BASE = 'https://api.instantly.ai/api/v2';
const KEY = 'canary-key-0123456789';
const NOW = Date.UTC(2026, 10, 21);
const CAMPAIGN = CAMPAIGN_ID as CampaignId;
const OWNER = 'aaaaaaaa-0000-4000-8000-000000000001' as WorkspaceId;
const ANN = accountBody.email as InboxAddress;
const JOB = { id: '65f1e2d3c4b5a69788990011', status: 'pending', progress: 0 };

const writerFor = (...replies: readonly ReturnType<typeof json>[]) => {
  const { fetch, requests } = fakeFetch(...replies);
  const writer = createWriter({
    key: KEY,
    fetch,
    now: () => NOW,
    workspaceId: OWNER,
    timeoutMs: 50,
  });
  const sent = () =>
    requests.map(({ url, init: { method, body } }) => [method, url.replace(BASE, ''), body]);
  return { writer, sent, requests };
};

const failureOf = (promise: Promise<unknown>): Promise<InstantlyError> =>
  promise.then(
    () => {
      throw new Error('nothing was thrown');
    },
    (error: InstantlyError) => error,
  );

const CAMPAIGN_CALLS: [string, (writer: InstantlyWriter) => Promise<unknown>, unknown[]][] = [
  [
    'pause',
    (it) => it.pauseCampaign(CAMPAIGN),
    ['POST', `/campaigns/${CAMPAIGN}/pause`, undefined],
  ],
  [
    'activate',
    (it) => it.activateCampaign(CAMPAIGN),
    ['POST', `/campaigns/${CAMPAIGN}/activate`, undefined],
  ],
  [
    'limit',
    (it) => it.changeCampaign(CAMPAIGN, { limitPerDay: 150 }),
    ['PATCH', `/campaigns/${CAMPAIGN}`, '{"daily_limit":150}'],
  ],
  [
    'new leads',
    (it) => it.changeCampaign(CAMPAIGN, { newLeadsPerDay: null }),
    ['PATCH', `/campaigns/${CAMPAIGN}`, '{"daily_max_leads":null}'],
  ],
  [
    'ESP matching',
    (it) => it.changeCampaign(CAMPAIGN, { isEspMatching: false }),
    ['PATCH', `/campaigns/${CAMPAIGN}`, '{"match_lead_esp":false}'],
  ],
];

const PLUS = 'a+b/c@send.example' as InboxAddress;
const AT_PLUS = '/accounts/a%2Bb%2Fc%40send.example';
const INBOX_CALLS: [string, (writer: InstantlyWriter) => Promise<unknown>, unknown[]][] = [
  ['pause', (it) => it.pauseInbox(PLUS), ['POST', `${AT_PLUS}/pause`, undefined]],
  ['resume', (it) => it.resumeInbox(PLUS), ['POST', `${AT_PLUS}/resume`, undefined]],
  ['mark fixed', (it) => it.markInboxFixed(PLUS), ['POST', `${AT_PLUS}/mark-fixed`, undefined]],
  [
    'limit',
    (it) => it.changeInbox(PLUS, { limitPerDay: 30 }),
    ['PATCH', AT_PLUS, '{"daily_limit":30}'],
  ],
  ['gap', (it) => it.changeInbox(PLUS, { gapMinutes: 5 }), ['PATCH', AT_PLUS, '{"sending_gap":5}']],
  [
    'slow ramp',
    (it) => it.changeInbox(PLUS, { isSlowRamp: true }),
    ['PATCH', AT_PLUS, '{"enable_slow_ramp":true}'],
  ],
];

describe('a call changes one field of one thing', () => {
  test.each(CAMPAIGN_CALLS)('campaign: %s', async (_, call, expected) => {
    const { writer, sent } = writerFor(json(campaignBody));
    expect(await call(writer)).toMatchObject({ value: { id: CAMPAIGN, workspaceId: OWNER } });
    expect(sent()).toEqual([expected]);
  });

  test.each(INBOX_CALLS)('inbox: %s', async (_, call, expected) => {
    const { writer, sent } = writerFor(json({ ...accountBody, email: PLUS }));
    expect(await call(writer)).toMatchObject({ value: { address: PLUS } });
    expect(sent()).toEqual([expected]);
  });

  test('what has no body has no content type either', async () => {
    const { writer, requests } = writerFor(json(campaignBody));
    await writer.pauseCampaign(CAMPAIGN);
    await writer.changeCampaign(CAMPAIGN, { limitPerDay: 1 });
    const types = requests.map(({ init }) => new Headers(init.headers).get('Content-Type'));
    expect(types).toEqual([null, 'application/json']);
  });
});

describe('warmup', () => {
  test('is for the inboxes that are named', async () => {
    const { writer, sent } = writerFor(json(JOB));
    expect((await writer.setWarmup([ANN], true)).value).toEqual({
      id: JOB.id,
      state: 'running',
      progressPercent: 0,
    });
    await writer.setWarmup([ANN], false);
    expect(sent()).toEqual([
      ['POST', '/accounts/warmup/enable', JSON.stringify({ emails: [ANN] })],
      ['POST', '/accounts/warmup/disable', JSON.stringify({ emails: [ANN] })],
    ]);
  });

  test('is never for none, which Instantly would take for all, nor for more than 100', async () => {
    const { writer, sent } = writerFor(json(JOB));
    const many = Array.from({ length: 101 }, (_, n) => `a${n}@send.example` as InboxAddress);
    for (const addresses of [[], many]) {
      expect(await failureOf(writer.setWarmup(addresses, true))).toMatchObject({
        kind: 'bad_request',
      });
    }
    expect(sent()).toEqual([]);
  });
});

describe('what cannot be right', () => {
  test('a hostile id or address is never sent', async () => {
    const { writer, sent } = writerFor(json(campaignBody));
    const kinds = [
      await failureOf(writer.pauseCampaign('../accounts' as CampaignId)),
      await failureOf(writer.resumeInbox('..' as InboxAddress)),
    ].map(({ kind }) => kind);
    expect(kinds).toEqual(['bad_request', 'bad_request']);
    expect(sent()).toEqual([]);
  });

  test('an answer about another campaign or inbox is none', async () => {
    const { writer } = writerFor(
      json({ ...campaignBody, id: OTHER_CAMPAIGN_ID }),
      json({ ...accountBody, email: 'other@send.example' }),
    );
    expect((await failureOf(writer.pauseCampaign(CAMPAIGN))).kind).toBe('bad_body');
    expect((await failureOf(writer.pauseInbox(ANN))).kind).toBe('bad_body');
  });
});

describe('whether a call that failed changed anything', () => {
  test.each([
    [400, 'bad_request', true],
    [404, 'not_found', true],
    [409, 'conflict', true],
    [422, 'bad_request', true],
    [429, 'rate_limited', true],
    [403, 'blocked', true],
    [408, 'server_fault', false],
    [500, 'server_fault', false],
    [503, 'server_fault', false],
  ])('%i is %s, surely not: %s', async (status, kind, isSure) => {
    const { writer, sent } = writerFor(refusal(status, 'No'));
    const error = await failureOf(writer.pauseCampaign(CAMPAIGN));
    expect(error.kind).toBe(kind);
    expect(isRefusal(error)).toBe(isSure);
    expect(sent()).toHaveLength(1);
  });

  test('a missing scope is a refusal that names it', async () => {
    const { writer } = writerFor(
      refusal(401, 'Invalid scope. Required: campaigns:update. Found: all:read'),
    );
    const error = await failureOf(writer.pauseCampaign(CAMPAIGN));
    expect(error).toMatchObject({ kind: 'scope_missing', scopes: ['campaigns:update'] });
    expect(isRefusal(error)).toBe(true);
  });

  test('no answer, or one that cannot be read, leaves it open, and nothing is sent again', async () => {
    const lost = writerFor(silence);
    expect(isRefusal(await failureOf(lost.writer.pauseCampaign(CAMPAIGN)))).toBe(false);
    const garbled = writerFor(json({ hello: 1 }));
    expect(isRefusal(await failureOf(garbled.writer.pauseCampaign(CAMPAIGN)))).toBe(false);
    expect([lost.sent().length, garbled.sent().length]).toEqual([1, 1]);
  });
});
