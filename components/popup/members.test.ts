import { expect, test } from 'vitest';
import type { InboxAddress } from '#model';
import type { InboxFleetRecord } from '#store/read';
import { campaignId, cause, incident, NOW, verdict, WORKSPACE } from '../fixtures.ts';
import { membersOf } from './members.ts';

const ANNA = 'anna@nw-mail.co' as InboxAddress;

const record = {
  workspaceId: WORKSPACE,
  inboxes: [{ address: ANNA, tagIds: ['t2', 't1', 'gone'] }],
  days: [],
  tags: [
    { id: 't1', label: 'Alpha' },
    { id: 't2', label: 'Beta' },
  ],
  readAt: NOW,
} as unknown as InboxFleetRecord;

test('a cause names inboxes, and their tags come along by label', () => {
  const causes = [cause('inbox_login_lost', { params: { addresses: [ANNA] } })];
  expect(membersOf([verdict(1, 'blocked', { causes })], [], [record]).get(campaignId(1))).toEqual({
    addresses: [ANNA],
    tags: ['Alpha', 'Beta'],
  });
});

test('an empty tag is a tag of its campaign', () => {
  const causes = [cause('empty_tag', { params: { count: 1, tags: ['t2'] } })];
  expect(membersOf([verdict(1, 'blocked', { causes })], [], [record]).get(campaignId(1))).toEqual({
    addresses: [],
    tags: ['Beta'],
  });
});

test('an incident over inboxes or a tag belongs to each of its campaigns', () => {
  const ofTag = { ...incident, subject: { kind: 'tag', tagId: 't1' } as const };
  const members = membersOf([], [incident, ofTag], [record]);
  for (const id of incident.campaignIds) {
    expect(members.get(id)?.addresses).toContain(ANNA);
    expect(members.get(id)?.tags).toContain('Alpha');
  }
});

test('nothing is known of a campaign that nothing names', () => {
  expect(membersOf([verdict(1, 'healthy')], [], []).has(campaignId(1))).toBe(false);
});
