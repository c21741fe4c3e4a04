// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type AlertLogRecord,
  HOUR_MS,
  MINUTE_MS,
  type Silence,
  type Verdict,
  type WorkspaceState,
} from '#model';
import type {
  InboxFleetRecord,
  IncidentRecord,
  ObservationRecord,
  SentDaysRecord,
} from '#store/read';
import type { Reader } from '#words';
import {
  campaignId,
  cause,
  fleet,
  fleetRecord,
  incident,
  journalRecord,
  NOW,
  OTHER_WORKSPACE,
  verdict,
  WORKSPACE,
  workspaceRecord,
} from '../fixtures.ts';
import { type DashboardPorts, mountDashboard } from './index.tsx';

let unmount = (): void => undefined;
beforeEach(() => window.scrollTo(0, 0));
afterEach(() => unmount());

const incidentRecord = (rest: Partial<IncidentRecord> = {}): IncidentRecord => ({
  incident,
  workspaceIds: [WORKSPACE],
  state: 'firing',
  acknowledgedAt: null,
  snoozedUntil: null,
  note: '',
  resolvedAt: null,
  ...rest,
});

const noInboxes: InboxFleetRecord = {
  workspaceId: WORKSPACE,
  inboxes: [],
  days: [],
  tags: [],
  readAt: NOW,
};

/** A place with a history of its own, as a tab has. */
const browsing = (start: string) => {
  const visited = [start];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    visited,
    readHash: () => visited.at(-1) ?? '',
    goTo: (hash: string) => {
      visited.push(hash);
      tell();
    },
    watchHash: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    back: () => {
      visited.pop();
      tell();
    },
  };
};

const open = (
  ports: Partial<DashboardPorts> = {},
  verdicts: readonly Verdict[] = fleet,
  place = browsing(''),
  reader: Reader = { locale: 'en', timeZone: 'UTC' },
) => {
  const all: DashboardPorts = {
    readWorkspaces: async () => [workspaceRecord()],
    readFleets: async () => [fleetRecord(verdicts)],
    readTrouble: async () => null,
    readAreChangesAllowed: async () => true,
    readActions: async () => [],
    requestAccess: vi.fn(async () => true),
    readJournals: async () => [journalRecord({})],
    readInboxes: async () => [noInboxes],
    readIncidents: async () => [incidentRecord()],
    readHistory: async () => [],
    readSilences: async () => [],
    readAlertLog: async () => [],
    readObservations: async () => [],
    readCampaignTags: async () => [],
    readSentDays: async () => undefined,
    readObservation: async () => undefined,
    readColumns: () => null,
    keepColumns: vi.fn(),
    send: vi.fn(async () => ({
      ok: true,
      known: null,
      problem: null,
    })) as unknown as DashboardPorts['send'],
    subscribe: () => () => undefined,
    readHash: place.readHash,
    goTo: place.goTo,
    watchHash: place.watchHash,
    openUrl: vi.fn(),
    openOptions: vi.fn(),
    copyText: vi.fn(async () => undefined),
    download: vi.fn(),
    print: vi.fn(),
    now: () => NOW,
    ...ports,
  };
  const app = document.createElement('div');
  document.body.replaceChildren(app);
  unmount = mountDashboard(app, all, reader);
  return all;
};

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const rows = () => all('tbody tr[data-campaign-id]').map(({ dataset }) => dataset['campaignId']);
const shown = (selector: string) =>
  vi.waitFor(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  });
const button = (name: string) =>
  vi.waitFor(() => {
    const found = all('button').find(({ textContent }) => textContent?.startsWith(name));
    if (!found) throw new Error(`no button ${name}`);
    return found;
  });
const press = (key: string, rest: KeyboardEventInit = {}) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...rest }),
  );
