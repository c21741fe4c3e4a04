import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Change, type ChangeKind, DAY_MS, MINUTE_MS } from '#model';
import { ADDRESSES, type ChangeWorld, changeWorld } from './change-world.ts';
import { EACH, KINDS } from './each-change.ts';

beforeEach(() => {
  fakeBrowser.reset();
});

const refusal = (status: number, message: string): Response =>
  new Response(JSON.stringify({ statusCode: status, error: 'Error', message }), { status });

const begun = async (kind: ChangeKind, options: Parameters<typeof changeWorld>[0] = {}) => {
  const it = await changeWorld(options);
  const [change, write] = EACH[kind](it);
  return { it, planned: it.about(change), write };
};

const outcomeOf = async (it: ChangeWorld) => (await it.records())[0]?.outcome;

/** Lets Instantly have its time, and reads back as each alarm does. */
const later = async (it: ChangeWorld, ms: number): Promise<void> => {
  it.world.advance(ms);
  await it.changes.resolve();
  await it.quiet();
};

describe.each(KINDS)('row 57: %s', (kind) => {
  test('is one write of one field, read back, and read back again after Instantly had its time', async () => {
    const { it, planned, write } = await begun(kind);
    const { shown, applied } = await it.confirm([planned]);
    expect(shown).toMatchObject({ kind: 'open', plans: [{ refusal: null }], typed: null });
    expect(applied).toMatchObject({ ok: true });
    await it.quiet();
    expect(it.writes).toEqual([write]);
    const isWarmup = kind === 'set_warmup';
    expect(await outcomeOf(it)).toMatchObject({ kind: isWarmup ? 'sent' : 'waiting' });
    await later(it, 26 * MINUTE_MS);
    expect(await outcomeOf(it)).toEqual({ kind: 'verified' });
    expect(it.writes).toEqual([write]);
    expect(await it.store.openActions()).toEqual([]);
  });

  test.each([
    [400, 'body/x must be number', 'refused'],
    [404, 'Resource not found', 'not_found'],
    [409, 'Conflict', 'conflict'],
    [429, 'Rate limit exceeded', 'rate_limited'],
    [403, 'Forbidden', 'refused'],
  ])('answered with %i: failed, and nothing changed', async (status, message, code) => {
    const { it, planned } = await begun(kind);
    it.troubles.push({ before: refusal(status, message) });
    await it.confirm([planned]);
    await it.quiet();
    expect(await outcomeOf(it)).toMatchObject({ kind: 'failed', note: { code } });
    expect(it.writes).toHaveLength(1);
  });

  test('without the scope: failed, and the next plan says so beforehand', async () => {
    const { it, planned } = await begun(kind, { scopes: ['all:read'] });
    const { scope } =
      planned.change.kind.includes('campaign') || 'campaignId' in planned.change
        ? { scope: 'campaigns:update' }
        : { scope: 'accounts:update' };
    // Instantly documents no scope for warmup (INSTANTLY.md 1.2); its refusal is told here.
    if (kind === 'set_warmup') {
      it.troubles.push({
        before: refusal(401, `Invalid scope. Required: ${scope}. Found: all:read`),
      });
    }
    await it.confirm([planned]);
    await it.quiet();
    expect(await outcomeOf(it)).toMatchObject({ kind: 'failed', note: { code: 'scope_missing' } });
    const again = await it.confirm([planned]);
    expect(again.shown).toMatchObject({
      plans: [{ refusal: { code: 'scope_missing', params: { scopes: [scope] } } }],
    });
  });

  test.each([
    ['500 before it was done', { before: refusal(500, 'Oops') }, 'not_verified'],
    ['500 after it was done', { after: refusal(500, 'Oops') }, 'verified'],
    ['no answer after it was done', { after: 'no answer' }, 'verified'],
    ['a timeout after it was done', { after: 'silence' }, 'verified'],
    ['an answer that is none', { after: new Response('<html>') }, 'verified'],
  ] as const)('%s: read back, never made again', async (_, trouble, kindOfEnd) => {
    const { it, planned, write } = await begun(kind, { timeoutMs: 20 });
    it.troubles.push(trouble);
    await it.confirm([planned]);
    await it.quiet();
    expect(await it.records()).toHaveLength(1);
    for (const minutes of [1, 13, 13]) await later(it, minutes * MINUTE_MS);
    expect(it.writes).toEqual([write]);
    expect(await outcomeOf(it)).toMatchObject({ kind: kindOfEnd });
  });
});

