import { describe, expect, test } from 'vitest';
import type { InboxFacts } from '#model';
import type { StoreReader } from '#store/read';
import { DEFAULT_SETTINGS } from '#store/settings';
import { type SupportContext, supportFile } from '#transfer';
import {
  campaignId,
  cause,
  fleetRecord,
  NOW,
  verdict,
  WORKSPACE,
  workspaceRecord,
} from '../../components/fixtures.ts';

/** Stands wherever the store holds a text that people, mail servers or Instantly wrote. */
const TEXT = 'Canary & Söhne';
const ADDRESS = 'canary@secret.example';
const KEY_TAIL = 'cNrY';

const verdicts = [
  verdict(1, 'blocked', {
    name: TEXT,
    code: TEXT,
    causes: [cause('inbox_login_lost', { params: { answer: TEXT, addresses: [ADDRESS] } })],
    lastKnown: { health: 'healthy', code: TEXT, at: NOW },
  }),
  verdict(2, 'healthy', { name: TEXT }),
];

const record = {
  ...workspaceRecord(),
  name: TEXT,
  keyTail: KEY_TAIL,
  adminId: 'c0ffee00-0000-4000-8000-000000000001',
  missingScopes: ['accounts:read', TEXT, `${ADDRESS}:read`],
  state: { kind: 'api_down', since: NOW - 60_000, message: `${TEXT} ${ADDRESS}` },
};

const source = {
  workspaces: async () => [record],
  fleets: async () => [fleetRecord(verdicts)],
  inboxes: async () => ({
    workspaceId: WORKSPACE,
    inboxes: [
      { address: ADDRESS, status: 'active' },
      { address: ADDRESS, status: { unseen: TEXT } },
    ] as unknown as InboxFacts[],
    days: [{ address: ADDRESS }],
    tags: [{ id: TEXT, label: TEXT }],
    readAt: NOW - 5_000,
  }),
  journal: async () => ({
    listedAt: NOW - 40_000,
    sweptAt: { inboxes: NOW - 90_000 },
    loopStepsMs: [300_000],
    stretchedMs: null,
    checkedAt: { [campaignId(1)]: NOW - 40_000, [campaignId(2)]: NOW - 20_000 },
    notBefore: NOW + 8_000,
    failures: 3,
    bucket: { tokens: 4.4, updatedAt: NOW, ratePerSecond: 2.5 },
  }),
  historyOf: async () => [{}, {}],
  incidents: async () => [
    { incident: { code: 'inbox_login_lost', evidence: [TEXT] }, state: 'firing', note: TEXT },
    { incident: { code: 'key_rejected' }, state: 'resolved', note: TEXT },
  ],
  cacheReset: async () => undefined,
  quarantined: () => 1,
} as unknown as StoreReader;

const context = (over: Partial<SupportContext> = {}): SupportContext => ({
  version: '0.1.0',
  userAgent: `Mozilla/5.0 (X11; ${TEXT}) Gecko Chrome/156.0.0.0 Safari/537.36`,
  language: 'en-GB',
  settings: { ...DEFAULT_SETTINGS, theme: TEXT } as unknown as SupportContext['settings'],
  trouble: null,
  bytes: 1_000,
  hasIds: false,
  now: NOW,
  ...over,
});

const SECRETS = [TEXT, 'Canary', 'canary', 'secret.example', KEY_TAIL, 'c0ffee00'];
const IDS = [WORKSPACE, campaignId(1), campaignId(2)];
const holding = (text: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => text.includes(word));

describe('row 64: a support file', () => {
  test('row 64: holds no name, no address, no answer, no part of a key, and no id', async () => {
    const text = JSON.stringify(await supportFile(source, context()));
    expect(holding(text, [...SECRETS, ...IDS])).toEqual([]);
  });

  test('row 64: with ids where the user chose them, and nothing else', async () => {
    const text = JSON.stringify(await supportFile(source, context({ hasIds: true })));
    expect(holding(text, SECRETS)).toEqual([]);
    expect(holding(text, IDS)).toEqual(IDS);
  });

  test('row 64: a version, browser or language that is none says nothing', async () => {
    const odd = context({ version: TEXT, userAgent: ADDRESS, language: ADDRESS });
    expect(await supportFile(source, odd)).toMatchObject({
      ...{ version: 'unknown', browser: [], language: 'unknown' },
    });
  });

  test('row 64, control: what is stored, written as it is, holds them all', async () => {
    const { workspaces, fleets, inboxes, incidents } = source;
    const stored = [
      await workspaces(),
      await fleets(),
      await inboxes(WORKSPACE),
      await incidents(),
    ];
    const told = JSON.stringify([stored, context().settings, context().userAgent]);
    expect(holding(told, [...SECRETS, ...IDS])).toEqual([...SECRETS, ...IDS]);
  });

  test('row 64: yet it says what somebody who helps has to know', async () => {
    const file = await supportFile(source, context());
    expect(file).toMatchObject({
      version: '0.1.0',
      browser: ['Chrome/156.0.0.0'],
      language: 'en-GB',
      settings: { budgetPercent: DEFAULT_SETTINGS.budgetPercent },
      storage: { damagedValues: 1, trouble: null },
      incidents: { open: { inbox_login_lost: 1 }, all: 2 },
      workspaces: [
        {
          state: { kind: 'api_down', forSeconds: 60, missingScopes: ['accounts:read'] },
          hasAdminKey: true,
          healths: { blocked: 1, healthy: 1 },
          causes: { inbox_login_lost: 1 },
          inboxes: { tags: 1, statuses: { active: 1, unseen: 1 } },
          changesOfVerdicts: 2,
          checking: {
            failuresInARow: 3,
            waitsForSeconds: 8,
            oldestAnswerSecondsAgo: 40,
            requestsPerSecond: 2.5,
          },
        },
      ],
    });
    expect(file.settings).not.toHaveProperty('theme');
  });
});