const type = (selector: string, value: string) => {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`no ${selector}`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

test('one h1 with the answer, the lever below it, and every campaign worst first', async () => {
  open();
  await shown('tr[data-campaign-id]');
  expect(all('h1').map(({ textContent }) => textContent)).toEqual(['3 campaigns need you']);
  expect(text('.lead')).toContain('Reconnect 2 inboxes');
  expect(rows()).toHaveLength(fleet.length);
  expect(all('tr[data-health]')[0]?.dataset['health']).toBe('blocked');
  expect(text('tr[data-campaign-id]')).toContain('Blocked');
  expect(document.querySelector('[data-incident]')?.textContent).toContain('lost the login');
});

test.each([
  ['#/campaigns', 'Campaigns'],
  ['#/incidents', 'Incidents'],
  ['#/inboxes', 'Inboxes'],
  ['#/history', 'History'],
  ['#/tomorrow', 'Tomorrow'],
])('%s is a section of its own, marked in the navigation', async (hash, name) => {
  open({}, fleet, browsing(hash));
  await shown(`main > section[aria-label="${name}"]`);
  expect(text('nav [aria-current=page]')).toContain(name);
  expect(all('main')).toHaveLength(1);
  expect(all('h1')).toHaveLength(1);
});

test('a deep link opens a campaign; Back leads to where one was', async () => {
  const place = browsing('#/incidents');
  open({}, fleet, place);
  await shown('[data-incident]');
  place.goTo(`#/campaign/${campaignId(1)}`);
  await shown('article[data-campaign-id]');
  expect(text('h1')).toBe('SaaS founders — DACH, wave 3');
  expect(all('[data-cause]').map(({ dataset }) => dataset['cause'])).toEqual([
    'no_accounts_available',
    'account_daily_limit_met',
  ]);
  await vi.waitFor(() => expect(document.title).toBe('SaaS founders — DACH, wave 3 · Sendwatch'));
  place.back();
  await shown('section[aria-label="Incidents"]');
});

test('a campaign that is not known is said to be so', async () => {
  open({}, fleet, browsing(`#/campaign/${campaignId(77)}`));
  await vi.waitFor(() => expect(text('h1')).toBe('This campaign is not known'));
});

test('a campaign’s page names its help article, its raw values, and opens Instantly', async () => {
  const { openUrl } = open({}, fleet, browsing(`#/campaign/${campaignId(2)}`));
  (await button('Open in Instantly')).click();
  expect(openUrl).toHaveBeenCalledWith(
    `https://app.instantly.ai/app/campaign/${campaignId(2)}/analytics`,
  );
  expect(document.querySelector('[data-cause] a')?.getAttribute('href')).toMatch(
    /^https:\/\/help\.instantly\.ai\//,
  );
  expect(text('.raw pre')).toContain('"campaign_bounce_protect"');
});

test('the search narrows, says how many are left, and can be cleared', async () => {
  open();
  await shown('tr[data-campaign-id]');
  type('main input[type=search]', 'shopify');
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(4)]));
  expect(text('[role=status]')).toContain('1 of 9 campaigns shown');
  type('main input[type=search]', 'no such thing');
  (await shown('.nothing button')).click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('a segment shows only its group, and lets go on the second press', async () => {
  open();
  const segment = await shown('[data-segment=needsYou]');
  segment.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  expect(segment.getAttribute('aria-pressed')).toBe('true');
  segment.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('a column sorts up, then down, then worst first again', async () => {
  open();
  await shown('tr[data-campaign-id]');
  const worstFirst = rows();
  const head = () => document.querySelector<HTMLElement>('th.col-campaign');
  const sort = async (order: string) => {
    head()?.querySelector('button')?.click();
    await vi.waitFor(() => expect(head()?.getAttribute('aria-sort')).toBe(order));
  };
  await sort('ascending');
  expect(rows()[0]).toBe(campaignId(2));
  await sort('descending');
  expect(rows().at(-1)).toBe(campaignId(2));
  await sort('none');
  expect(rows()).toEqual(worstFirst);
});

test('a column can be left out, which is kept', async () => {
  const { keepColumns } = open();
  await shown('th.col-lost');
  all('.choices label')
    .find(({ textContent }) => textContent?.includes('Lost'))
    ?.querySelector('input')
    ?.click();
  await vi.waitFor(() => expect(document.querySelector('.col-lost')).toBeNull());
  expect(keepColumns).toHaveBeenCalledWith(expect.not.arrayContaining(['lost']));
});

test('what is shown is exported, and copied in two voices', async () => {
  const { download, copyText } = open();
  await shown('tr[data-campaign-id]');
  type('main input[type=search]', 'shopify');
  await vi.waitFor(() => expect(rows()).toHaveLength(1));
  (await button('What is shown, as CSV')).click();
  const [name, kind, csv] = vi.mocked(download).mock.calls[0] ?? [];
  expect([name, kind]).toEqual(['sendwatch-2026-11-20.csv', 'text/csv;charset=utf-8']);
  expect(csv?.split('\r\n')).toHaveLength(3);
  (await button('What is shown, as JSON')).click();
  expect(download).toHaveBeenLastCalledWith(
    'sendwatch-2026-11-20.json',
    'application/json',
    expect.stringContaining('Shopify'),
  );
  (await button('For a client')).click();
  expect(copyText).toHaveBeenLastCalledWith(expect.stringContaining('Paused until its next slot.'));
  await vi.waitFor(() => expect(text('[role=status]')).toContain('Copied'));
});

test('keys: / finds, j and k move, o opens Instantly, c copies, r checks, ? helps, Escape goes back', async () => {
  const place = browsing('');
  const { openUrl, copyText, send } = open({}, fleet, place);
  await shown('tr[data-campaign-id]');
  const at = () =>
    document.activeElement?.closest<HTMLElement>('tr[data-campaign-id]')?.dataset['campaignId'];
  await vi.waitFor(() => {
    press('j');
    expect(at()).toBe(rows()[1]);
  });
  press('k');
  expect(at()).toBe(rows()[0]);
  press('o');
  expect(openUrl).toHaveBeenCalledWith(expect.stringContaining(String(rows()[0])));
  press('c');
  const name = fleet.find(({ campaignId: id }) => id === rows()[0])?.name;
  expect(copyText).toHaveBeenCalledWith(expect.stringContaining(String(name)));
  press('r');
  expect(send).toHaveBeenCalledWith('check.now', {});
  press('/');
  expect(document.activeElement?.matches('input[type=search]')).toBe(true);
  press('r');
  expect(send).toHaveBeenCalledTimes(1);
  (document.activeElement as HTMLElement).blur();
  press('?');
  expect((await shown('dialog.help[open]')).textContent).toContain('Ctrl K');
  document.querySelector<HTMLDialogElement>('dialog')?.close();
  await vi.waitFor(() => expect(document.querySelector('dialog')).toBeNull());
  place.goTo(`#/campaign/${campaignId(1)}`);
  await shown('article');
  press('Escape');
  await shown('table.campaigns');
});

/** The page listens to keys a moment after its rows are there. */
const openPalette = (held: KeyboardEventInit) =>
  vi.waitFor(() => {
    press('k', held);
    if (!document.querySelector('dialog.palette[open]')) throw new Error('no palette');
  });

test('the palette reaches every section, action, workspace and campaign', async () => {
  const place = browsing('');
  open({}, fleet, place);
  await shown('tr[data-campaign-id]');
  await openPalette({ ctrlKey: true });
  const commands = () => all('[data-command]').map(({ dataset }) => dataset['command']);
  for (const id of ['section:tomorrow', 'check', 'csv', 'client', 'print', 'settings']) {
    expect(commands()).toContain(id);
  }
  expect(commands()).toContain(`workspace:${WORKSPACE}`);
  for (const { campaignId: id } of fleet) expect(commands()).toContain(`campaign:${id}`);
  type('dialog input', 'fintech');
  await vi.waitFor(() => expect(commands()).toEqual([`campaign:${campaignId(3)}`]));
  const field = document.querySelector<HTMLElement>('dialog input');
  expect(field?.getAttribute('aria-activedescendant')).toBe('command-0');
  field?.focus();
  press('Enter');
  await shown('article');
  expect(place.visited.at(-1)).toBe(`#/campaign/${campaignId(3)}`);
  expect(document.querySelector('dialog')).toBeNull();
});

test('arrows move through the palette and go round', async () => {
  open();
  await shown('tr[data-campaign-id]');
  await openPalette({ metaKey: true });
  (await shown('dialog input')).focus();
  press('ArrowUp');
  const selected = () => all('[role=option][aria-selected=true]').map(({ id }) => id);
  const last = `command-${all('[role=option]').length - 1}`;
  await vi.waitFor(() => expect(selected()).toEqual([last]));
  press('ArrowDown');
  await vi.waitFor(() => expect(selected()).toEqual(['command-0']));
});

test('one workspace can be looked at alone', async () => {
  const other = verdict(50, 'blocked', { workspaceId: OTHER_WORKSPACE, name: 'Elsewhere' });
  open({
    readWorkspaces: async () => [
      workspaceRecord(),
      workspaceRecord({ kind: 'ok' }, { id: OTHER_WORKSPACE, name: 'Contoso' }),
    ],
    readFleets: async () => [
      fleetRecord(fleet),
      { workspaceId: OTHER_WORKSPACE, verdicts: [other] },
    ],
  });
  (await button('Contoso')).click();
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(50)]));
  expect(document.querySelector('[data-incident]')).toBeNull();
  expect(text('h1')).toBe('1 campaign needs you');
});

