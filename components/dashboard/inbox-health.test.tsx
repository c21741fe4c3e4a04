// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AskProblem } from '#messages';
import type { DomainVitals, InboxAddress, InboxFacts, InboxWarmup, TrackingDomain } from '#model';
import { answering } from '../changing/fixtures.ts';
import { NOW, OTHER_WORKSPACE, WORKSPACE, workspaceRecord } from '../fixtures.ts';
import { type Dashboard, DashboardContext } from './context.ts';
import { InboxGroups } from './inbox-groups.tsx';
import { InboxSettings } from './inbox-offers.tsx';
import { type InboxRow, inboxRowsOf } from './inbox-rows.ts';
import { createDashboardWords } from './words.ts';

const app = document.createElement('div');
afterEach(() => render(null, app));

const words = createDashboardWords({ locale: 'en', timeZone: 'UTC' });
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
  gapMinutes: 12,
  isSlowRamp: false,
  tracking: null,
  tagIds: [],
  readAt: NOW,
  ...rest,
});

const rowsOf = (inboxes: readonly InboxFacts[]): readonly InboxRow[] =>
  inboxRowsOf([{ workspaceId: WORKSPACE, inboxes, days: [], tags: [], readAt: NOW }], [], [], NOW);

const show = (
  inboxes: readonly InboxFacts[],
  answers: Parameters<typeof answering>[0],
  what: 'groups' | 'settings' = 'groups',
) => {
  const { sent, send } = answering(answers);
  const ports = {
    send,
    now: () => NOW,
    readWorkspaces: async () => [workspaceRecord()],
    readAreChangesAllowed: async () => true,
  };
  const dashboard = { words, model: { ports, slowNow: signal(NOW) } } as unknown as Dashboard;
  const rows = rowsOf(inboxes);
  const [row] = rows;
  if (!row) throw new Error('no inbox');
  document.body.replaceChildren(app);
  render(
    <DashboardContext.Provider value={dashboard}>
      {what === 'groups' ? <InboxGroups rows={rows} /> : <InboxSettings row={row} />}
    </DashboardContext.Provider>,
    app,
  );
  return sent;
};

const press = (selector: string) => {
  const element = app.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  element.click();
};
const said = (wanted: RegExp | string) =>
  vi.waitFor(() => {
    const texts = [...app.querySelectorAll('.asked, .hindrance')].map((one) => one.textContent);
    expect(texts.join(' ')).toMatch(wanted);
  });

const ANN = 'ann@a.example';
const BOB = 'bob@a.example';
const vitals = (rest: Partial<DomainVitals> = {}): DomainVitals => ({
  domain: 'a.example',
  isPassing: false,
  mx: true,
  spf: true,
  dkim: true,
  dmarc: true,
  ...rest,
});
const asVitals = (one: DomainVitals) => ({
  'ask.inboxVitals': () => ({ ok: true, domains: [one] }) as const,
});

describe('a domain is tested', () => {
  test('once for all its inboxes, and says of each record how it stands', async () => {
    const sent = show([inbox(ANN), inbox(BOB)], asVitals(vitals({ dkim: false, dmarc: false })));
    press('[data-ask-vitals]');
    await said('2 of its four records fail');
    expect(sent).toEqual([
      ['ask.inboxVitals', { workspaceId: WORKSPACE, inboxes: [address(ANN)] }],
    ]);
    const states = [...app.querySelectorAll('[data-record]')].map((one) => one.textContent);
    expect(states).toEqual(['✓MX: passes', '✓SPF: passes', '✕DKIM: fails', '✕DMARC: fails']);
    await said('First: publish the DKIM key');
    await said('read just now');
  });

  test.each([
    [vitals({ isPassing: true }), 'All four records of this domain are in order'],
    [vitals(), 'yet Instantly does not call the domain in order'],
    [vitals({ mx: false, spf: false }), 'First: set the MX record'],
    [vitals({ spf: null }), 'None fails, but 1 of its four records could not be read'],
    [vitals({ spf: null, dmarc: false }), 'First: publish a DMARC record'],
    [vitals({ domain: 'b.example' }), 'Instantly said nothing about this domain'],
  ])('%j', async (one, words) => {
    show([inbox(ANN)], asVitals(one));
    press('[data-ask-vitals]');
    await said(words);
  });

  test.each([
    [{ kind: 'demo' }, 'This is recorded demo data'],
    [{ kind: 'scope_missing', scopes: ['accounts:read'] }, 'The key may not read this'],
    [{ kind: 'not_found' }, 'Instantly no longer has these inboxes'],
  ] as const)('a problem is worded: %j', async (problem: AskProblem, words) => {
    show([inbox(ANN)], { 'ask.inboxVitals': () => ({ ok: false, problem }) });
    press('[data-ask-vitals]');
    await said(words);
    expect(app.querySelector('[data-problem]')?.getAttribute('data-problem')).toBe(problem.kind);
  });

  test('a background that is gone is said to be so; the next press asks anew', async () => {
    const sent = show([inbox(ANN)], {});
    press('[data-ask-vitals]');
    await said('Sendwatch’s own background did not answer');
    press('[data-ask-vitals]');
    await vi.waitFor(() => expect(sent).toHaveLength(2));
  });

  test('while it is asked, a second press asks nothing', async () => {
    const sent = show([inbox(ANN)], { 'ask.inboxVitals': () => new Promise(() => undefined) });
    press('[data-ask-vitals]');
    await said('Instantly reads the records');
    press('[data-ask-vitals]');
    expect(sent).toHaveLength(1);
  });
});

