import { describe, expect, test } from 'vitest';
import type { InboxAddress } from '#model';
import { createClient } from './create-client.ts';
import { fakeFetch, json } from './fixtures/fake-fetch.ts';
import { accountBody, CAMPAIGN_ID } from './fixtures/payloads.ts';

const BASE = 'https://api.instantly.ai/api/v2';
const ANN = accountBody.email as InboxAddress;

const clientFor = (body: unknown) => {
  const { fetch, requests } = fakeFetch(json(body));
  const client = createClient({ key: 'canary-key-0123456789', fetch, now: () => 0 });
  const asked = () =>
    requests.map(({ url, init: { method, body: sent } }) => [method, url.replace(BASE, ''), sent]);
  return { client, asked };
};

test('one inbox', async () => {
  const { client, asked } = clientFor(accountBody);
  expect((await client.inbox(ANN)).value.address).toBe(ANN);
  expect(asked()).toEqual([['GET', `/accounts/${encodeURIComponent(ANN)}`, undefined]]);
});

describe('vitals', () => {
  const good = { domain: 'a.example', allPass: true, mx: true, spf: true, dkim: true, dmarc: true };

  test('are asked for in one call and read domain by domain, the failed ones first', async () => {
    const failed = { ...good, domain: 'B.example', allPass: false, dkim: false };
    const { client, asked } = clientFor({ success_list: [good], failure_list: [failed] });
    expect((await client.inboxVitals([ANN])).value).toEqual([
      { domain: 'b.example', isPassing: false, mx: true, spf: true, dkim: false, dmarc: true },
      { domain: 'a.example', isPassing: true, mx: true, spf: true, dkim: true, dmarc: true },
    ]);
    expect(asked()).toEqual([
      ['POST', '/accounts/test/vitals', JSON.stringify({ accounts: [ANN] })],
    ]);
  });

  test('that could not be read are unknown, and then the domain is not fine', async () => {
    const { client } = clientFor({ success_list: [{ ...good, indeterminate: ['spf'] }] });
    expect((await client.inboxVitals([ANN])).value).toMatchObject([
      { isPassing: false, spf: null },
    ]);
  });

  test('are none where they are nonsense', async () => {
    const { client } = clientFor({ success_list: [{ domain: '<b>' }, 7], failure_list: 'x' });
    expect(await client.inboxVitals([ANN])).toEqual({ value: [], oddities: 3 });
  });
});

test('a tracking domain', async () => {
  const { client, asked } = clientFor({
    success: true,
    ssl: true,
    cname: true,
    host: 't.a.example',
  });
  expect((await client.trackingDomain('t.a.example')).value).toEqual({
    host: 't.a.example',
    isPassing: true,
    isSslValid: true,
    isCnameValid: true,
  });
  expect(asked()).toEqual([['GET', '/accounts/ctd/status?host=t.a.example', undefined]]);
});

test('warmup: figures by inbox and day, and nothing for inboxes that have none', async () => {
  const day = { sent: 20, landed_inbox: 18, landed_spam: 2, received: 19 };
  const { client, asked } = clientFor({
    email_date_data: { [ANN]: { '2026-11-20': day, '2026-11-19': day, nonsense: day } },
    aggregate_data: { [ANN]: { sent: 40, health_score: 90 }, 'no address': {} },
  });
  const counts = { sent: 20, received: 19, landedInbox: 18, landedSpam: 2 };
  expect(await client.warmups([ANN])).toEqual({
    value: [
      {
        address: ANN,
        sent: 40,
        received: null,
        landedInbox: null,
        landedSpam: null,
        score: 90,
        days: [
          { date: '2026-11-19', ...counts },
          { date: '2026-11-20', ...counts },
        ],
      },
    ],
    oddities: 2,
  });
  expect(asked()).toEqual([
    ['POST', '/accounts/warmup-analytics', JSON.stringify({ emails: [ANN] })],
  ]);
});

test.each([
  ['pending', 0, 'running'],
  ['in-progress', 40, 'running'],
  ['success', 100, 'done'],
  ['failed', 30, 'failed'],
  ['cancelled', 30, 'failed'],
  ['never seen', 30, 'running'],
  ['constructor', 1e9, 'running'],
])('a job that is %s', async (status, progress, state) => {
  const { client } = clientFor({ id: '65f1', status, progress });
  expect((await client.backgroundJob('65f1')).value).toEqual({
    id: '65f1',
    state,
    progressPercent: Math.min(100, progress),
  });
});

test('the audit log: who, when and what', async () => {
  const { client, asked } = clientFor({
    items: [
      {
        timestamp: '2026-11-20T14:02:00.000Z',
        activity_type: 5,
        from_api: true,
        user_name: null,
        campaign_id: CAMPAIGN_ID,
      },
      { timestamp: '2026-11-20T14:00:00.000Z', activity_type: 22, user_name: 'Dana' },
      { timestamp: 'yesterday', activity_type: 5 },
    ],
  });
  const at = Date.UTC(2026, 10, 20, 14);
  expect((await client.auditLog('2026-11-01')).value).toEqual([
    {
      at: at + 120_000,
      kind: 'campaign_paused',
      by: null,
      isFromApi: true,
      campaignId: CAMPAIGN_ID,
    },
    { at, kind: 'other', by: 'Dana', isFromApi: false, campaignId: null },
  ]);
  expect(asked()).toEqual([['GET', '/audit-logs?limit=100&start_date=2026-11-01', undefined]]);
});