test('incidents: open with their lever, past with their end', async () => {
  const past = incidentRecord({
    incident: { ...incident, id: 'past', code: 'api_down', since: NOW - 9 * HOUR_MS, restores: 0 },
    state: 'resolved',
    resolvedAt: NOW - 8 * HOUR_MS,
    note: 'looked into it',
  });
  open({ readIncidents: async () => [incidentRecord(), past] }, fleet, browsing('#/incidents'));
  const entry = await shown('[data-incident][data-state=firing]');
  expect(entry.textContent).toContain('Reconnect 2 inboxes and 2 campaigns send again.');
  expect(entry.querySelectorAll('a')).toHaveLength(3);
  const ended = await shown('[data-state=resolved]');
  expect(ended.textContent).toContain('after 1 h');
  expect(ended.textContent).toContain('looked into it');
});

test('inboxes: worst first, the reason in words, the answer of the server beside it', async () => {
  const facts = {
    workspaceId: WORKSPACE,
    warmupStatus: 'active',
    warmupScore: 71,
    provider: 'google',
    isSetupPending: false,
    limitPerDay: 30,
    gapMinutes: 10,
    isSlowRamp: false,
    tracking: null,
    tagIds: [],
    readAt: NOW,
  } as const;
  const record = {
    ...noInboxes,
    inboxes: [
      { ...facts, address: 'fine@nw.co', status: 'active', smtpMessage: undefined },
      {
        ...facts,
        address: 'lost@nw.co',
        status: 'connection_error',
        smtpMessage: { response: '535 5.7.8 <b>no</b>', responseCode: 535 },
      },
    ],
  } as unknown as InboxFleetRecord;
  open({ readInboxes: async () => [record] }, fleet, browsing('#/inboxes'));
  const first = await shown('tr[data-account]');
  expect(first.dataset['account']).toBe('lost@nw.co');
  expect(first.dataset['health']).toBe('blocked');
  expect(first.textContent).toContain('reconnect it');
  expect(first.textContent).toContain('535 5.7.8 <b>no</b>');
  expect(first.textContent).toContain('score 71%');
  expect(text('[data-group="domain:nw.co"]')).toContain('1 of 2 down');
  expect(text('nav')).toContain('1 down');
});