describe('a tracking domain is checked', () => {
  const tracked = (name: string, host = 'track.a.example', rest: Partial<InboxFacts> = {}) =>
    inbox(name, { tracking: { host, status: 'active' }, ...rest });
  const state = (rest: Partial<TrackingDomain> = {}): TrackingDomain => ({
    host: 'track.a.example',
    isPassing: false,
    isSslValid: true,
    isCnameValid: true,
    ...rest,
  });
  const asState = (one: TrackingDomain) => ({
    'ask.trackingDomain': () => ({ ok: true, domain: one }) as const,
  });

  test('once for all the inboxes that have it, and says who has it', async () => {
    const sent = show(
      [tracked(ANN), tracked(BOB), inbox('cy@a.example')],
      asState(state({ isPassing: true })),
    );
    press('[data-ask-tracking]');
    await said(/The tracking domain .*track.a.example.* is in order/);
    await said(/Set for 2 of the domain’s 3 inboxes. Instantly lists it as: .*active/);
    expect(sent).toEqual([
      ['ask.trackingDomain', { workspaceId: WORKSPACE, host: 'track.a.example' }],
    ]);
    const states = [...app.querySelectorAll('[data-record]')].map((one) => one.textContent);
    expect(states).toEqual(['✓CNAME: passes', '✓certificate: passes']);
  });

  test.each([
    [
      state({ isSslValid: false, isCnameValid: false }),
      /is not in order.*First: at your DNS, set the CNAME of .*track.a.example/,
    ],
    [state({ isSslValid: false }), /is not in order.*First: wait some minutes and check again/],
    [state({ isSslValid: null }), /could not be read.*certificate: could not be read.*First: wait/],
    [state(), /yet Instantly does not call .*track.a.example.* in order/],
  ])('%j', async (one, words) => {
    show([tracked(ANN)], asState(one));
    press('[data-ask-tracking]');
    await said(words);
  });

  test('one that Instantly makes nothing of does not keep another from being told', async () => {
    const other = tracked(BOB, 'links.a.example', { workspaceId: OTHER_WORKSPACE });
    const sent = show([tracked(ANN), other], {
      'ask.trackingDomain': ({ host }) =>
        host === 'track.a.example'
          ? { ok: false, problem: { kind: 'unreadable', message: 'HTTP 400' } }
          : { ok: true, domain: state({ host, isPassing: true }) },
    });
    press('[data-ask-tracking]');
    await said(/Instantly could not check .*track.a.example.*links.a.example.* is in order/);
    expect(sent.map(([, request]) => request)).toEqual([
      { workspaceId: WORKSPACE, host: 'track.a.example' },
      { workspaceId: OTHER_WORKSPACE, host: 'links.a.example' },
    ]);
  });

  test('a problem that the next one would meet as well is worded, and the next is not asked', async () => {
    const sent = show([tracked(ANN), tracked(BOB, 'links.a.example')], {
      'ask.trackingDomain': () => ({
        ok: false,
        problem: { kind: 'scope_missing', scopes: ['accounts:read'] },
      }),
    });
    press('[data-ask-tracking]');
    await said('The key may not read this');
    expect(sent).toHaveLength(1);
  });

  test.each([null, undefined])('nothing is offered where no inbox has one: %s', (tracking) => {
    show([inbox(ANN, { tracking })], {});
    expect(app.querySelector('[data-ask-vitals]')).not.toBeNull();
    expect(app.querySelector('[data-ask-tracking]')).toBeNull();
  });
});