describe('what a person is asked for', () => {
  const limit = (it: ChangeWorld, limitPerDay = 70): Change => ({
    kind: 'set_campaign_limit',
    campaignId: it.campaign('one'),
    limitPerDay,
  });

  test('nothing is changed while changes are not switched on', async () => {
    const it = await changeWorld({ areChangesAllowed: false });
    const { shown, applied } = await it.confirm([it.about(limit(it))]);
    expect(shown).toEqual({ kind: 'read_only' });
    expect(applied).toEqual({ ok: false, problem: 'read_only' });
    expect([it.writes, await it.records()]).toEqual([[], []]);
  });

  test('a ticket is good once: a second application only tells how far it is', async () => {
    const it = await changeWorld();
    const planned = [it.about(limit(it))];
    const { ticket } = await it.confirm(planned);
    await it.quiet();
    const again = await it.changes.apply({ ticket, changes: planned, typed: '' });
    expect(again).toMatchObject({ ok: true, waiting: 0, records: [{ setId: ticket }] });
    await it.quiet();
    expect(it.writes).toHaveLength(1);
    expect(await it.changes.confirmation(ticket)).toMatchObject({ kind: 'applied' });
  });

  test('two clicks at once make one change', async () => {
    const it = await changeWorld();
    const planned = [it.about(limit(it))];
    await it.changes.open(planned);
    const ticket = it.opened[0] ?? '';
    await it.changes.confirmation(ticket);
    const request = { ticket, changes: planned, typed: '' };
    await Promise.all([it.changes.apply(request), it.changes.apply(request)]);
    await it.quiet();
    expect(it.writes).toHaveLength(1);
    expect(await it.records()).toHaveLength(1);
  });

  test.each([
    ['made up', () => 'a-ticket-nobody-gave'],
    ['empty', () => ''],
  ])('a ticket that is %s opens nothing', async (_, make) => {
    const it = await changeWorld();
    const planned = [it.about(limit(it))];
    expect(await it.changes.confirmation(make())).toEqual({ kind: 'gone' });
    expect(await it.changes.apply({ ticket: make(), changes: planned, typed: '' })).toEqual({
      ok: false,
      problem: 'gone',
    });
    expect(it.writes).toEqual([]);
  });

  test('a ticket ends after half an hour', async () => {
    const it = await changeWorld();
    const planned = [it.about(limit(it))];
    await it.changes.open(planned);
    const ticket = it.opened[0] ?? '';
    await it.changes.confirmation(ticket);
    it.world.advance(30 * MINUTE_MS);
    expect(await it.changes.confirmation(ticket)).toEqual({ kind: 'gone' });
    expect(await it.changes.apply({ ticket, changes: planned, typed: '' })).toMatchObject({
      problem: 'gone',
    });
  });

  test('another figure is allowed, another thing is not', async () => {
    const it = await changeWorld();
    await it.changes.open([it.about(limit(it))]);
    const ticket = it.opened[0] ?? '';
    await it.changes.confirmation(ticket);
    const other: Change = { kind: 'pause_campaign', campaignId: it.campaign('one') };
    const elsewhere: Change = {
      kind: 'set_campaign_limit',
      campaignId: it.campaign('two'),
      limitPerDay: 70,
    };
    for (const changes of [[other], [elsewhere], [], [limit(it), limit(it)]]) {
      const answer = await it.changes.apply({
        ticket,
        changes: changes.map((change) => it.about(change)),
        typed: '',
      });
      expect(answer).toEqual({ ok: false, problem: 'not_planned' });
    }
    expect(await it.changes.whatIf({ ticket, ...it.about(limit(it, 90)) })).toMatchObject({
      plan: { after: { limitPerDay: 90 }, refusal: null },
    });
    expect(await it.changes.whatIf({ ticket, ...it.about(other) })).toEqual({
      plan: null,
      typed: null,
    });
    await it.changes.apply({ ticket, changes: [it.about(limit(it, 90))], typed: '' });
    await it.quiet();
    expect(it.writes).toMatchObject([{ body: { daily_limit: 90 } }]);
  });

  test('a figure beyond its range is refused although it was typed', async () => {
    const it = await changeWorld();
    const planned = it.about(limit(it, 70));
    await it.changes.open([planned]);
    const ticket = it.opened[0] ?? '';
    await it.changes.confirmation(ticket);
    const changes = [it.about(limit(it, 200_000))];
    await it.changes.apply({ ticket, changes, typed: '' });
    await it.quiet();
    expect(it.writes).toEqual([]);
    expect(await outcomeOf(it)).toMatchObject({ note: { code: 'out_of_range' } });
  });

  test('above 50 mails a day of one inbox the figure has to be typed', async () => {
    const it = await changeWorld();
    const change: Change = { kind: 'set_inbox_limit', inbox: it.inbox(0), limitPerDay: 60 };
    const { shown, applied, ticket } = await it.confirm([it.about(change)]);
    expect(shown).toMatchObject({ typed: '60' });
    expect(applied).toEqual({ ok: false, problem: 'not_typed' });
    const request = { ticket, changes: [it.about(change)] };
    expect(await it.changes.apply({ ...request, typed: '61' })).toMatchObject({ ok: false });
    expect(await it.changes.apply({ ...request, typed: ' 60 ' })).toMatchObject({ ok: true });
    await it.quiet();
    expect(it.writes).toHaveLength(1);
  });
});