test('history reads as far back as is asked', async () => {
  const readHistory = vi.fn(async () => []);
  open({ readHistory }, fleet, browsing('#/history'));
  (await shown('[data-range="30"]')).click();
  await vi.waitFor(() => expect(readHistory).toHaveBeenLastCalledWith(NOW - 30 * 24 * HOUR_MS));
  expect(rows()).not.toContain(campaignId(9));
});

test('tomorrow lists what needs somebody before a window opens', async () => {
  const opensAt = NOW + 12 * HOUR_MS;
  const resting = verdict(1, 'waiting', {
    nextSendAt: opensAt,
    causes: [
      cause('out_of_schedule', {
        needsPerson: false,
        params: { opensAt, nextWindowMails: 60, nextWindowBottleneck: 'inboxes_down' },
      }),
      cause('inbox_login_lost', { params: { count: 2, addresses: [] } }),
    ],
  });
  open({}, [resting], browsing('#/tomorrow'));
  const entry = await shown('.opening [data-campaign-id]');
  expect(entry.textContent).toContain('about 60 mails');
  expect(entry.textContent).toContain('inboxes down');
  expect(entry.querySelector('[data-cause=inbox_login_lost]')).not.toBeNull();
});

const since = NOW - HOUR_MS;
test.each<[WorkspaceState, string]>([
  [{ kind: 'first_check', found: 60, checked: 12 }, '12 of 60'],
  [{ kind: 'key_rejected', since, message: '' }, 'rejected the key'],
  [{ kind: 'no_plan', since }, 'no plan'],
  [{ kind: 'scope_missing', since, scopes: ['campaigns:read'] }, 'campaigns:read'],
  [{ kind: 'offline', since }, 'offline'],
  [{ kind: 'api_down', since, message: '' }, 'does not answer'],
  [{ kind: 'rate_limited', since, until: NOW + 5 * MINUTE_MS }, 'in 5 min'],
  [{ kind: 'locked' }, 'locked'],
  [{ kind: 'permission_missing', since }, 'access to Instantly'],
])('$kind is a state of its own, with and without campaigns', async (state, words) => {
  for (const verdicts of [fleet, []]) {
    open({ readWorkspaces: async () => [workspaceRecord(state)] }, verdicts);
    const notice = await shown(`[data-state=${state.kind}]`);
    expect(notice.textContent).toContain(words);
    expect(all('h1')).toHaveLength(1);
    unmount();
  }
});

test('access that the browser took away is asked for by the click itself', async () => {
  const state = { kind: 'permission_missing', since } as const;
  const { requestAccess, send } = open({ readWorkspaces: async () => [workspaceRecord(state)] });
  (await button('Allow access')).click();
  // Before anything else could have happened: later, the browser refuses.
  expect(requestAccess).toHaveBeenCalledOnce();
  expect(send).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(send).toHaveBeenCalledWith('check.now', {}));
});

