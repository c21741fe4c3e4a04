import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Change, DAY_MS, MINUTE_MS, type PlannedChange, type WorkspaceId } from '#model';
import { ANN, BOB, CAMPAIGN, NOW, planned } from './fixtures.ts';
import {
  isAsShown,
  isGood,
  isPlanned,
  isSameButFigures,
  sessionTickets,
  type Ticket,
} from './tickets.ts';

beforeEach(() => fakeBrowser.reset());

const limit = (limitPerDay: number | null): Change => ({
  kind: 'set_campaign_limit',
  campaignId: CAMPAIGN,
  limitPerDay,
});
const PAUSE: Change = { kind: 'pause_campaign', campaignId: CAMPAIGN };
const GAP: Change = { kind: 'set_inbox_gap', inbox: ANN, gapMinutes: 10 };

const ticket = (changes: readonly Change[], parts: Partial<Ticket> = {}): Ticket => ({
  id: 'ticket-1',
  changes: changes.map(planned),
  undoes: changes.map(() => null),
  shown: changes.map(() => null),
  openedAt: NOW,
  appliedAt: null,
  isStopped: false,
  ...parts,
});

const elsewhere = (change: Change): PlannedChange => ({
  workspaceId: '00000000-0000-4000-8000-000000000002' as WorkspaceId,
  change,
});

describe('a ticket', () => {
  test('that nobody confirmed is good for half an hour', () => {
    expect(isGood(ticket([PAUSE]), NOW + 30 * MINUTE_MS - 1)).toBe(true);
    expect(isGood(ticket([PAUSE]), NOW + 30 * MINUTE_MS)).toBe(false);
  });

  test('that was confirmed tells for a day how far it is', () => {
    const applied = ticket([PAUSE], { appliedAt: NOW + MINUTE_MS });
    expect(isGood(applied, NOW + DAY_MS)).toBe(true);
    expect(isGood(applied, NOW + MINUTE_MS + DAY_MS)).toBe(false);
  });

  test('stands for its own changes, in their order', () => {
    const both = ticket([PAUSE, GAP]);
    expect(isPlanned(both, [planned(PAUSE), planned(GAP)])).toBe(true);
    expect(isPlanned(both, [planned(GAP), planned(PAUSE)])).toBe(false);
    expect(isPlanned(both, [planned(PAUSE)])).toBe(false);
    expect(isPlanned(both, [planned(PAUSE), planned(GAP), planned(GAP)])).toBe(false);
    expect(isPlanned(both, [])).toBe(false);
  });

  test.each<readonly [string, PlannedChange]>([
    ['another kind', planned(PAUSE)],
    ['another workspace', elsewhere(limit(40))],
    ['another campaign', planned({ ...limit(40), campaignId: 'other' } as Change)],
    ['a field more', planned({ ...limit(40), isOn: true } as Change)],
    ['a field less', planned({ kind: 'set_campaign_limit', limitPerDay: 40 } as Change)],
  ])('does not stand for %s', (_, asked) => {
    expect(isPlanned(ticket([limit(40)]), [asked])).toBe(false);
  });

  test('stands for another figure of the same thing', () => {
    expect(isPlanned(ticket([limit(40)]), [planned(limit(50))])).toBe(true);
    expect(isPlanned(ticket([limit(40)]), [planned(limit(null))])).toBe(true);
    expect(isPlanned(ticket([GAP]), [planned({ ...GAP, gapMinutes: 7 } as Change)])).toBe(true);
  });

  test('that takes something back stands for no other figure', () => {
    const undo = ticket([limit(40)], { undoes: ['first.0'] });
    expect(isPlanned(undo, [planned(limit(40))])).toBe(true);
    expect(isPlanned(undo, [planned(limit(50))])).toBe(false);
  });

  test('does not mind the order in which storage gives fields back', () => {
    const shuffled: Change = { limitPerDay: 40, kind: 'set_campaign_limit', campaignId: CAMPAIGN };
    expect(isPlanned(ticket([limit(40)], { undoes: ['first.0'] }), [planned(shuffled)])).toBe(true);
  });
});

test('other inboxes, or the other way round, are no figure', () => {
  const on: Change = { kind: 'set_warmup', inboxes: [ANN], isOn: true };
  expect(isSameButFigures(planned(on), planned(on))).toBe(true);
  expect(isSameButFigures(planned(on), planned({ ...on, inboxes: [ANN, BOB] }))).toBe(false);
  expect(isSameButFigures(planned(on), planned({ ...on, isOn: false }))).toBe(false);
});

test('what was never shown is not as shown', () => {
  expect(isAsShown({ limitPerDay: 20 }, { limitPerDay: 20 })).toBe(true);
  expect(isAsShown({ limitPerDay: 20 }, { limitPerDay: 21 })).toBe(false);
  expect(isAsShown({ limitPerDay: 20 }, { limitPerDay: 20, more: 1 })).toBe(false);
  expect(isAsShown({}, {})).toBe(true);
  expect(isAsShown(null, {})).toBe(false);
  expect(isAsShown(undefined, {})).toBe(false);
});

describe('the place of tickets', () => {
  test('gives back what was put, each under its own name, and nothing else of the session', async () => {
    const [first, second] = [ticket([PAUSE]), ticket([GAP], { id: 'ticket-2' })];
    await fakeBrowser.storage.session.set({ head: {}, 'action.x': ticket([PAUSE]) });
    await sessionTickets.put(first);
    await sessionTickets.put(second);
    expect(await sessionTickets.get('ticket-1')).toEqual(first);
    expect(await sessionTickets.all()).toEqual([first, second]);
    await sessionTickets.remove(['ticket-1']);
    expect(await sessionTickets.get('ticket-1')).toBeUndefined();
    expect(await sessionTickets.all()).toEqual([second]);
    expect(await fakeBrowser.storage.session.get('head')).toEqual({ head: {} });
  });

  test.each(['', 'unknown', 'head', '__proto__', 'ticket.ticket-1'])(
    'knows no "%s"',
    async (id) => {
      await fakeBrowser.storage.session.set({ head: {} });
      await sessionTickets.put(ticket([PAUSE]));
      expect(await sessionTickets.get(id)).toBeUndefined();
    },
  );

  test('outlives no browser: nothing is written to disk', async () => {
    await sessionTickets.put(ticket([PAUSE]));
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });
});