describe('compare before writing', () => {
  test('somebody changed it since it was shown: nothing is made, it is shown anew, and then it may', async () => {
    const it = await changeWorld();
    const change: Change = {
      kind: 'set_campaign_limit',
      campaignId: it.campaign('one'),
      limitPerDay: 70,
    };
    const changes = [it.about(change)];
    await it.changes.open(changes);
    const ticket = it.opened[0] ?? '';
    await it.changes.confirmation(ticket);
    const campaign = it.world.state.campaigns.get(it.campaign('one'));
    if (campaign) campaign.settings.limitPerDay = 55;
    const request = { ticket, changes, typed: '' };
    expect(await it.changes.apply(request)).toEqual({ ok: false, problem: 'not_as_shown' });
    await it.quiet();
    expect([it.writes, await it.records()]).toEqual([[], []]);
    expect(await it.changes.confirmation(ticket)).toMatchObject({
      plans: [{ before: { limitPerDay: 55 } }],
    });
    expect(await it.changes.apply(request)).toMatchObject({ ok: true });
    await it.quiet();
    expect(it.writes).toHaveLength(1);
    expect((await it.records())[0]).toMatchObject({ before: { limitPerDay: 55 } });
  });

  test('what was never shown is not made', async () => {
    const it = await changeWorld();
    const change: Change = { kind: 'pause_campaign', campaignId: it.campaign('one') };
    await it.changes.open([it.about(change)]);
    const ticket = it.opened[0] ?? '';
    const answer = await it.changes.apply({ ticket, changes: [it.about(change)], typed: '' });
    expect(answer).toEqual({ ok: false, problem: 'not_as_shown' });
    expect(it.writes).toEqual([]);
  });

  test('a resume that comes undone is not verified; somebody else’s change is told from that', async () => {
    const it = await changeWorld();
    const state = it.world.state.inboxes.get(it.inbox(0));
    if (state) {
      state.status = -3;
      state.fault = 'bad_lead_domain';
      state.statusMessage = { response: '450 4.1.2 Domain not found', responseCode: 450 };
    }
    await it.confirm([it.about({ kind: 'resume_inbox', inbox: it.inbox(0) })]);
    await it.quiet();
    if (state) state.status = -3;
    await later(it, 16 * MINUTE_MS);
    expect(await outcomeOf(it)).toEqual({
      kind: 'not_verified',
      found: { status: 'sending_error' },
    });

    const other = await changeWorld();
    await other.confirm([
      other.about({
        kind: 'set_campaign_limit',
        campaignId: other.campaign('one'),
        limitPerDay: 70,
      }),
    ]);
    await other.quiet();
    const campaign = other.world.state.campaigns.get(other.campaign('one'));
    if (campaign) campaign.settings.limitPerDay = 12;
    await later(other, 30 * MINUTE_MS);
    expect(await outcomeOf(other)).toEqual({ kind: 'superseded', found: { limitPerDay: 12 } });
  });

  test('a throttled inbox is not resumed, and the plan says why', async () => {
    const it = await changeWorld({
      plan: {
        workspaceName: 'Test',
        campaigns: [],
        inboxes: [
          {
            address: ADDRESSES[0] ?? '',
            faults: [{ atMs: Date.UTC(2026, 10, 19, 11), kind: 'gmail_quota' }],
          },
        ],
      },
    });
    const change: Change = { kind: 'resume_inbox', inbox: it.inbox(0) };
    const { shown } = await it.confirm([it.about(change)]);
    await it.quiet();
    expect(shown).toMatchObject({ plans: [{ refusal: { code: 'inbox_daily_quota' } }] });
    expect(it.writes).toEqual([]);
    expect(await outcomeOf(it)).toMatchObject({ note: { code: 'inbox_daily_quota' } });
  });
});

