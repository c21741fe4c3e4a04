import { expect, test } from 'vitest';
import type { InboxAddress, InboxFacts } from '#model';
import type { InboxFleetRecord } from '#store/read';
import {
  campaignId,
  cause,
  incident,
  NOW,
  OTHER_WORKSPACE,
  verdict,
  WORKSPACE,
} from '../fixtures.ts';
import { findInboxes, inboxRowsOf } from './inbox-rows.ts';

const TODAY = new Date(NOW).toISOString().slice(0, 10);
const address = (text: string) => text as InboxAddress;

const inbox = (name: string, rest: Partial<InboxFacts> = {}): InboxFacts => ({
  workspaceId: WORKSPACE,
  address: address(name),
  status: 'active',
  smtpMessage: undefined,
  warmupStatus: 'active',
  warmupScore: 96,
  provider: 'google',
  isSetupPending: false,
  limitPerDay: 30,
  gapMinutes: 10,
  isSlowRamp: false,
  tracking: null,
  tagIds: [],
  readAt: NOW,
  ...rest,
});

const record = (
  inboxes: readonly InboxFacts[],
  days: InboxFleetRecord['days'] = [],
  workspaceId = WORKSPACE,
): InboxFleetRecord => ({ workspaceId, inboxes, days, tags: [], readAt: NOW });

const day = (name: string, sent: number, date = TODAY) => ({
  address: address(name),
  date,
  sent,
  bounced: 0,
});

test('today’s room is the limit less what was sent on this UTC day', () => {
  const days = [day('a@x.co', 12), day('b@x.co', 12, '2026-11-19'), day('c@x.co', 40)];
  const all = [
    inbox('a@x.co'),
    inbox('b@x.co'),
    inbox('c@x.co'),
    inbox('d@x.co', { limitPerDay: null }),
  ];
  const rooms = inboxRowsOf([record(all, days)], [], [], NOW).map(({ facts, room }) => [
    facts.address,
    room,
  ]);
  expect(rooms).toEqual([
    ['a@x.co', 18],
    ['b@x.co', null],
    ['c@x.co', 0],
    ['d@x.co', null],
  ]);
});

test('those that need a person come first, then those that clear by themselves', () => {
  const all = [
    inbox('fine@x.co'),
    inbox('resting@x.co', { status: 'maintenance' }),
    inbox('lost@x.co', { status: 'connection_error' }),
    inbox('odd@x.co', { status: { unseen: '-9' } }),
  ];
  const rows = inboxRowsOf([record(all)], [], [], NOW);
  expect(rows.map(({ facts }) => facts.address)).toEqual([
    'lost@x.co',
    'resting@x.co',
    'odd@x.co',
    'fine@x.co',
  ]);
  expect(rows[0]?.triage.code).toBe('inbox_login_lost');
});

test('campaigns affected are those whose causes or incidents name the inbox, in its own workspace', () => {
  const causes = [cause('inbox_login_lost', { params: { addresses: ['anna@nw-mail.co'] } })];
  const verdicts = [
    verdict(1, 'blocked', { causes }),
    verdict(2, 'healthy'),
    verdict(9, 'blocked', { causes, workspaceId: OTHER_WORKSPACE }),
  ];
  const [row] = inboxRowsOf([record([inbox('anna@nw-mail.co')])], verdicts, [incident], NOW);
  expect(row?.campaignIds).toEqual([campaignId(1), campaignId(2)]);
});

test('the search looks at address, provider and what the server answered', () => {
  const smtpMessage = {
    code: undefined,
    command: undefined,
    response: '535 not accepted',
    errorText: undefined,
    responseCode: 535,
  };
  const rows = inboxRowsOf(
    [
      record([
        inbox('a@x.co', { status: 'connection_error', smtpMessage }),
        inbox('b@y.co', { provider: 'microsoft' }),
      ]),
    ],
    [],
    [],
    NOW,
  );
  const found = (query: string) => findInboxes(rows, query).map(({ facts }) => facts.address);
  expect(found('')).toHaveLength(2);
  expect(found('Y.CO')).toEqual(['b@y.co']);
  expect(found('microsoft')).toEqual(['b@y.co']);
  expect(found('not accepted')).toEqual(['a@x.co']);
});
