import { describe, expect, test } from 'vitest';
import type {
  CampaignId,
  Cause,
  Health,
  InboxAddress,
  InboxFacts,
  Verdict,
  WorkspaceId,
} from '#model';
import { NO_COUNTERS } from '#model';
import { findIncidents, leverOf } from './index.ts';

const NOW = Date.UTC(2026, 4, 14, 10);
const A = '00000000-0000-4000-8000-00000000000a' as WorkspaceId;
const B = '00000000-0000-4000-8000-00000000000b' as WorkspaceId;
const id = (n: number): CampaignId =>
  `11111111-1111-4111-8111-${String(n).padStart(12, '0')}` as CampaignId;

const cause = (code: Cause['code'], over: Partial<Cause> = {}): Cause => ({
  code,
  severity: 'red',
  params: {},
  loss: null,
  clearsAt: null,
  needsPerson: true,
  actions: ['open_accounts'],
  ...over,
});

const lost = (loss: number, ...addresses: string[]): Cause =>
  cause('inbox_login_lost', { loss, params: { addresses, answer: '535 no' } });

const verdict = (
  n: number,
  health: Health,
  causes: readonly Cause[],
  workspaceId = A,
): Verdict => ({
  workspaceId,
  campaignId: id(n),
  name: `Campaign ${n}`,
  health,
  code: 'healthy',
  causes,
  since: NOW - n * 60_000,
  observedAt: NOW,
  nextSendAt: null,
  clearsAt: null,
  capacity: null,
  counters: NO_COUNTERS,
  lastKnown: null,
});

const inbox = (address: string, over: Partial<InboxFacts> = {}): InboxFacts => ({
  workspaceId: A,
  address: address as InboxAddress,
  status: 'active',
  smtpMessage: undefined,
  warmupStatus: undefined,
  warmupScore: undefined,
  provider: undefined,
  isSetupPending: false,
  limitPerDay: 30,
  gapMinutes: 1,
  isSlowRamp: false,
  tracking: null,
  tagIds: [],
  readAt: NOW,
  ...over,
});

const find = (
  verdicts: readonly Verdict[],
  over: Partial<Parameters<typeof findIncidents>[0]> = {},
) => findIncidents({ verdicts, inboxes: [], previous: [], now: NOW, ...over });

describe('shared causes', () => {
  test('two inboxes, four campaigns: one incident with what it costs and brings back', () => {
    const verdicts = [
      verdict(1, 'blocked', [
        cause('all_accounts_unhealthy'),
        lost(40, 'anna@nw.co', 'piet@nw.co'),
      ]),
      verdict(2, 'blocked', [lost(30, 'anna@nw.co')]),
      verdict(3, 'degraded', [lost(28, 'piet@nw.co')]),
      verdict(4, 'blocked', [lost(20, 'piet@nw.co'), cause('no_future_window')]),
      verdict(5, 'healthy', []),
    ];
    const [incident, ...more] = find(verdicts);
    expect(more).toEqual([]);
    expect(incident).toMatchObject({
      id: 'inbox_login_lost|inboxes|anna@nw.co',
      code: 'inbox_login_lost',
      severity: 'red',
      subject: { kind: 'inboxes', addresses: ['anna@nw.co', 'piet@nw.co'] },
      campaignIds: [id(1), id(2), id(3), id(4)],
      loss: 118,
      restores: 2,
      clearsAt: null,
    });
    expect(leverOf(incident ? [incident] : [])).toBe(incident);
  });

  test('a cause of one campaign is no incident; unrelated inboxes are two', () => {
    expect(find([verdict(1, 'blocked', [lost(5, 'a@x.co')])])).toEqual([]);
    const incidents = find([
      verdict(1, 'blocked', [lost(5, 'a@x.co')]),
      verdict(2, 'blocked', [lost(5, 'a@x.co')]),
      verdict(3, 'blocked', [lost(50, 'b@y.co')]),
      verdict(4, 'blocked', [lost(50, 'b@y.co')]),
    ]);
    expect(incidents.map(({ loss }) => loss)).toEqual([100, 10]);
  });

  test('what waits for nobody is no incident', () => {
    const calm = (n: number) =>
      verdict(n, 'waiting', [
        cause('inboxes_at_daily_limit', { severity: 'blue', params: { addresses: ['a@x.co'] } }),
      ]);
    expect(find([calm(1), calm(2)])).toEqual([]);
  });

  test('a domain or a provider broken as a whole is named instead of its inboxes', () => {
    const bad = ['a@nw.co', 'b@nw.co', 'c@nw.co'];
    const verdicts = bad.map((address, n) => verdict(n, 'blocked', [lost(10, address)]));
    const others = Array.from({ length: 6 }, (_, n) => inbox(`i${n}@nw.co`));
    expect(
      find(verdicts, { inboxes: [...bad.map((one) => inbox(one)), ...others] })[0]?.subject,
    ).toEqual({
      kind: 'domain',
      domain: 'nw.co',
    });
    const spread = ['a@x.co', 'b@y.co', 'c@z.co'];
    const microsoft = spread.map((one) => inbox(one, { provider: 'microsoft' }));
    const throttled = spread.map((address, n) =>
      verdict(n, 'limited', [
        cause('inbox_provider_cap', {
          severity: 'amber',
          needsPerson: false,
          params: { addresses: [address] },
        }),
      ]),
    );
    expect(find(throttled, { inboxes: microsoft })[0]?.subject).toEqual({
      kind: 'provider',
      provider: 'microsoft',
    });
  });

  test('an empty tag, a suspended workspace', () => {
    const tagged = (n: number) =>
      verdict(n, 'blocked', [cause('empty_tag', { params: { tags: ['t'] } })]);
    expect(find([tagged(1), tagged(2)])).toMatchObject([
      { subject: { kind: 'tag', tagId: 't' }, restores: 2 },
    ]);
    const suspended = (n: number, workspace: WorkspaceId) =>
      verdict(n, 'blocked', [cause('campaign_account_suspended')], workspace);
    expect(find([suspended(1, A), suspended(2, A), suspended(3, B)])).toMatchObject([
      { subject: { kind: 'workspace', workspaceId: A }, campaignIds: [id(1), id(2)] },
    ]);
  });

  test('an incident keeps its id and its beginning while its inboxes come and go', () => {
    const before = find([
      verdict(1, 'blocked', [lost(5, 'b@x.co')]),
      verdict(2, 'blocked', [lost(5, 'b@x.co')]),
    ]);
    const grown = find(
      [
        verdict(1, 'blocked', [lost(5, 'a@x.co', 'b@x.co')]),
        verdict(2, 'blocked', [lost(5, 'b@x.co')]),
      ],
      { previous: before.map((one) => ({ ...one, since: 7 })), now: NOW + 60_000 },
    );
    expect(grown).toMatchObject([{ id: before[0]?.id, since: 7 }]);
  });

  test('the order of verdicts changes nothing', () => {
    const verdicts = [3, 1, 2].map((n) =>
      verdict(n, 'blocked', [lost(n, 'a@x.co', `own${n}@x.co`)]),
    );
    expect(find(verdicts.toReversed())).toEqual(find(verdicts));
  });
});