describe('a background job', () => {
  const SECONDS_10 = 10_000;
  const begin = async (it: ChangeWorld): Promise<void> => {
    const [change] = EACH.set_warmup(it);
    await it.confirm([it.about(change)]);
    await it.quiet();
  };

  test('is followed to its end, and then its inboxes are read', async () => {
    const it = await changeWorld();
    await begin(it);
    await later(it, SECONDS_10);
    expect(await outcomeOf(it)).toMatchObject({ kind: 'sent', progressPercent: 50 });
    await later(it, SECONDS_10);
    expect(await outcomeOf(it)).toEqual({ kind: 'verified' });
    expect(it.writes).toHaveLength(1);
  });

  test('that the key may not read shows in the inboxes', async () => {
    const it = await changeWorld({ scopes: ['accounts:all'] });
    await begin(it);
    expect(await outcomeOf(it)).toEqual({ kind: 'verified' });
  });
});

describe('taking back', () => {
  test('what was verified, as long as nothing else changed it', async () => {
    const it = await changeWorld();
    const campaignId = it.campaign('one');
    await it.confirm([it.about({ kind: 'set_campaign_limit', campaignId, limitPerDay: 70 })]);
    await it.quiet();
    const [first] = await it.records();
    expect(await it.changes.undo([first?.id ?? ''])).toBe(true);
    const ticket = it.opened.at(-1) ?? '';
    const shown = await it.changes.confirmation(ticket);
    expect(shown).toMatchObject({
      plans: [{ refusal: null, before: { limitPerDay: 70 }, after: { limitPerDay: 40 } }],
    });
    const changes = [it.about({ kind: 'set_campaign_limit', campaignId, limitPerDay: 40 })];
    const another = [it.about({ kind: 'set_campaign_limit', campaignId, limitPerDay: 41 })];
    expect(await it.changes.apply({ ticket, changes: another, typed: '' })).toMatchObject({
      problem: 'not_planned',
    });
    await it.changes.apply({ ticket, changes, typed: '' });
    await it.quiet();
    expect(it.world.state.campaigns.get(campaignId)?.settings.limitPerDay).toBe(40);
    const byId = new Map((await it.records()).map((record) => [record.id, record]));
    expect(byId.get(first?.id ?? '')?.outcome).toEqual({ kind: 'undone', byId: `${ticket}.0` });
    expect(byId.get(`${ticket}.0`)).toMatchObject({
      undoesId: first?.id,
      outcome: { kind: 'waiting' },
    });
    expect(await it.changes.undo([first?.id ?? ''])).toBe(false);
  });

  test('is refused once somebody else changed it', async () => {
    const it = await changeWorld();
    const campaignId = it.campaign('one');
    await it.confirm([it.about({ kind: 'set_campaign_limit', campaignId, limitPerDay: 70 })]);
    await it.quiet();
    const [first] = await it.records();
    const campaign = it.world.state.campaigns.get(campaignId);
    if (campaign) campaign.settings.limitPerDay = 12;
    await it.changes.undo([first?.id ?? '']);
    expect(await it.changes.confirmation(it.opened.at(-1) ?? '')).toMatchObject({
      plans: [{ refusal: { code: 'changed_since' } }],
    });
  });
});

