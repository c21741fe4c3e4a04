import { describe, expect, test } from 'vitest';
import type { CampaignId, InboxAddress } from '#model';
import { createClient } from './create-client.ts';
import { fakeFetch, json } from './fixtures/fake-fetch.ts';
import {
  CAMPAIGN_ID,
  campaignDayBody,
  inboxDayBody,
  OTHER_CAMPAIGN_ID,
  totalsBody,
} from './fixtures/payloads.ts';

const BASE = 'https://api.instantly.ai/api/v2';
const CAMPAIGN = CAMPAIGN_ID as CampaignId;
const ANN = 'ann@send.example' as InboxAddress;

const clientFor = (body: unknown) => {
  const { fetch, requests } = fakeFetch(json(body));
  const client = createClient({ key: 'canary-key-0123456789', fetch, now: () => 0 });
  return { client, asked: () => requests.map(({ url }) => url.replace(BASE, '')) };
};

describe('figures', () => {
  test('totals', async () => {
    const { client, asked } = clientFor([totalsBody, { campaign_id: 'x' }]);
    expect(await client.campaignAnalytics([CAMPAIGN, OTHER_CAMPAIGN_ID as CampaignId])).toEqual({
      oddities: 1,
      value: [
        {
          campaignId: CAMPAIGN_ID,
          leads: 1_500,
          contacted: 1_200,
          newLeadsContacted: 200,
          completed: 1_100,
          bounced: 50,
          unsubscribed: 20,
          mailsSent: 5_000,
        },
      ],
    });
    await client.campaignAnalytics('all', { withoutLeads: true });
    expect(asked()).toEqual([
      `/campaigns/analytics?ids=${CAMPAIGN_ID}&ids=${OTHER_CAMPAIGN_ID}`,
      '/campaigns/analytics?exclude_total_leads_count=true',
    ]);
  });

  test('no ids are no question: it would mean all', async () => {
    const { client, asked } = clientFor([totalsBody]);
    expect(await client.campaignAnalytics([])).toEqual({ value: [], oddities: 0 });
    expect(await client.inboxDays([], '2026-11-01', '2026-11-02')).toEqual({
      value: [],
      oddities: 0,
    });
    expect(asked()).toEqual([]);
  });

  test('days of inboxes, always with addresses and dates', async () => {
    const { client, asked } = clientFor([inboxDayBody, { ...inboxDayBody, date: 'today' }]);
    const bob = 'bob+1@send.example' as InboxAddress;
    expect(await client.inboxDays([ANN, bob], '2026-11-20', '2026-11-21')).toEqual({
      oddities: 1,
      value: [{ address: ANN, date: '2026-11-20', sent: 28, bounced: 1 }],
    });
    expect(asked()).toEqual([
      '/accounts/analytics/daily?start_date=2026-11-20&end_date=2026-11-21' +
        '&emails=ann%40send.example&emails=bob%2B1%40send.example',
    ]);
  });

  test('days of a campaign', async () => {
    const { client, asked } = clientFor([campaignDayBody, { date: '2026-11-21' }]);
    expect(await client.campaignDays(CAMPAIGN, '2026-11-20', '2026-11-21')).toEqual({
      oddities: 1,
      value: [
        { date: '2026-11-20', mailsSent: 31, contacted: 22, newLeadsContacted: 11 },
        {
          date: '2026-11-21',
          mailsSent: undefined,
          contacted: undefined,
          newLeadsContacted: undefined,
        },
      ],
    });
    expect(asked()).toEqual([
      `/campaigns/analytics/daily?start_date=2026-11-20&end_date=2026-11-21&campaign_id=${CAMPAIGN_ID}`,
    ]);
  });

  test('100 go into one call, 101 do not', async () => {
    const { client, asked } = clientFor([]);
    const hundred = Array.from({ length: 100 }, (_, n) => `n${n}@send.example` as InboxAddress);
    await client.inboxDays(hundred, '2026-11-20', '2026-11-20');
    const more = [...hundred, ANN];
    await expect(client.inboxDays(more, '2026-11-20', '2026-11-20')).rejects.toMatchObject({
      kind: 'bad_request',
    });
    const ids = Array.from({ length: 101 }, () => CAMPAIGN);
    await expect(client.campaignAnalytics(ids)).rejects.toMatchObject({ kind: 'bad_request' });
    expect(asked()).toHaveLength(1);
  });

  test.each(['today', '2026-02-30', '2026-11-20T00:00:00Z', ''])(
    'nothing is asked for the date "%s"',
    async (date) => {
      const { client, asked } = clientFor([]);
      const early = client.inboxDays([ANN], date, '2026-11-20');
      await expect(early).rejects.toMatchObject({ kind: 'bad_request' });
      const late = client.campaignDays(CAMPAIGN, '2026-11-20', date);
      await expect(late).rejects.toMatchObject({ kind: 'bad_request' });
      expect(asked()).toEqual([]);
    },
  );

  test.each([{}, null, 'x', { items: [] }])('no array in %j', async (body) => {
    await expect(clientFor(body).client.campaignAnalytics('all')).rejects.toMatchObject({
      kind: 'bad_body',
    });
  });
});