test('too many campaigns for the interval are said', async () => {
  const stretched = { ...journalRecord({}), stretchedMs: 14 * MINUTE_MS };
  open({ readJournals: async () => [stretched] });
  expect((await shown('[data-state=stretched]')).textContent).toContain('takes 14 min');
});

test('nothing connected is a welcome with one way on; nothing read yet is said', async () => {
  const { openOptions } = open({ readWorkspaces: async () => [] });
  (await button('Connect a workspace')).click();
  expect(openOptions).toHaveBeenCalledOnce();
  unmount();
  open({ readWorkspaces: () => new Promise<never>(() => undefined) });
  expect((await shown('[aria-busy=true]')).textContent).toContain('Reading');
});

test('what was not checked for long is unknown, and keeps what was known', async () => {
  open({ now: () => NOW + 2 * HOUR_MS });
  await shown('tr[data-campaign-id]');
  expect(new Set(all('tr[data-health]').map(({ dataset }) => dataset['health']))).toEqual(
    new Set(['unknown']),
  );
  expect(text('tr[data-campaign-id]').toLowerCase()).toContain('last known: blocked');
});

test('a silent background is said, not swallowed', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  open({ send: (() => Promise.reject(new Error('gone'))) as unknown as DashboardPorts['send'] });
  (await button('Check now')).click();
  await vi.waitFor(() => expect(text('[role=status]')).toContain('did not answer'));
});

test('names are text, whatever they hold', async () => {
  const name = `<img src=x onerror="alert(1)">\u202Egnp.exe${'x'.repeat(5_000)}`;
  const place = browsing('');
  open({}, [verdict(1, 'blocked', { name }), verdict(2, 'blocked', { name: '' })], place);
  await shown('tr[data-campaign-id]');
  expect(document.querySelector('img')).toBeNull();
  expect(text('td.col-campaign .name')).not.toContain('\u202E');
  expect(text('table')).toContain('Unnamed campaign');
  place.goTo(`#/campaign/${campaignId(1)}`);
  await shown('article');
  expect(document.querySelector('img')).toBeNull();
  expect(text('h1')).not.toContain('\u202E');
});

test('of a long fleet only a few rows are in the page, on paper all of them', async () => {
  // This document has no layout: every row is said to be as tall as most are.
  const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(54);
  open(
    {},
    Array.from({ length: 400 }, (_, n) => verdict(n, 'healthy')),
  );
  await shown('tr[data-campaign-id]');
  expect(rows().length).toBeLessThanOrEqual(60);
  expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('401');
  // The page listens a moment after its rows are there; then it is done within the event.
  await vi.waitFor(() => {
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows()).toHaveLength(400);
  });
  window.dispatchEvent(new Event('afterprint'));
  expect(rows().length).toBeLessThanOrEqual(60);
  height.mockRestore();
});

test('a reader who wants hours written otherwise gets them at once', async () => {
  const timeFormat = signal<'h23' | 'h12'>('h23');
  open({}, fleet, browsing(''), {
    locale: 'en',
    timeZone: 'UTC',
    get timeFormat() {
      return timeFormat.value;
    },
  });
  const all = () =>
    [...document.querySelectorAll('*')]
      .map(({ textContent, outerHTML }) => textContent + outerHTML)
      .join(' ');
  await shown('main h1');
  await vi.waitFor(() => expect(all()).toMatch(/\d\d:\d\d/));
  expect(all()).not.toMatch(/\d\s[AP]M/);
  timeFormat.value = 'h12';
  await vi.waitFor(() => expect(all()).toMatch(/\d\s[AP]M/));
});

const daysRecord = (sent: number, rest: Partial<SentDaysRecord> = {}): SentDaysRecord => ({
  workspaceId: WORKSPACE,
  campaignId: null,
  days: [
    { date: '2026-11-18', sent: 7 },
    { date: '2026-11-20', sent },
  ],
  readAt: NOW - 3 * HOUR_MS,
  ...rest,
});
const answerDays = (answer: object) =>
  vi.fn(async (type: string) =>
    type === 'ask.sentDays' ? answer : { ok: true },
  ) as unknown as DashboardPorts['send'] & ReturnType<typeof vi.fn>;
const dayCells = () => all('[data-sent] tbody tr').map((row) => row.textContent);

