import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as guard from '#messages/guard';
import { MINUTE_MS, type PlannedChange } from '#model';
import { changeHandlers } from '../../entrypoints/background/change-handlers.ts';
import { panelHandlers } from '../../entrypoints/background/panel-handlers.ts';
import { type ChangeWorld, changeWorld } from '../unit/change-world.ts';
import { loadWithout } from './permissive.ts';
import { OWN, PAGE, PANEL } from './senders.ts';

beforeEach(() => {
  fakeBrowser.reset();
});

/** The real guard before the real handlers over a simulated Instantly: what the background is to whoever sends messages. */
const backgroundOf = (it: ChangeWorld, { createGuard }: typeof guard = guard) => {
  const extension = changeHandlers(it.changes);
  const panel = panelHandlers({
    store: it.store,
    tabs: { add: () => undefined },
    look: () => undefined,
    readCatalogue: async () => ({}),
    openConfirm: (planned) => it.changes.open([planned]),
    hide: async () => undefined,
  });
  return createGuard(OWN, { extension, panel } as never);
};

const known = async (it: ChangeWorld): Promise<void> => {
  const { freshMemory } = await import('../../lib/watch/core/fixtures.ts');
  const { sampleVerdict } = await import('../../lib/store/fixtures.ts');
  const { journal } = freshMemory();
  await it.store.commitSlice({
    workspaceId: it.workspaceId,
    journal: { ...journal, workspaceId: it.workspaceId },
    fleet: {
      workspaceId: it.workspaceId,
      verdicts: [sampleVerdict({ workspaceId: it.workspaceId, campaignId: it.campaign('one') })],
    },
  });
};

const pause = (it: ChangeWorld): PlannedChange =>
  it.about({ kind: 'pause_campaign', campaignId: it.campaign('one') });

describe('rows 1 to 5 and 10: whoever takes over the page, the panel or our content script', () => {
  /** Everything that a content script can send about a change, with a ticket that stands open besides. */
  const sendAll = async (it: ChangeWorld, answer: ReturnType<typeof backgroundOf>) => {
    await known(it);
    const campaignId = it.campaign('one');
    const openedByPanel = await answer(
      { type: 'panel.openConfirm', request: { campaignId, kind: 'pause_campaign' } },
      PANEL,
    );
    // Nobody tells the panel, but let the attacker know the ticket, and that it was shown.
    const ticket = it.opened[0] ?? '';
    await it.changes.confirmation(ticket);
    const changes = [pause(it)];
    const requests: readonly (readonly [string, object])[] = [
      ['change.apply', { ticket, changes, typed: '' }],
      ['change.open', { changes }],
      ['change.confirmation', { ticket }],
      ['change.whatIf', { ticket, ...changes[0] }],
      ['change.undo', { actionIds: [`${ticket}.0`] }],
      ['settings.set', { name: 'areChangesAllowed', value: true }],
      ['panel.openConfirm', { campaignId, kind: 'set_campaign_limit', limitPerDay: 1 }],
    ];
    const answers = requests.map(([type, request]) => answer({ type, request }, PANEL));
    await Promise.all(answers);
    await it.quiet();
    return { openedByPanel, answers };
  };

  test('rows 1 to 5 and 10: can open the window for the campaign of its page, and change nothing', async () => {
    const it = await changeWorld();
    const { openedByPanel, answers } = await sendAll(it, backgroundOf(it));
    expect(openedByPanel).toEqual({ ok: true });
    expect(answers.every((answer) => answer === undefined)).toBe(true);
    expect([it.writes, await it.records()]).toEqual([[], []]);
  });

  test('rows 1 to 5: what the panel may ask for is in a table of its own, of two kinds and one campaign', async () => {
    const it = await changeWorld();
    await known(it);
    const answer = backgroundOf(it);
    const request = { campaignId: it.campaign('two'), kind: 'pause_campaign' };
    // Not in a connected workspace as far as is known: no window.
    expect(await answer({ type: 'panel.openConfirm', request }, PANEL)).toEqual({ ok: false });
    expect(it.opened).toEqual([]);
    // The answer holds no ticket: whoever asked cannot go on.
    const own = { campaignId: it.campaign('one'), kind: 'activate_campaign' };
    expect(await answer({ type: 'panel.openConfirm', request: own }, PANEL)).toEqual({ ok: true });
    expect(it.opened).toHaveLength(1);
  });

  test('rows 1 to 5 and 10, control: without the sender check the change is made', async () => {
    const it = await changeWorld();
    const open = await loadWithout(
      { '../../lib/messages/classify-sender.ts': () => ({ classifySender: () => 'extension' }) },
      () => import('#messages/guard'),
    );
    const answer = backgroundOf(it, open);
    await known(it);
    await answer({ type: 'change.open', request: { changes: [pause(it)] } }, PANEL);
    const ticket = it.opened[0] ?? '';
    await answer({ type: 'change.confirmation', request: { ticket } }, PANEL);
    await answer(
      { type: 'change.apply', request: { ticket, changes: [pause(it)], typed: '' } },
      PANEL,
    );
    await it.quiet();
    expect(it.writes).toHaveLength(1);
  });
});