describe('many at once', () => {
  const MANY = Array.from({ length: 24 }, (_, n) => `many ${n}`);
  const plan = {
    workspaceName: 'Test',
    inboxes: [{ address: ADDRESSES[0] ?? '' }],
    campaigns: MANY.map((name) => ({ name, inboxes: ADDRESSES.slice(0, 1) })),
  };
  const pauses = (it: ChangeWorld) =>
    MANY.map((name) => it.about({ kind: 'pause_campaign', campaignId: it.campaign(name) }));

  const listed = async (it: ChangeWorld): Promise<void> => {
    // As the watcher has it: of many, what is stored is shown.
    const journal = { ...(await import('../../lib/watch/core/fixtures.ts')).freshMemory().journal };
    const asked = await it.port.request(it.workspaceId, (client) => client.listCampaigns());
    if (!asked.ok) throw new Error(asked.problem.kind);
    await it.store.commitSlice({
      workspaceId: it.workspaceId,
      journal: { ...journal, workspaceId: it.workspaceId, listedAt: it.world.nowMs },
      observations: asked.value.value.map((campaign) => ({
        workspaceId: it.workspaceId,
        campaignId: campaign.id,
        campaign,
        listedAt: it.world.nowMs,
        reading: { kind: 'not_asked' },
        leads: null,
        subsequences: null,
        sentChanges: [],
      })),
    });
  };

  const statuses = (it: ChangeWorld): readonly number[] =>
    MANY.map((name) => it.world.state.campaigns.get(it.campaign(name))?.status ?? 9);

  test('have to be typed, run within the budget, and can be taken back exactly', async () => {
    const it = await changeWorld({ plan });
    await listed(it);
    const untouched = it.world.state.campaigns.get(it.campaign('many 3'));
    if (untouched) untouched.status = 2;
    const planned = pauses(it);
    const { shown, applied, ticket } = await it.confirm(planned, { typed: '23' });
    expect(shown).toMatchObject({ typed: '24' });
    expect(applied).toEqual({ ok: false, problem: 'not_typed' });
    it.troubles.push({ before: refusal(500, 'Oops') });
    const from = it.world.nowMs;
    await it.changes.apply({ ticket, changes: planned, typed: '24' });
    await expect
      .poll(async () => it.changes.apply({ ticket, changes: planned, typed: '24' }), {
        timeout: 20_000,
      })
      .toMatchObject({ ok: true, waiting: 0 });
    await it.quiet();
    // One was paused by somebody else since the list; of one the answer was a fault.
    expect(it.writes).toHaveLength(23);
    const records = await it.records();
    const notAsShown = records.filter(
      ({ outcome }) => outcome.kind === 'failed' && outcome.note.code === 'not_as_shown',
    );
    expect(notAsShown).toHaveLength(1);
    expect(records.filter(({ outcome }) => outcome.kind === 'pending')).toHaveLength(1);
    expect(records.filter(({ outcome }) => outcome.kind === 'waiting')).toHaveLength(22);
    // 24 reads, 23 writes and 23 reads, and the list: at most ten a second.
    expect(it.world.nowMs - from).toBeGreaterThan(5_000);

    await later(it, 3 * MINUTE_MS);
    const ids = (await it.records()).map(({ id }) => id);
    expect(await it.changes.undo(ids)).toBe(true);
    const undo = it.tickets.get(it.opened.at(-1) ?? '');
    expect(undo?.changes).toHaveLength(22);
    await listed(it);
    const back = await it.changes.confirmation(undo?.id ?? '');
    expect(back).toMatchObject({ kind: 'open', typed: '22' });
    const changes = undo?.changes ?? [];
    await it.changes.apply({ ticket: undo?.id ?? '', changes, typed: '22' });
    await expect
      .poll(async () => it.changes.apply({ ticket: undo?.id ?? '', changes, typed: '22' }), {
        timeout: 20_000,
      })
      .toMatchObject({ waiting: 0 });
    await it.quiet();
    expect(statuses(it).filter((status) => status === 1)).toHaveLength(23);
    expect(untouched?.status).toBe(2);
  });

  test('wait where Instantly asks for a pause, and go on after it', async () => {
    const it = await changeWorld({ plan });
    await listed(it);
    const planned = pauses(it);
    it.troubles.push({ before: refusal(429, 'Rate limit exceeded') });
    const { ticket } = await it.confirm(planned, { typed: '24' });
    await it.quiet();
    const progress = async () => it.changes.apply({ ticket, changes: planned, typed: '24' });
    expect(await progress()).toMatchObject({ ok: true, isStopped: false });
    expect((await it.records()).length).toBeLessThan(24);
    for (let minutes = 0; minutes < 5; minutes += 1) await later(it, MINUTE_MS);
    expect(await progress()).toMatchObject({ ok: true, waiting: 0 });
    // Those that were just about to be made, three at a time; all others have waited.
    const failed = (await it.records()).filter(({ outcome }) => outcome.kind === 'failed');
    expect(failed.length).toBeLessThanOrEqual(3);
    for (const { outcome } of failed)
      expect(outcome).toMatchObject({ note: { code: 'rate_limited' } });
    expect(statuses(it).filter((status) => status === 2)).toHaveLength(24 - failed.length);
  });

  test('are stopped: what was begun is told, the rest is not begun', async () => {
    const it = await changeWorld({ plan });
    await listed(it);
    const planned = pauses(it);
    const { ticket } = await it.confirm(planned, { typed: '24' });
    expect(await it.changes.stop(ticket)).toBe(true);
    await it.quiet();
    await it.changes.resolve();
    await it.quiet();
    const answer = await it.changes.apply({ ticket, changes: planned, typed: '24' });
    expect(answer).toMatchObject({ ok: true, isStopped: true });
    expect(it.writes.length).toBeLessThanOrEqual(3);
    expect(it.writes.length).toBe((await it.records()).length);
    expect(statuses(it).filter((status) => status === 2)).toHaveLength(it.writes.length);
  });
});

test('an inbox in error is tried once a day', async () => {
  const it = await changeWorld();
  const broken = it.world.state.inboxes.get(it.inbox(0));
  const breakIt = (): void => {
    if (!broken) return;
    broken.status = -3;
    broken.statusMessage = { response: '421 4.3.0 Try again later', responseCode: 421 };
  };
  breakIt();
  const planned = [it.about({ kind: 'resume_inbox', inbox: it.inbox(0) })];
  await it.confirm(planned);
  await it.quiet();
  breakIt();
  const again = await it.confirm(planned);
  await it.quiet();
  expect(again.shown).toMatchObject({ plans: [{ refusal: { code: 'resumed_recently' } }] });
  expect(it.writes).toHaveLength(1);
  it.world.advance(DAY_MS);
  breakIt();
  await it.confirm(planned);
  await it.quiet();
  expect(it.writes).toHaveLength(2);
});