test('mails per day: what is stored shows at once, and Instantly’s answer takes its place', async () => {
  let answer = (_: object): void => undefined;
  const send = vi.fn((type: string) =>
    type === 'ask.sentDays'
      ? new Promise((resolve) => {
          answer = resolve;
        })
      : Promise.resolve({ ok: true }),
  ) as unknown as DashboardPorts['send'];
  const place = browsing(`#/campaign/${campaignId(4)}`);
  open({ readSentDays: async () => daysRecord(40), send }, fleet, place);
  await shown('[data-range="7"]').then((button) => button.click());
  await vi.waitFor(() =>
    expect(dayCells()).toEqual(['2026-11-187', '2026-11-19–', '2026-11-2040']),
  );
  expect(document.querySelector('[data-sent]')?.getAttribute('aria-busy')).toBe('true');
  expect(send).toHaveBeenCalledWith('ask.sentDays', {
    workspaceId: WORKSPACE,
    campaignId: campaignId(4),
  });
  answer({ known: daysRecord(55, { readAt: NOW }), problem: null });
  await vi.waitFor(() => expect(dayCells().at(-1)).toBe('2026-11-2055'));
  expect(document.querySelector('[data-sent]')?.getAttribute('aria-busy')).toBe('false');
  expect(text('[data-sent]')).toContain(
    'The dashed line is the daily limit as it stands now, 100.',
  );
  expect(text('[data-sent]')).toContain('The last day is not over yet.');
});

test('mails per day: a problem stands beside what is known, with its age', async () => {
  const known = daysRecord(40);
  const send = answerDays({ known, problem: { kind: 'offline' } });
  open({ readSentDays: async () => known, send }, fleet, browsing(`#/campaign/${campaignId(4)}`));
  const trouble = await shown('[data-problem=offline]');
  expect(trouble.textContent).toBe(
    'As of 17:48. This computer is offline. Try again when there is a connection.',
  );
  expect(dayCells()).toHaveLength(1);
});

test('mails per day: nothing known says why, and an empty answer says so', async () => {
  const send = answerDays({
    known: null,
    problem: { kind: 'scope_missing', scopes: ['analytics:read'] },
  });
  open({ send }, fleet, browsing(`#/campaign/${campaignId(4)}`));
  expect((await shown('[data-problem=scope_missing]')).textContent).toContain('analytics:read');
  unmount();
  const empty = answerDays({ known: daysRecord(0, { days: [] }), problem: null });
  open({ send: empty }, fleet, browsing(`#/campaign/${campaignId(4)}`));
  await vi.waitFor(() =>
    expect(text('[data-sent]')).toBe('Instantly knows of no mails sent in this time.'),
  );
});

test('mails per day of the demo come from its recording, without a word of trouble', async () => {
  const known = daysRecord(40);
  const send = answerDays({ known, problem: { kind: 'demo' } });
  open({ readSentDays: async () => known, send }, fleet, browsing(`#/campaign/${campaignId(4)}`));
  await shown('[data-sent] tbody');
  await vi.waitFor(() =>
    expect(document.querySelector('[data-sent]')?.getAttribute('aria-busy')).toBe('false'),
  );
  expect(document.querySelector('[data-sent] [data-problem]')).toBeNull();
});

test('history adds up the workspaces, and names the one whose days are missing', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const send = vi.fn(async (_type: string, { workspaceId }: { workspaceId: string }) => {
    if (workspaceId === OTHER_WORKSPACE) throw new Error('gone');
    return { known: daysRecord(40, { readAt: NOW }), problem: null };
  }) as unknown as DashboardPorts['send'];
  const records = [
    workspaceRecord(),
    { ...workspaceRecord(), id: OTHER_WORKSPACE, name: 'Contoso' },
  ];
  open({ readWorkspaces: async () => records, send }, fleet, browsing('#/history'));
  const trouble = await shown('[data-problem=no_answer]');
  expect(trouble.textContent).toContain('Contoso: ');
  expect(dayCells()).toEqual(['2026-11-2040']);
});

test('an open incident offers its first steps; a past one offers none', async () => {
  const past = incidentRecord({ state: 'resolved', resolvedAt: NOW - HOUR_MS });
  const open_accounts = { ...incident, actions: ['open_accounts', 'mark_inbox_fixed'] as const };
  const records = [incidentRecord({ incident: open_accounts }), past];
  const { openUrl } = open({ readIncidents: async () => records }, fleet, browsing('#/incidents'));
  await shown('[data-state=resolved]');
  expect(all('[data-action]').map(({ dataset }) => dataset['action'])).toEqual(['open_accounts']);
  document.querySelector<HTMLElement>('[data-state=firing] [data-action]')?.click();
  expect(openUrl).toHaveBeenCalledExactlyOnceWith('https://app.instantly.ai/app/accounts');
});

