import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CampaignFacts, WorkspaceId } from '#model';
import { readCampaign } from './campaign-wire.ts';
import { differences, hostileValue, mutated, pathsOf } from './fixtures/mutations.ts';
import { CAMPAIGN_ID, campaignBody, TAG_ID, WORKSPACE_ID } from './fixtures/payloads.ts';
import { Oddities } from './wire.ts';

const OWNER = 'aaaaaaaa-0000-4000-8000-000000000001' as WorkspaceId;

const read = (body: unknown, owner: WorkspaceId | undefined = OWNER) => {
  const odd = new Oddities();
  const facts = readCampaign(body, owner, odd);
  return { facts, oddities: odd.count };
};

const factsOf = (body: unknown): CampaignFacts => {
  const { facts } = read(body);
  if (!facts) throw new Error('Dropped');
  return facts;
};

const DAYS_ON = [false, true, true, true, true, true, false];

describe('readCampaign', () => {
  test('the documented campaign, field by field and nothing more', () => {
    expect(read(campaignBody)).toEqual({
      oddities: 0,
      facts: {
        id: CAMPAIGN_ID,
        workspaceId: OWNER,
        name: 'Spring outreach',
        lifecycle: 'active',
        notSendingReason: 'waiting_for_lead',
        schedule: {
          startDate: '2026-09-25',
          endDate: '2026-12-24',
          entries: [
            {
              name: 'Weekdays',
              fromMinute: 540,
              toMinute: 1_050,
              days: DAYS_ON,
              timeZone: 'America/Detroit',
            },
          ],
        },
        inboxes: ['ann@send.example', 'bob@send.example'],
        tagIds: [TAG_ID],
        limitPerDay: 100,
        newLeadsPerDay: 50,
        gapMinutes: 10,
        randomGapMinutes: 5,
        isPrioritizingNewLeads: false,
        isEspMatching: true,
        isBounceProtectOff: false,
        isEvergreen: false,
        createdAt: Date.UTC(2026, 2, 5, 23, 9, 47, 110),
        updatedAt: Date.UTC(2026, 2, 6, 1, 2, 3, 4),
      },
    });
  });

  test('only the required fields: the rest was not said, which is no oddity', () => {
    const { id, name, status, campaign_schedule, timestamp_created, timestamp_updated } =
      campaignBody;
    const least = { id, name, status, campaign_schedule, timestamp_created, timestamp_updated };
    expect(read(least)).toMatchObject({
      oddities: 0,
      facts: { notSendingReason: undefined, inboxes: [], tagIds: [], limitPerDay: undefined },
    });
  });

  test('null is kept where it means none', () => {
    const body = {
      ...campaignBody,
      not_sending_status: null,
      daily_limit: null,
      daily_max_leads: null,
      email_gap: null,
      match_lead_esp: null,
      email_list: null,
    };
    expect(read(body)).toMatchObject({
      oddities: 0,
      facts: {
        notSendingReason: null,
        limitPerDay: null,
        newLeadsPerDay: null,
        gapMinutes: null,
        isEspMatching: undefined,
        inboxes: [],
      },
    });
  });

  test.each([
    [0, 'draft'],
    [1, 'active'],
    [2, 'paused'],
    [3, 'completed'],
    [4, 'running_subsequences'],
    [-1, 'accounts_unhealthy'],
    [-2, 'bounce_protect'],
    [-99, 'account_suspended'],
    [7, { unseen: '7' }],
    [-42, { unseen: '-42' }],
    [1.5, { unseen: '1.5' }],
    ['1', undefined],
    [null, undefined],
  ])('status %j', (status, lifecycle) => {
    const { facts, oddities } = read({ ...campaignBody, status });
    expect(facts?.lifecycle).toEqual(lifecycle);
    expect(oddities).toBe(lifecycle === undefined ? 1 : 0);
  });

  test.each([
    [1, 'out_of_schedule'],
    [2, 'waiting_for_lead'],
    [3, 'campaign_daily_limit'],
    [4, 'inbox_daily_limits'],
    [99, 'instantly_error'],
    [5, { unseen: '5' }],
    [0, { unseen: '0' }],
  ])('not_sending_status %j', (status, reason) => {
    const body = { ...campaignBody, not_sending_status: status };
    expect(factsOf(body).notSendingReason).toEqual(reason);
  });

  test.each(['../../accounts', 'a?x=', '%2e%2e', '', 7, null, undefined, `${CAMPAIGN_ID}x`])(
    'dropped for its id: %j',
    (id) => {
      expect(read({ ...campaignBody, id }).facts).toBeUndefined();
    },
  );

  test.each([null, 'text', [], 7])('no campaign at all: %j', (body) => {
    expect(read(body).facts).toBeUndefined();
  });

  test('while connecting it belongs to its own workspace, and to none is dropped', () => {
    const odd = new Oddities();
    expect(readCampaign(campaignBody, undefined, odd)?.workspaceId).toBe(WORKSPACE_ID);
    const orphan = { ...campaignBody, organization: null };
    expect(readCampaign(orphan, undefined, odd)).toBeUndefined();
    expect(readCampaign(orphan, OWNER, odd)?.workspaceId).toBe(OWNER);
  });

  test('a huge or broken name is cut and made whole; none is empty', () => {
    expect(factsOf({ ...campaignBody, name: '😀'.repeat(1_000_000) }).name).toBe('😀'.repeat(300));
    expect(factsOf({ ...campaignBody, name: '\ud800' }).name).toBe('\ufffd');
    expect(read({ ...campaignBody, name: null })).toMatchObject({
      oddities: 1,
      facts: { name: '' },
    });
  });

  test('addresses and tags: each once, the unreadable counted', () => {
    const body = {
      ...campaignBody,
      email_list: ['Ann@send.example', 'ann@send.example', 'nobody', 7],
      email_tag_list: [TAG_ID, TAG_ID, '', null, 'a b'],
    };
    expect(read(body)).toMatchObject({
      oddities: 5,
      facts: { inboxes: ['ann@send.example'], tagIds: [TAG_ID] },
    });
  });
});

const FEEDS: Readonly<Record<string, string>> = {
  name: 'name',
  status: 'lifecycle',
  not_sending_status: 'notSendingReason',
  campaign_schedule: 'schedule',
  email_list: 'inboxes',
  email_tag_list: 'tagIds',
  daily_limit: 'limitPerDay',
  daily_max_leads: 'newLeadsPerDay',
  email_gap: 'gapMinutes',
  random_wait_max: 'randomGapMinutes',
  prioritize_new_leads: 'isPrioritizingNewLeads',
  match_lead_esp: 'isEspMatching',
  disable_bounce_protect: 'isBounceProtectOff',
  is_evergreen: 'isEvergreen',
  timestamp_created: 'createdAt',
  timestamp_updated: 'updatedAt',
};

test('any field changed: never throws, and only that field differs', () => {
  const before = factsOf(campaignBody);
  const paths = pathsOf(campaignBody).filter(([field]) => field !== 'id');
  fc.assert(
    fc.property(fc.constantFrom(...paths), hostileValue, (path, value) => {
      const after = factsOf(mutated(campaignBody, path, value));
      const reach = FEEDS[String(path[0])] ?? 'nothing';
      for (const difference of differences(before, after)) {
        expect(difference.split('.')[0], path.join('.')).toBe(reach);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('each wrong type is counted', () => {
  for (const field of Object.keys(FEEDS)) {
    expect(read({ ...campaignBody, [field]: { wrong: true } }).oddities, field).toBe(1);
  }
});
