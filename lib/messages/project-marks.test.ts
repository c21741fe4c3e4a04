import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CampaignId, Cause, InboxAddress, InboxFacts, Verdict, WorkspaceId } from '#model';
import type { MarksRequest } from './marks.ts';
import { type KnownCampaigns, projectCampaigns, projectInboxes } from './project-marks.ts';

const NOW = Date.UTC(2026, 10, 20);
const WORKSPACE = '0190f0c0-0000-7000-8000-000000000001' as WorkspaceId;
const OTHER_WORKSPACE = '0190f0c0-0000-7000-8000-000000000002' as WorkspaceId;
const campaignId = (n: number) => `0190f0c0-1000-7000-8000-00000000000${n}` as CampaignId;

const cause = (code: Cause['code'], rest: Partial<Cause> = {}): Cause => ({
  code,
  severity: 'red',
  params: {},
  loss: null,
  clearsAt: null,
  needsPerson: true,
  actions: [],
  ...rest,
});

const known = (verdicts: readonly Verdict[], workspaceId = WORKSPACE): KnownCampaigns => ({
  workspaceId,
  verdicts,
  checkedAt: {},
});
const about = (rest: Partial<MarksRequest>): MarksRequest => ({
  kind: 'campaigns',
  ids: [],
  texts: [],
  ...rest,
});
const named = (n: number, name: string, rest: Partial<Verdict> = {}) =>
  ({
    workspaceId: WORKSPACE,
    campaignId: campaignId(n),
    name,
    health: 'blocked',
    causes: [],
    observedAt: NOW,
    nextSendAt: null,
    ...rest,
  }) as unknown as Verdict;

const idsIn = (answer: ReturnType<typeof projectCampaigns>) =>
  answer.kind === 'campaigns' ? answer.marks.map(({ id }) => id) : answer.kind;

test('campaigns are found by their id or by their whole name', () => {
  const answer = projectCampaigns(
    [known([named(1, 'Founders'), named(2, 'Founders US'), named(3, 'Agencies')])],
    about({ ids: [campaignId(3)], texts: [' Founders \n US ', 'Founder', 'founders', ''] }),
  );
  expect(idsIn(answer)).toEqual([campaignId(3), campaignId(2)]);
  expect(answer).toMatchObject({
    named: [[' Founders \n US ', campaignId(2)]],
    summary: { blocked: 3, healthy: 0 },
  });
});

test('a name that two campaigns have is no name', () => {
  const workspace = known([named(1, 'Founders'), named(2, 'Founders')]);
  expect(projectCampaigns([workspace], about({ texts: ['Founders'] }))).toEqual({
    kind: 'none',
    why: 'not_known',
  });
  expect(idsIn(projectCampaigns([workspace], about({ ids: [campaignId(2)] })))).toEqual([
    campaignId(2),
  ]);
});

test('one workspace answers: the one that more of the page belongs to; where two fit alike, none', () => {
  const first = known([named(1, 'Founders'), named(2, 'Agencies')]);
  const second = known([named(3, 'Founders'), named(4, 'Dentists')], OTHER_WORKSPACE);
  const ask = (...texts: string[]) => projectCampaigns([first, second], about({ texts }));
  expect(idsIn(ask('Founders', 'Dentists'))).toEqual([campaignId(3), campaignId(4)]);
  expect(ask('Founders', 'Dentists')).toMatchObject({ summary: { blocked: 2 } });
  expect(idsIn(ask('Founders'))).toBe('none');
  expect(idsIn(ask('Agencies', 'Dentists'))).toBe('none');
  expect(idsIn(ask('Agencies', 'Founders', 'Dentists', 'x'))).toBe('none');
});

test('of a cause only figures are told', () => {
  const answer = projectCampaigns(
    [
      known([
        named(1, 'Founders', {
          causes: [
            cause('inbox_login_lost', {
              params: { count: 2, addresses: ['a@b.example'], raw: 'x' },
            }),
            cause('one_by_one'),
          ],
        }),
      ]),
    ],
    about({ ids: [campaignId(1)] }),
  );
  expect(answer).toMatchObject({ marks: [{ cause: { params: { count: 2 } } }] });
  expect(JSON.stringify(answer)).not.toContain('a@b.example');
});

test('no name and no id comes back that was not asked for', () => {
  const letter = fc.constantFrom('North', 'South', 'East', 'West');
  const text = fc.array(letter, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 8 }),
      fc.array(text, { maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }),
      (names, texts, asked) => {
        const verdicts = names.map((name, n) =>
          named(n, name, { causes: [cause('empty_tag', { params: { tag: `secret ${name}` } })] }),
        );
        const request = about({ ids: asked.map((n) => campaignId(n)), texts });
        const answer = projectCampaigns([known(verdicts)], request);
        if (answer.kind !== 'campaigns') return;
        const allowed = new Set([
          ...request.ids,
          ...verdicts.filter(({ name }) => texts.includes(name)).map((one) => one.campaignId),
        ]);
        for (const { id } of answer.marks) expect(allowed).toContain(id);
        for (const [back] of answer.named) expect(texts).toContain(back);
        expect(JSON.stringify(answer.marks)).not.toMatch(/North|South|East|West/);
      },
    ),
    { numRuns: 1_000, seed: 6 },
  );
});

const inbox = (address: string, rest: Partial<InboxFacts> = {}): InboxFacts => ({
  workspaceId: WORKSPACE,
  address: address as InboxAddress,
  status: 'active',
  smtpMessage: undefined,
  warmupStatus: 'active',
  warmupScore: 100,
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

test('inboxes are told of when they are shown and in trouble, with how many campaigns that reaches', () => {
  const down = { status: 'connection_error' } as const;
  const answer = projectInboxes(
    [
      {
        workspaceId: WORKSPACE,
        inboxes: [
          inbox('up@x.example'),
          inbox('down@x.example', down),
          inbox('unasked@x.example', down),
          inbox('rests@x.example', { status: 'maintenance' }),
          inbox('off@x.example', { status: 'paused' }),
        ],
        verdicts: [
          named(1, 'A', {
            causes: [
              cause('inbox_login_lost', {
                params: { addresses: ['down@x.example', 'unasked@x.example'] },
              }),
            ],
          }),
          named(2, 'B'),
        ],
      },
    ],
    about({
      kind: 'inboxes',
      texts: ['Down@X.example', 'up@x.example', 'rests@x.example', 'off@x.example', 'Inbox', ''],
    }),
    [],
  );
  expect(answer).toMatchObject({
    kind: 'inboxes',
    marks: [
      { id: 'down@x.example', health: 'blocked', code: 'inbox_login_lost', campaigns: 1 },
      {
        id: 'rests@x.example',
        health: 'limited',
        code: 'inboxes_in_maintenance',
        campaigns: 0,
      },
    ],
    named: [
      ['Down@X.example', 'down@x.example'],
      ['rests@x.example', 'rests@x.example'],
    ],
  });
  expect(JSON.stringify(answer)).not.toContain('unasked');
});

test('nothing that is shown is an inbox of ours', () => {
  expect(
    projectInboxes(
      [{ workspaceId: WORKSPACE, inboxes: [], verdicts: [] }],
      about({ texts: ['a@b.example'] }),
      [],
    ),
  ).toEqual({ kind: 'none', why: 'not_known' });
});
