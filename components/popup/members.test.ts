import { expect, test } from 'vitest';
import type { InboxAddress } from '#model';
import type { InboxFleetRecord } from '#store/read';
import { campaignId, cause, incident, NOW, verdict, WORKSPACE } from '../fixtures.ts';
import { type MemberSources, membersOf } from './members.ts';

const ANNA = 'anna@nw-mail.co' as InboxAddress;
const BO = 'bo@nw-mail.co' as InboxAddress;

const record = {
  workspaceId: WORKSPACE,
  inboxes: [
    { address: ANNA, tagIds: ['t2', 't1', 'gone'] },
    { address: BO, tagIds: ['t3'] },
  ],
  days: [],
  tags: [
    { id: 't1', label: 'Alpha' },
    { id: 't2', label: 'Beta' },
    { id: 't3', label: 'Gamma' },
  ],
  readAt: NOW,
} as unknown as InboxFleetRecord;

const membersIn = (rest: Partial<MemberSources>) =>
  membersOf({
    verdicts: [],
    incidents: [],
    inboxes: [record],
    campaigns: [],
    campaignTags: [],
    ...rest,
  });

const listed = (inboxes: readonly InboxAddress[], tagIds: readonly string[] = []) => [
  { id: campaignId(1), inboxes, tagIds },
];
const onCampaign = (...tagIds: readonly string[]) => [
  { workspaceId: WORKSPACE, tagIds: { [campaignId(1)]: tagIds }, readAt: NOW },
];

test('a listed campaign has its inboxes, and their tags by label', () => {
  expect(membersIn({ campaigns: listed([ANNA]) }).get(campaignId(1))).toEqual({
    addresses: [[ANNA]],
    tags: ['Alpha', 'Beta'],
    groupTags: ['Alpha', 'Beta'],
  });
});

test('a tag by which it takes its inboxes brings all that wear it', () => {
  expect(membersIn({ campaigns: listed([ANNA], ['t3']) }).get(campaignId(1))).toEqual({
    addresses: [[ANNA], [BO]],
    tags: ['Alpha', 'Beta', 'Gamma'],
    groupTags: ['Gamma'],
  });
});

test('it is grouped by its own tags before all others', () => {
  const sources = { campaigns: listed([], ['t3']), campaignTags: onCampaign('t2', 't1') };
  expect(membersIn(sources).get(campaignId(1))).toMatchObject({ groupTags: ['Alpha', 'Beta'] });
});

test('tags whose label is not known group nothing', () => {
  const sources = { campaigns: listed([BO]), campaignTags: onCampaign('unknown') };
  expect(membersIn(sources).get(campaignId(1))).toMatchObject({ groupTags: ['Gamma'] });
});

test('a cause names inboxes where no campaign is listed', () => {
  const causes = [cause('inbox_login_lost', { params: { addresses: [ANNA] } })];
  expect(membersIn({ verdicts: [verdict(1, 'blocked', { causes })] }).get(campaignId(1))).toEqual({
    addresses: [[ANNA]],
    tags: ['Alpha', 'Beta'],
    groupTags: ['Alpha', 'Beta'],
  });
});

test('an empty tag is a tag of its campaign', () => {
  const causes = [cause('empty_tag', { params: { count: 1, tags: ['t2'] } })];
  const members = membersIn({ verdicts: [verdict(1, 'blocked', { causes })] });
  expect(members.get(campaignId(1))?.groupTags).toEqual(['Beta']);
});

test('an incident over inboxes or a tag belongs to each of its campaigns', () => {
  const ofTag = { ...incident, subject: { kind: 'tag', tagId: 't1' } as const };
  const members = membersIn({ incidents: [incident, ofTag] });
  for (const id of incident.campaignIds) {
    expect(members.get(id)?.addresses.flat()).toContain(ANNA);
    expect(members.get(id)?.tags).toContain('Alpha');
  }
});

test('nothing is known of a campaign that nothing names', () => {
  expect(membersIn({ verdicts: [verdict(1, 'healthy')] }).has(campaignId(1))).toBe(false);
});

test('a tag that many campaigns send from brings them one and the same list', () => {
  const campaigns = [1, 2].map((n) => ({ id: campaignId(n), inboxes: [], tagIds: ['t3'] }));
  const members = membersIn({ campaigns });
  const [first, second] = [1, 2].map((n) => members.get(campaignId(n))?.addresses[1]);
  expect(first).toEqual([BO]);
  expect(second).toBe(first);
});
