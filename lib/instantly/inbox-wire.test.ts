import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InboxFacts, WorkspaceId } from '#model';
import { differences, hostileValue, mutated, pathsOf } from './fixtures/mutations.ts';
import { accountBody, TAG_ID, WORKSPACE_ID } from './fixtures/payloads.ts';
import { readInbox } from './inbox-wire.ts';
import { Oddities } from './wire.ts';

const OWNER = 'aaaaaaaa-0000-4000-8000-000000000001' as WorkspaceId;
const READ_AT = Date.UTC(2026, 10, 21);

const read = (body: unknown) => {
  const odd = new Oddities();
  const facts = readInbox(body, OWNER, READ_AT, odd);
  return { facts, oddities: odd.count };
};

const factsOf = (body: unknown): InboxFacts => {
  const { facts } = read(body);
  if (!facts) throw new Error('Dropped');
  return facts;
};

const NO_PART = {
  code: undefined,
  command: undefined,
  response: undefined,
  errorText: undefined,
  responseCode: undefined,
};

describe('readInbox', () => {
  test('the documented account, field by field and nothing more', () => {
    expect(read(accountBody)).toEqual({
      oddities: 0,
      facts: {
        workspaceId: OWNER,
        address: 'ann@send.example',
        status: 'sending_error',
        smtpMessage: {
          code: 'EENVELOPE',
          command: 'DATA',
          response: '550-5.4.5 Daily user sending limit exceeded',
          errorText: 'Data command failed',
          responseCode: 550,
        },
        warmupStatus: 'active',
        warmupScore: 92,
        provider: 'google',
        isSetupPending: false,
        limitPerDay: 30,
        gapMinutes: 3,
        isSlowRamp: true,
        tracking: { host: 'track.send.example', status: 'active' },
        tagIds: [TAG_ID],
        readAt: READ_AT,
      },
    });
  });

  test('only what is always there', () => {
    const { email, warmup_status, provider_code, setup_pending } = accountBody;
    expect(read({ email, warmup_status, provider_code, setup_pending })).toMatchObject({
      oddities: 0,
      facts: {
        status: undefined,
        smtpMessage: undefined,
        limitPerDay: undefined,
        gapMinutes: undefined,
        tracking: undefined,
        tagIds: [],
      },
    });
  });

  test.each<[unknown, unknown, number]>([
    [undefined, undefined, 0],
    [null, undefined, 0],
    ['', undefined, 0],
    [{}, undefined, 0],
    [{ other: 1 }, undefined, 0],
    ['550 no', { ...NO_PART, response: '550 no' }, 0],
    [{ responseCode: 450 }, { ...NO_PART, responseCode: 450 }, 0],
    [{ code: 421, command: null }, { ...NO_PART, code: '421' }, 0],
    [{ command: 'RCPT TO' }, { ...NO_PART, command: 'RCPT TO' }, 0],
    [{ e_message: 'x' }, { ...NO_PART, errorText: 'x' }, 0],
    [{ response: 7, e_message: 'x' }, { ...NO_PART, errorText: 'x' }, 1],
    [7, undefined, 1],
    [true, undefined, 1],
    [['x'], undefined, 1],
  ])('status_message %j', (status_message, smtpMessage, oddities) => {
    const answer = read({ ...accountBody, status_message });
    expect(answer.facts?.smtpMessage).toEqual(smtpMessage);
    expect(answer.oddities).toBe(oddities);
  });

  test('a long message is cut, in both of its forms', () => {
    const long = 'x'.repeat(100_000);
    for (const status_message of [long, { response: long }]) {
      expect(factsOf({ ...accountBody, status_message }).smtpMessage?.response).toHaveLength(2_000);
    }
  });

  test.each([
    ['status', 1, 'status', 'active'],
    ['status', 2, 'status', 'paused'],
    ['status', 3, 'status', 'maintenance'],
    ['status', -1, 'status', 'connection_error'],
    ['status', -2, 'status', 'soft_bounce_error'],
    ['status', -3, 'status', 'sending_error'],
    ['status', 9, 'status', { unseen: '9' }],
    ['warmup_status', 0, 'warmupStatus', 'paused'],
    ['warmup_status', 1, 'warmupStatus', 'active'],
    ['warmup_status', -1, 'warmupStatus', 'banned'],
    ['warmup_status', -2, 'warmupStatus', 'spam_folder_unknown'],
    ['warmup_status', -3, 'warmupStatus', 'permanently_suspended'],
    ['warmup_status', 5, 'warmupStatus', { unseen: '5' }],
    ['provider_code', 1, 'provider', 'imap_smtp'],
    ['provider_code', 2, 'provider', 'google'],
    ['provider_code', 3, 'provider', 'microsoft'],
    ['provider_code', 4, 'provider', 'aws'],
    ['provider_code', 8, 'provider', 'airmail'],
    ['provider_code', 11, 'provider', 'airmail'],
    ['provider_code', 999, 'provider', { unseen: '999' }],
  ])('%s %i', (field, value, ours, expected) => {
    expect(factsOf({ ...accountBody, [field]: value })).toMatchObject({ [ours]: expected });
  });

  test.each<[unknown, unknown, InboxFacts['tracking'], number]>([
    [undefined, undefined, undefined, 0],
    [null, null, null, 0],
    ['', '', null, 0],
    [null, 'active', null, 0],
    ['Track.Send.example', null, { host: 'track.send.example', status: null }, 0],
    ['t.send.example', 'x'.repeat(99), { host: 't.send.example', status: 'x'.repeat(40) }, 0],
    ['t.send.example', 7, { host: 't.send.example', status: null }, 1],
    ['https://t.send.example/', 'active', undefined, 1],
    ['localhost', 'active', undefined, 1],
    [7, 'active', undefined, 1],
  ])('tracking domain %j, %j', (name, status, tracking, oddities) => {
    const body = { ...accountBody, tracking_domain_name: name, tracking_domain_status: status };
    const answer = read(body);
    expect(answer.facts?.tracking).toEqual(tracking);
    expect(answer.oddities).toBe(oddities);
  });

  test('null is kept where it means none', () => {
    const body = {
      ...accountBody,
      daily_limit: null,
      stat_warmup_score: null,
      enable_slow_ramp: null,
      sending_gap: null,
      status: null,
      tags: null,
    };
    expect(read(body)).toMatchObject({
      oddities: 0,
      facts: {
        limitPerDay: null,
        warmupScore: null,
        isSlowRamp: null,
        gapMinutes: undefined,
        status: undefined,
        tagIds: [],
      },
    });
  });

  test.each(['no address', '', 7, null, undefined])('dropped for its address: %j', (email) => {
    expect(read({ ...accountBody, email }).facts).toBeUndefined();
  });

  test('while connecting it belongs to its own workspace, and to none is dropped', () => {
    const odd = new Oddities();
    expect(readInbox(accountBody, undefined, READ_AT, odd)?.workspaceId).toBe(WORKSPACE_ID);
    const orphan = { ...accountBody, organization: undefined };
    expect(readInbox(orphan, undefined, READ_AT, odd)).toBeUndefined();
  });

  test('tags that cannot be read are counted', () => {
    const tags = [{ id: TAG_ID }, { id: '' }, 'text', null];
    expect(read({ ...accountBody, tags })).toMatchObject({
      oddities: 3,
      facts: { tagIds: [TAG_ID] },
    });
  });
});

const FEEDS: Readonly<Record<string, string>> = {
  status: 'status',
  status_message: 'smtpMessage',
  warmup_status: 'warmupStatus',
  stat_warmup_score: 'warmupScore',
  provider_code: 'provider',
  setup_pending: 'isSetupPending',
  daily_limit: 'limitPerDay',
  sending_gap: 'gapMinutes',
  enable_slow_ramp: 'isSlowRamp',
  tracking_domain_name: 'tracking',
  tracking_domain_status: 'tracking',
  tags: 'tagIds',
};

test('any field changed: never throws, and only that field differs', () => {
  const before = factsOf(accountBody);
  const paths = pathsOf(accountBody).filter(([field]) => field !== 'email');
  fc.assert(
    fc.property(fc.constantFrom(...paths), hostileValue, (path, value) => {
      const after = factsOf(mutated(accountBody, path, value));
      const reach = FEEDS[String(path[0])] ?? 'nothing';
      for (const difference of differences(before, after)) {
        expect(difference.split('.')[0], path.join('.')).toBe(reach);
      }
    }),
    { numRuns: 2_000 },
  );
});