describe('row 58: the window that confirms, opened or framed by somebody else', () => {
  const TICKETS = (it: ChangeWorld): readonly string[] => [
    '',
    '00000000-0000-4000-8000-000000000000',
    it.campaign('one'),
    '../../options.html',
    '__proto__',
    'constructor',
  ];

  test('row 58: an address with a ticket that nobody gave shows nothing and changes nothing', async () => {
    const it = await changeWorld();
    const answer = backgroundOf(it);
    for (const ticket of TICKETS(it)) {
      const confirmation = answer({ type: 'change.confirmation', request: { ticket } }, PAGE);
      expect(await confirmation).toEqual({ kind: 'gone' });
      const request = { ticket, changes: [pause(it)], typed: '' };
      expect(await answer({ type: 'change.apply', request }, PAGE)).toEqual({
        ok: false,
        problem: 'gone',
      });
    }
    expect(it.writes).toEqual([]);
  });

  test('row 58: opening the window, reading it and letting its time pass change nothing', async () => {
    const it = await changeWorld();
    const answer = backgroundOf(it);
    await answer({ type: 'change.open', request: { changes: [pause(it)] } }, PAGE);
    const [ticket = ''] = it.opened;
    for (let times = 0; times < 5; times += 1) {
      await answer({ type: 'change.confirmation', request: { ticket } }, PAGE);
      it.world.advance(10 * MINUTE_MS);
      await it.changes.resolve();
      await it.quiet();
    }
    expect([it.writes, await it.records()]).toEqual([[], []]);
    expect(await answer({ type: 'change.confirmation', request: { ticket } }, PAGE)).toEqual({
      kind: 'gone',
    });
  });

  test('row 58: a framed window of ours is not heard', async () => {
    const it = await changeWorld();
    const answer = backgroundOf(it);
    await it.changes.open([pause(it)]);
    const [ticket = ''] = it.opened;
    await it.changes.confirmation(ticket);
    const framed = { ...PAGE, url: `${OWN.origin}/confirm.html`, frameId: 3, tab: { id: 7 } };
    const request = { ticket, changes: [pause(it)], typed: '' };
    expect(answer({ type: 'change.apply', request }, framed)).toBeUndefined();
    expect(it.writes).toEqual([]);
  });

  test('row 58: a ticket for one campaign is none for another', async () => {
    const it = await changeWorld();
    await it.changes.open([pause(it)]);
    const [ticket = ''] = it.opened;
    await it.changes.confirmation(ticket);
    const other = it.about({ kind: 'pause_campaign', campaignId: it.campaign('two') });
    const answer = await it.changes.apply({ ticket, changes: [other], typed: '' });
    expect(answer).toEqual({ ok: false, problem: 'not_planned' });
    expect(it.writes).toEqual([]);
  });

  test('row 58, control: were any ticket good, the crafted address would change something', async () => {
    const it = await changeWorld();
    const change = pause(it);
    Object.assign(it.port.tickets, {
      get: async (id: string) => ({
        id,
        changes: [change],
        undoes: [null],
        shown: [{ lifecycle: 'active' }],
        openedAt: it.world.nowMs,
        appliedAt: null,
        isStopped: false,
      }),
    });
    const by = it.worker();
    await by.apply({ ticket: 'crafted', changes: [change], typed: '' });
    await it.quiet();
    expect(it.writes).toHaveLength(1);
  });
});

describe('row 57: one confirmation, one change', () => {
  test('row 57: a double click, and a window that asks ten times more, make one', async () => {
    const it = await changeWorld();
    await it.changes.open([pause(it)]);
    const [ticket = ''] = it.opened;
    await it.changes.confirmation(ticket);
    const request = { ticket, changes: [pause(it)], typed: '' };
    await Promise.all(Array.from({ length: 10 }, () => it.changes.apply(request)));
    await it.quiet();
    expect(it.writes).toHaveLength(1);
  });

  test.each([
    ['409', new Response('{"message":"Conflict"}', { status: 409 })],
    ['500', new Response('Oops', { status: 500 })],
  ])('row 57: a %s is not tried again by whatever comes', async (_, before) => {
    const it = await changeWorld();
    it.troubles.push({ before });
    const { ticket } = await it.confirm([pause(it)]);
    const request = { ticket, changes: [pause(it)], typed: '' };
    for (let minutes = 0; minutes < 30; minutes += 5) {
      await it.quiet();
      await it.changes.apply(request);
      await it.changes.resolve();
      it.world.advance(5 * MINUTE_MS);
    }
    await it.quiet();
    expect(it.writes).toHaveLength(1);
    expect((await it.records())[0]?.outcome.kind).toMatch(/^(failed|not_verified)$/);
  });

  test('row 57, control: without ticket and journal every asking makes one more', async () => {
    const it = await changeWorld();
    const { tickets, store } = it.port;
    const { put } = tickets;
    Object.assign(tickets, {
      put: (ticket: Parameters<typeof put>[0]) => put({ ...ticket, appliedAt: null }),
    });
    Object.assign(store, { addAction: async () => true, actionsOf: async () => [] });
    const by = it.worker();
    await by.open([pause(it)]);
    const [ticket = ''] = it.opened;
    await by.confirmation(ticket);
    for (let times = 0; times < 3; times += 1) {
      it.troubles.push({ before: new Response('Oops', { status: 500 }) });
      await by.apply({ ticket, changes: [pause(it)], typed: '' });
      await it.quiet();
    }
    expect(it.writes).toHaveLength(3);
  });
});
