import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { CampaignId, WorkspaceId } from '#model';
import { createGuard, type MessageHandlers, type SenderFacts } from './guard.ts';
import { EXTENSION_SCHEMAS, PANEL_SCHEMAS } from './schemas.ts';

const OWN = { id: 'own', origin: 'chrome-extension://own' };
const EXTENSION: SenderFacts = { id: 'own', origin: OWN.origin, url: `${OWN.origin}/popup.html` };
const PANEL: SenderFacts = {
  id: 'own',
  origin: 'https://app.instantly.ai',
  url: 'https://app.instantly.ai/app/campaigns',
  frameId: 0,
  tab: { id: 7 },
};
const ID = '019cc043-aee6-7ae9-a545-d7de53430e37';

const setUp = () => {
  const noting = (types: readonly string[]) =>
    Object.fromEntries(types.map((type) => [type, vi.fn(async () => ({ ok: true }))]));
  const mocks = {
    extension: noting(Object.keys(EXTENSION_SCHEMAS)),
    panel: noting(Object.keys(PANEL_SCHEMAS)),
  };
  const handlers = mocks as unknown as MessageHandlers;
  const called = () =>
    [...Object.values(mocks.extension), ...Object.values(mocks.panel)].reduce(
      (sum, handler) => sum + handler.mock.calls.length,
      0,
    );
  // Each message comes a second after the one before, so that the cap on a tab's messages plays no part.
  let now = 0;
  const answer = createGuard(OWN, handlers, () => {
    now += 1_000;
    return now;
  });
  return { handlers, called, answer };
};

test('a page of ours and the panel each reach their own table', async () => {
  const { answer, handlers } = setUp();
  expect(await answer({ type: 'check.now', request: {} }, EXTENSION)).toEqual({ ok: true });
  await answer({ type: 'panel.campaign', request: { campaignId: ID.toUpperCase() } }, PANEL);
  expect(handlers.panel['panel.campaign']).toHaveBeenCalledWith(
    { campaignId: ID as CampaignId },
    7,
  );
  await answer({ type: 'workspace.remove', request: { workspaceId: ID } }, EXTENSION);
  expect(handlers.extension['workspace.remove']).toHaveBeenCalledWith(
    { workspaceId: ID as WorkspaceId },
    undefined,
  );
});

test('a message that nothing handles is dropped, and all others are heard', async () => {
  const { handlers } = setUp();
  const { 'check.look': _unheard, ...extension } = handlers.extension;
  const answer = createGuard(OWN, { ...handlers, extension } as unknown as MessageHandlers);
  expect(answer({ type: 'check.look', request: { campaignId: ID } }, EXTENSION)).toBeUndefined();
  expect(await answer({ type: 'check.now', request: {} }, EXTENSION)).toEqual({ ok: true });
});

describe('dropped without a reply', () => {
  const attempts: [string, unknown, SenderFacts][] = [
    [
      'the panel changing something (row 10)',
      { type: 'workspace.remove', request: { workspaceId: ID } },
      PANEL,
    ],
    [
      'the panel sending a key (row 10)',
      { type: 'workspace.connect', request: { key: 'k' } },
      PANEL,
    ],
    [
      'the panel having Instantly asked (row 10)',
      { type: 'ask.aiSummary', request: { workspaceId: ID, campaignId: ID } },
      PANEL,
    ],
    ['the panel asking for a key (row 10)', { type: 'getKey', request: {} }, PANEL],
    ['the panel asking for everything (row 10)', { type: 'getAll', request: {} }, PANEL],
    ['a stranger (row 9)', { type: 'check.now', request: {} }, { ...EXTENSION, id: 'other' }],
    ['__proto__ as a name (row 12)', { type: '__proto__', request: {} }, EXTENSION],
    ['constructor as a name (row 12)', { type: 'constructor', request: {} }, EXTENSION],
    ['an extra field', { type: 'check.now', request: { url: 'https://evil.example' } }, EXTENSION],
    ['an extra field outside', { type: 'check.now', request: {}, more: 1 }, EXTENSION],
    ['an array', [], EXTENSION],
    ['null', null, EXTENSION],
    [
      'an id that is a path (row 19)',
      { type: 'panel.campaign', request: { campaignId: '../../accounts' } },
      PANEL,
    ],
    [
      'an id with a query (row 19)',
      { type: 'panel.campaign', request: { campaignId: `${ID}?x=` } },
      PANEL,
    ],
    [
      'an id of 2 kB (row 19)',
      { type: 'panel.campaign', request: { campaignId: ID.repeat(60) } },
      PANEL,
    ],
    [
      'a list of more texts than a page shows (row 12)',
      {
        type: 'panel.marks',
        request: { kind: 'campaigns', ids: [], texts: Array.from({ length: 1_801 }, () => 'x') },
      },
      PANEL,
    ],
    [
      'a list of all there is (row 10)',
      { type: 'panel.marks', request: { kind: 'campaigns', ids: ['*'], texts: [] } },
      PANEL,
    ],
    [
      'a key of 50 MB (row 12)',
      { type: 'workspace.connect', request: { key: 'x'.repeat(50_000_000) } },
      EXTENSION,
    ],
  ];
  test.each(attempts)('%s', (_name, message, sender) => {
    const { answer, called } = setUp();
    expect(answer(message, sender)).toBeUndefined();
    expect(called()).toBe(0);
  });
});

test('a panel’s flood is dropped beyond twenty a second; pages of ours are not counted (row 13)', () => {
  const { handlers } = setUp();
  const answer = createGuard(OWN, handlers, () => 5);
  const answered = (sender: SenderFacts, type: string) =>
    Array.from({ length: 30 }, () => answer({ type, request: {} }, sender)).filter(Boolean).length;
  expect(answered(PANEL, 'panel.openOptions')).toBe(20);
  expect(answered({ ...PANEL, tab: { id: 8 } }, 'panel.openOptions')).toBe(20);
  expect(answered(EXTENSION, 'check.now')).toBe(30);
});

test('a flood of nonsense uses up the same allowance (row 13)', () => {
  const { handlers } = setUp();
  const answer = createGuard(OWN, handlers, () => 5);
  for (let n = 0; n < 20; n += 1) answer('nonsense', PANEL);
  expect(answer({ type: 'panel.openOptions', request: {} }, PANEL)).toBeUndefined();
});

test('no shape of message throws, pollutes or reaches a handler by accident (row 12)', () => {
  const { answer, called } = setUp();
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withBigInt: true, maxDepth: 4 }),
      (message) => {
        expect(answer(message, PANEL)).toBeUndefined();
        expect(answer({ type: 'panel.campaign', request: message }, PANEL)).toBeUndefined();
      },
    ),
    { numRuns: 2_000, seed: 7 },
  );
  expect(called()).toBe(0);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
