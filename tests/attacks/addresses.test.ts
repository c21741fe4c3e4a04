import { describe, expect, test } from 'vitest';
import { createClient } from '#instantly';
import { classifySender } from '../../lib/messages/classify-sender.ts';
import { routeOf } from '../../lib/overlay/routes.ts';
import { failureOf, loadWithout } from './permissive.ts';
import { ID, OWN, PANEL } from './senders.ts';

const KEY = 'bm9ydGh3aW5kLWtleS1vbmU6eHh4eHh4eHg=';
const load = () => import('#instantly');

/** A client over a network that notes where it is asked and answers with campaigns of the given ids. */
const clientOf = (room: Awaited<ReturnType<typeof load>>, ids: readonly unknown[] = []) => {
  const asked: string[] = [];
  const client = room.createClient({
    key: KEY,
    now: () => 0,
    fetch: async (url) => {
      asked.push(new URL(url).pathname);
      return Response.json({ items: ids.map((id) => ({ id, organization: ID, name: 'x' })) });
    },
  });
  return { client, asked };
};

const TAKE_ANY_ID = {
  '../../lib/model/ids.ts': () => ({ parseCampaignId: (text: unknown) => text }),
};
const JOIN_RAW = {
  '../../lib/instantly/url.ts': () => ({
    apiUrl: (segments: readonly string[]) =>
      `https://api.instantly.ai/api/v2/${segments.join('/')}`,
  }),
};

describe('row 19: hostile ids', () => {
  const HOSTILE = [
    '../../accounts',
    '..',
    '%2e%2e',
    `${ID}?x=1`,
    `${ID}#`,
    `${ID}/../../accounts`,
    `${ID}\n`,
    ` ${ID}`,
    `${ID.slice(0, -1)}g`,
    ID.repeat(60),
    '',
    'null',
    '{019cc043-aee6-7ae9-a545-d7de53430e37}',
    7,
    null,
    [ID],
    { toString: () => ID },
  ];

  test.each(HOSTILE)('row 19: %j is refused before an address is built', async (id) => {
    const { client, asked } = clientOf({ createClient } as never);
    expect(await failureOf(client.sendingStatus(id as never))).toBe('bad_request');
    expect(await failureOf(client.campaign(id as never))).toBe('bad_request');
    expect(asked).toEqual([]);
  });

  test('row 19: a campaign whose id is hostile is left out of the list and counted', async () => {
    const { client } = clientOf({ createClient } as never, [...HOSTILE, ID.toUpperCase()]);
    const { value, oddities } = await client.listCampaigns();
    expect(value.map(({ id }) => id)).toEqual([ID]);
    expect(oddities).toBeGreaterThanOrEqual(HOSTILE.length);
  });

  test('row 19, control: without the check of ids Instantly is asked, and lists them', async () => {
    const { client, asked } = clientOf(await loadWithout(TAKE_ANY_ID, load), ['../../accounts']);
    await failureOf(client.sendingStatus('../../accounts' as never));
    expect(asked).toEqual(['/api/v2/campaigns/..%2F..%2Faccounts/sending-status']);
    expect((await client.listCampaigns()).value.map(({ id }) => id)).toEqual(['../../accounts']);
  });

  test('row 19, control: without the encoding as well another call is made', async () => {
    const open = await loadWithout({ ...TAKE_ANY_ID, ...JOIN_RAW }, load);
    const { client, asked } = clientOf(open);
    await failureOf(client.sendingStatus('../../accounts' as never));
    await failureOf(client.sendingStatus('../accounts?x=' as never));
    expect(asked).toEqual(['/api/accounts/sending-status', '/api/v2/accounts']);
  });
});

describe('row 20: addresses that look like Instantly’s', () => {
  const TRICKS = [
    `https://app.instantly.ai.evil.com/app/campaign/${ID}`,
    `https://app.instantly.ai@evil.com/app/campaign/${ID}`,
    `https://evil.com/#https://app.instantly.ai/app/campaign/${ID}`,
    `https://evil.com//app.instantly.ai/app/campaign/${ID}`,
    `https://evil.com/?u=https://app.instantly.ai/app/campaign/${ID}`,
    `http://app.instantly.ai/app/campaign/${ID}`,
    `https://app.instantly.ai:8443/app/campaign/${ID}`,
    `https://xapp.instantly.ai/app/campaign/${ID}`,
    `https://app.instantly.ai.:443/app/campaign/${ID}`,
    `blob:https://app.instantly.ai/app/campaign/${ID}`,
    `view-source:https://app.instantly.ai/app/campaign/${ID}`,
    `javascript:location='https://app.instantly.ai/app/campaign/${ID}'`,
  ];

  test.each(TRICKS)('row 20: %s is no page of Instantly', (address) => {
    expect(routeOf(address)).toEqual({ kind: 'other' });
  });

  test.each(TRICKS.filter((address) => !/^(?:blob|view|java)/.test(address)))(
    'row 20: %s sends no message',
    (url) => {
      expect(classifySender({ ...PANEL, url }, OWN)).toBeUndefined();
      const { origin } = new URL(url);
      expect(classifySender({ ...PANEL, origin }, OWN)).toBeUndefined();
    },
  );

  test.each([
    `https://app.instantly.ai/app/campaign/${ID}%2f..%2f..%2faccounts`,
    `https://app.instantly.ai/app/campaign/%2e%2e/accounts`,
    `https://app.instantly.ai//app/campaign/${ID}`,
    `https://app.instantly.ai/x/app/campaign/${ID}`,
    `https://app.instantly.ai/#/app/campaign/${ID}`,
  ])('row 20: %s leads to no other id than the one that stands in the path', (address) => {
    const route = routeOf(address);
    if (route.kind === 'campaign') expect(route.campaignId).toBe(ID);
    else expect(['other', 'campaigns', 'accounts']).toContain(route.kind);
  });

  test('row 20, control: a search for the name of the host takes them all', () => {
    const naive = (address: string) => address.includes('app.instantly.ai');
    expect(TRICKS.filter(naive)).toEqual(TRICKS);
    expect(routeOf(`https://app.instantly.ai/app/campaign/${ID}`).kind).toBe('campaign');
  });
});