test('the palette narrows the table, chooses the time shown, and knows the campaign that is open', async () => {
  const place = browsing(`#/campaign/${campaignId(1)}`);
  const { openUrl } = open({}, fleet, place);
  await shown('article');
  const commands = () => all('[data-command]').map(({ dataset }) => dataset['command']);
  const runOne = async (id: string) => {
    await openPalette({ ctrlKey: true });
    await vi.waitFor(() => expect(commands()).toContain(id));
    document.querySelector<HTMLElement>(`[data-command="${id}"]`)?.click();
    await vi.waitFor(() => expect(document.querySelector('dialog')).toBeNull());
  };
  await runOne('open-campaign');
  expect(openUrl).toHaveBeenCalledWith(expect.stringContaining(campaignId(1)));
  await runOne('range:30');
  await vi.waitFor(() =>
    expect(document.querySelector('[data-range="30"]')?.getAttribute('aria-pressed')).toBe('true'),
  );
  expect(place.visited).toHaveLength(1);
  await runOne('segment:sending');
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(7), campaignId(8)]));
});

test('a campaign’s page has Instantly’s own message, and its AI summary at a press', async () => {
  const reading = { kind: 'read', readAt: NOW, snapshot: { message: 'Out of accounts.' } };
  const send = vi.fn(async (type: string) =>
    type === 'ask.aiSummary'
      ? { ok: true, summary: 'Two are down.' }
      : { known: null, problem: null },
  ) as unknown as DashboardPorts['send'];
  const readObservation = async () =>
    ({
      reading,
      campaign: { id: campaignId(1), inboxes: [], tagIds: [] },
    }) as unknown as ObservationRecord;
  open({ send, readObservation }, fleet, browsing(`#/campaign/${campaignId(1)}`));
  await vi.waitFor(() => expect(text('.theirs q')).toBe('Out of accounts.'));
  expect(send).not.toHaveBeenCalledWith('ask.aiSummary', expect.anything());
  document.querySelector<HTMLElement>('[data-ask-ai]')?.click();
  await vi.waitFor(() => expect(text('.theirs blockquote')).toBe('Two are down.'));
});

test('on a paused campaign’s page Instantly’s log tells who paused it, under that cause', async () => {
  const entry = { at: NOW - HOUR_MS, kind: 'campaign_paused', by: null, isFromApi: true };
  const send = vi.fn(async (type: string) =>
    type === 'ask.auditLog'
      ? { entries: [{ ...entry, campaignId: campaignId(9) }], problem: null }
      : { known: null, problem: null },
  ) as unknown as DashboardPorts['send'];
  const place = browsing(`#/campaign/${campaignId(9)}`);
  open({ send }, fleet, place);
  (await shown('[data-cause=campaign_paused] [data-ask-who]')).click();
  await vi.waitFor(() =>
    expect(text('[data-cause=campaign_paused] .who')).toBe(
      'Instantly’s log, 19:48: paused through the API.',
    ),
  );
  place.goTo(`#/campaign/${campaignId(1)}`);
  await shown(`article[data-campaign-id="${campaignId(1)}"]`);
  expect(document.querySelector('.who')).toBeNull();
});

test('the address of a guide brings it into sight, with the focus; that of the page does not', async () => {
  const scrolled = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockImplementation(() => {});
  const guided = verdict(1, 'blocked', { causes: [cause('inbox_login_lost')] });
  const place = browsing(`#/campaign/${campaignId(1)}`);
  open({}, [guided, verdict(2, 'healthy')], place);
  const guide = await shown('[data-guide=reconnect]');
  expect(scrolled).not.toHaveBeenCalled();
  place.goTo(`#/campaign/${campaignId(1)}/guide`);
  await vi.waitFor(() => expect(document.activeElement).toBe(guide));
  expect(scrolled.mock.contexts).toEqual([guide]);
  place.goTo(`#/campaign/${campaignId(2)}/guide`);
  await vi.waitFor(() => expect(document.activeElement).toBe(document.querySelector('main')));
  unmount();
  open({}, [guided], browsing(`#/campaign/${campaignId(1)}/guide`));
  await vi.waitFor(() =>
    expect(document.activeElement?.getAttribute('data-guide')).toBe('reconnect'),
  );
  scrolled.mockRestore();
});

test('a client’s paper has plain words and no cause, inbox or id; the next one is ours again', async () => {
  const causes = [cause('inbox_login_lost', { params: { addresses: ['anna@nw-mail.co'] } })];
  const { print } = open({}, [verdict(1, 'blocked', { causes }), verdict(7, 'healthy')]);
  await shown('tr[data-campaign-id]');
  await openPalette({ ctrlKey: true });
  (await shown('[data-command="print-client"]')).click();
  expect(print).toHaveBeenCalledOnce();
  window.dispatchEvent(new Event('beforeprint'));
  expect(text('main h1')).toBe('How your campaigns are sending');
  expect(text('main')).toContain('Not sending at the moment; we are on it.');
  expect(all('.client-report tbody tr')).toHaveLength(2);
  expect(document.querySelector('main')?.outerHTML).not.toMatch(
    /anna@nw-mail|login|inbox_login_lost|0190f0c0/,
  );
  window.dispatchEvent(new Event('afterprint'));
  await shown('tr[data-campaign-id]');
  window.dispatchEvent(new Event('beforeprint'));
  expect(document.querySelector('.client-report')).toBeNull();
  window.dispatchEvent(new Event('afterprint'));
});