describe('warmup', () => {
  const warmup = (name: string, score: number, landed: readonly number[] = []): InboxWarmup => ({
    address: address(name),
    score,
    sent: null,
    received: null,
    landedInbox: null,
    landedSpam: null,
    days: landed.map((one, place) => ({
      date: `2026-11-1${place}`,
      sent: 20,
      received: 20,
      landedInbox: one,
      landedSpam: 20 - one,
    })),
  });

  test('goes in words, worst first; without figures it is not known', async () => {
    show([inbox(ANN), inbox(BOB), inbox('cy@a.example')], {
      'ask.warmup': () => ({
        ok: true,
        warmups: [warmup(ANN, 95, [20, 20, 20, 20]), warmup(BOB, 72, [20, 20, 16, 16])],
      }),
    });
    press('[data-ask-warmup]');
    await said('1 below 80 · 1 without figures · 1 at the aim');
    await said('First: send less from those below 80');
    const all = [...app.querySelectorAll('[data-warmup-of]')].map((one) => one.textContent);
    expect(all).toEqual([
      expect.stringMatching(/bob.*Score 72, below the 80.*Falling: 80% .* 100% before/),
      expect.stringMatching(/cy.*No score: not known, so not healthy\.$/),
      expect.stringMatching(/ann.*Score 95, at the aim\. Steady: 100%/),
    ]);
  });

  test('what to do is the worst of it', async () => {
    show([inbox(ANN)], {
      'ask.warmup': () => ({ ok: true, warmups: [warmup(ANN, 95, [20, 20, 16, 16])] }),
    });
    press('[data-ask-warmup]');
    await said('First: send less from those that fall');
  });

  test('is asked of each workspace, a hundred inboxes at a time', async () => {
    const many = Array.from({ length: 101 }, (_, n) =>
      inbox(`n${String(n).padStart(3, '0')}@a.example`),
    );
    const other = inbox('z@a.example', { workspaceId: OTHER_WORKSPACE });
    const sent = show([...many, other], { 'ask.warmup': () => ({ ok: true, warmups: [] }) });
    press('[data-ask-warmup]');
    await said('102 without figures');
    expect(
      sent.map(([, request]) => {
        const { workspaceId, inboxes } = request as { workspaceId: string; inboxes: string[] };
        return [workspaceId, inboxes.length];
      }),
    ).toEqual([
      [WORKSPACE, 100],
      [WORKSPACE, 1],
      [OTHER_WORKSPACE, 1],
    ]);
  });
});

test('of many domains the worst are shown, all of them at a press', async () => {
  show(
    Array.from({ length: 10 }, (_, n) => inbox(`ann@d${n}.example`)),
    {},
  );
  const count = () => app.querySelectorAll('[data-group^="domain:"]').length;
  expect(count()).toBe(8);
  press('[data-all-groups]');
  await vi.waitFor(() => expect(count()).toBe(10));
});

describe('what can be changed about an inbox', () => {
  const opened = { 'change.open': () => ({ ok: true }) };

  test.each([
    [inbox(ANN), 'disable_warmup', { kind: 'set_warmup', inboxes: [ANN], isOn: false }],
    [
      inbox(ANN, { warmupStatus: 'paused' }),
      'enable_warmup',
      { kind: 'set_warmup', inboxes: [ANN], isOn: true },
    ],
    [inbox(ANN), 'set_inbox_gap', { kind: 'set_inbox_gap', inbox: ANN, gapMinutes: 10 }],
    [
      inbox(ANN, { gapMinutes: 10 }),
      'set_inbox_gap',
      { kind: 'set_inbox_gap', inbox: ANN, gapMinutes: 15 },
    ],
  ])('%#: %s opens its window', async (facts, offer, change) => {
    const sent = show([facts], opened, 'settings');
    press(`[data-offer=${offer}]`);
    await vi.waitFor(() =>
      expect(sent).toEqual([['change.open', { changes: [{ workspaceId: WORKSPACE, change }] }]]),
    );
  });

  test('it says how long the inbox waits between two mails', () => {
    show([inbox(ANN)], opened, 'settings');
    expect(app.textContent).toContain('Waits 12 minutes between two mails.');
  });
});