describe('what stands above all', () => {
  const shared = [
    verdict(1, 'blocked', [lost(5, 'a@x.co')]),
    verdict(2, 'blocked', [lost(5, 'a@x.co')]),
  ];

  test.each(['key_rejected', 'api_down'] as const)(
    '%s silences its workspace and no other',
    (kind) => {
      const other = [
        verdict(3, 'blocked', [lost(9, 'z@x.co')], B),
        verdict(4, 'blocked', [lost(9, 'z@x.co')], B),
      ];
      const incidents = find([...shared, ...other], {
        workspaces: [
          { id: A, state: { kind, since: 5, message: '' } },
          { id: B, state: { kind: 'ok' } },
        ],
      });
      expect(incidents.map(({ code, campaignIds }) => [code, campaignIds])).toEqual([
        [kind, [id(1), id(2)]],
        ['inbox_login_lost', [id(3), id(4)]],
      ]);
      expect(leverOf(incidents)?.code).toBe(kind);
    },
  );

  test('offline is one incident for everything', () => {
    const incidents = find(shared, {
      workspaces: [A, B].map((workspace) => ({
        id: workspace,
        state: { kind: 'offline', since: 5 },
      })),
    });
    expect(incidents).toMatchObject([{ id: 'offline', subject: { kind: 'everything' } }]);
  });

  test('stale snapshots of several campaigns are the workspace’s', () => {
    const stale = (n: number) =>
      verdict(n, 'unknown', [cause('stale_instantly', { needsPerson: false })]);
    expect(find([stale(1), stale(2)])).toMatchObject([
      { code: 'stale_instantly', subject: { kind: 'workspace' } },
    ]);
    expect(find([stale(1)])).toEqual([]);
  });
});

test('the lever is what brings most campaigns back, then what costs most, else nothing', () => {
  const many = [1, 2].map((n) => verdict(n, 'blocked', [lost(1, 'a@x.co')]));
  const dear = [3, 4].map((n) =>
    verdict(n, 'degraded', [
      cause('inbox_reputation', { loss: 500, params: { addresses: ['b@x.co'] } }),
    ]),
  );
  expect(leverOf(find([...many, ...dear]))?.code).toBe('inbox_login_lost');
  expect(leverOf(find(dear))?.code).toBe('inbox_reputation');
  expect(leverOf([])).toBeUndefined();
});