describe('alerts', () => {
  const scope = {
    kind: 'campaign',
    workspaceId: WORKSPACE,
    campaignId: campaignId(1),
  } as const;
  const snoozed: Silence = {
    id: 'snoozed',
    kind: 'snoozed',
    scope,
    note: '',
    at: NOW,
    until: NOW + HOUR_MS,
  };
  const entry = (kind: AlertLogRecord['kind'], minutes: number): AlertLogRecord => ({
    workspaceId: WORKSPACE,
    campaignId: campaignId(1),
    code: 'silent_stop',
    severity: 'red',
    since: NOW - HOUR_MS,
    at: NOW - HOUR_MS + minutes * 60_000,
    kind,
    reason: kind === 'held' ? 'quiet_hours' : null,
  });
  const LOG = [entry('pending', 0), entry('fired', 10), entry('held', 10), entry('resolved', 50)];

  test('campaigns that are silenced stand apart, marked and counted', async () => {
    open({ readSilences: async () => [snoozed] });
    await shown('[data-silenced]');
    expect(text('h1')).toBe('2 campaigns need you');
    expect(text('.lead')).toContain('1 silenced.');
    expect(text('[data-segment=silenced]')).toBe('Silenced 1');
    expect(rows().slice(0, 3)).toEqual([campaignId(2), campaignId(3), campaignId(1)]);
    expect(text('[data-silenced]')).toContain('Snoozed until 21:48');
  });

  test('the log has medians, is narrowed by kind, and is saved as it is shown', async () => {
    const { download, readAlertLog } = open(
      { readAlertLog: vi.fn(async () => LOG) },
      fleet,
      browsing('#/log'),
    );
    await shown('table.log');
    expect(text('[data-figure=detect] dd')).toBe('10 min');
    expect(text('[data-figure=recover] dd')).toBe('50 min');
    expect(all('table.log tbody tr')).toHaveLength(4);
    (await shown('[data-kind=held]')).click();
    await vi.waitFor(() => expect(all('table.log tbody tr')).toHaveLength(1));
    expect(text('table.log tbody')).toContain('quiet hours');
    (await shown('.tools .menu button')).click();
    expect(vi.mocked(download).mock.lastCall?.[0]).toBe('sendwatch-log-2026-11-20.csv');
    expect(vi.mocked(download).mock.lastCall?.[2].split('\r\n')).toHaveLength(3);
    (await shown('[data-range="30"]')).click();
    await vi.waitFor(() => expect(readAlertLog).toHaveBeenLastCalledWith(NOW - 30 * 24 * HOUR_MS));
  });

  test('an incident is silenced by its cause, or campaign by campaign', async () => {
    const { send } = open({}, fleet, browsing('#/incidents'));
    (await shown('[data-state=firing] [data-silence=acknowledge]')).click();
    const [, ofCampaigns] = await vi.waitFor(() => {
      const options = all('.silence-form [type=radio]');
      if (options.length < 2) throw new Error('no choice');
      return options;
    });
    ofCampaigns?.click();
    const form = await shown('.silence-form');
    await vi.waitFor(() => expect((ofCampaigns as HTMLInputElement).checked).toBe(true));
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    const silenced = () =>
      vi
        .mocked(send as (type: string, request: unknown) => unknown)
        .mock.calls.filter(([name]) => name === 'alerts.silence')
        .map(([, request]) => request);
    await vi.waitFor(() => expect(silenced()).toHaveLength(3));
    expect(silenced()[0]).toMatchObject({ kind: 'acknowledged', scope });
  });

  test('s on a row goes to the campaign with the form open; the palette reaches it as well', async () => {
    const place = browsing('');
    open({}, fleet, place);
    await shown('tr[data-campaign-id] a.name');
    document.querySelector<HTMLElement>('tr[data-campaign-id] a.name')?.focus();
    press('s');
    await shown('article [data-act=snooze]');
    expect(place.visited.at(-1)).toMatch(/^#\/campaign\//);
    await openPalette({ ctrlKey: true });
    (await shown('[data-command=mute-campaign]')).click();
    await shown('article [data-act=mute]');
  });
});
