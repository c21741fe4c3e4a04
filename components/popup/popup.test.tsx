// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { MINUTE_MS, type Verdict, type WorkspaceState } from '#model';
import {
  campaignId,
  fleet,
  fleetRecord,
  headOf,
  incident,
  journalRecord,
  NOW,
  OTHER_WORKSPACE,
  verdict,
  workspaceRecord,
} from '../fixtures.ts';
import { mountPopup, type PopupPorts } from './index.tsx';

let unmount = (): void => undefined;
afterEach(() => unmount());

const open = (ports: Partial<PopupPorts> = {}, verdicts: readonly Verdict[] = fleet) => {
  const records = [workspaceRecord()];
  const all: PopupPorts = {
    readHead: async () => headOf(records, verdicts, [incident]),
    readWorkspaces: async () => records,
    readFleets: async () => [fleetRecord(verdicts)],
    readJournals: async () => [],
    readInboxes: async () => [],
    readHistory: async () => [],
    requestAccess: async () => true,
    readPreference: () => null,
    writePreference: vi.fn(),
    send: vi.fn(async () => ({ ok: true })) as unknown as PopupPorts['send'],
    subscribe: () => () => undefined,
    openUrl: vi.fn(),
    openOptions: vi.fn(),
    copyText: vi.fn(async () => undefined),
    now: () => NOW,
    ...ports,
  };
  const app = document.createElement('div');
  app.innerHTML = '<header></header><main></main>';
  document.body.replaceChildren(app);
  unmount = mountPopup(app, all, { locale: 'en', timeZone: 'UTC' });
  return all;
};

const inState = (state: WorkspaceState, verdicts: readonly Verdict[] = []) => {
  const records = [workspaceRecord(state)];
  return open(
    { readHead: async () => headOf(records, verdicts), readWorkspaces: async () => records },
    verdicts,
  );
};

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
const rows = () => all('[data-campaign-id]').map(({ dataset }) => dataset['campaignId']);
const shown = (selector: string) =>
  vi.waitFor(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`no ${selector}`);
    return element;
  });
const key = (name: string) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );

test('the head alone paints the headline, the counts and the worst rows', async () => {
  const never = new Promise<never>(() => undefined);
  open({ readFleets: () => never, readWorkspaces: () => never });
  await shown('[data-campaign-id]');
  expect(text('h1')).toBe('3 campaigns need you');
  expect(text('.summary p')).toBe('Reconnect 2 inboxes and 2 of them send again.');
  expect(all('h1')).toHaveLength(1);
  expect(all('main')).toHaveLength(1);
  expect(all('[data-filter]').map(({ dataset }) => dataset['filter'])).toEqual([
    'blocked',
    'degraded',
    'unknown',
    'limited',
    'waiting',
    'healthy',
    'inactive',
  ]);
});

test('every campaign has a row with its health as a word, worst first', async () => {
  open();
  await shown('[data-campaign-id]');
  const [first] = all('[data-campaign-id]');
  expect(first?.dataset['health']).toBe('blocked');
  expect(first?.textContent).toContain('Agency partners UK, Blocked. Bounce protection stopped it');
  expect(rows()).toHaveLength(fleet.length);
});

test('a chip shows only its health word and can be let go', async () => {
  open();
  const chip = await shown('[data-filter=degraded]');
  chip.click();
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(3)]));
  expect(chip.getAttribute('aria-pressed')).toBe('true');
  chip.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('search narrows the list, and an empty result says so and can be cleared', async () => {
  open();
  const field = (await shown('input[type=search]')) as HTMLInputElement;
  expect(field.getAttribute('aria-label')).toBe('Find a campaign');
  const search = (query: string) => {
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  search('shopify');
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(4)]));
  search('no such thing');
  (await shown('.nothing button')).click();
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length));
});

test('an opened row ranks its causes with evidence, links to Instantly and copies a report', async () => {
  const { openUrl, copyText } = open();
  (await shown(`[data-campaign-id="${campaignId(1)}"] > button`)).click();
  await shown('[data-cause]');
  expect(all('[data-cause]').map(({ dataset }) => dataset['cause'])).toEqual([
    'no_accounts_available',
    'account_daily_limit_met',
  ]);
  // Said once, by the evidence or by the line after it.
  expect(text('[data-cause=account_daily_limit_met]').match(/in 3 h 12 m/g)).toHaveLength(1);
  (await shown('.actions .first')).click();
  expect(openUrl).toHaveBeenCalledWith(
    `https://app.instantly.ai/app/campaign/${campaignId(1)}/analytics`,
  );
  (await shown('[data-copy]')).click();
  expect(copyText).toHaveBeenCalledWith(expect.stringContaining('SaaS founders — DACH, wave 3'));
  await vi.waitFor(() => expect(text('[data-copy]')).toBe('Copied'));
});

test('keys: / finds, j and k move, o opens Instantly, r checks, ? helps', async () => {
  const { openUrl, send } = open();
  await shown('[data-campaign-id]');
  await vi.waitFor(() => {
    key('j');
    expect(document.activeElement?.closest('[data-campaign-id]')).not.toBeNull();
  });
  const at = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-campaign-id]');
    return rows().indexOf(row?.dataset['campaignId']);
  };
  const before = at();
  key('j');
  expect(at()).toBe(before + 1);
  key('k');
  expect(at()).toBe(before);
  key('o');
  expect(openUrl).toHaveBeenCalledWith(expect.stringContaining(String(rows()[before])));
  key('r');
  expect(send).toHaveBeenCalledWith('check.now', {});
  key('/');
  expect(document.activeElement).toBe(document.querySelector('input[type=search]'));
  key('r');
  expect(send).toHaveBeenCalledTimes(1);
  (document.activeElement as HTMLElement).blur();
  key('?');
  expect((await shown('dialog')).textContent).toContain('Keys');
});

test('Escape closes the open row first, and is left to the browser when nothing is open', async () => {
  open();
  const button = await shown('[data-campaign-id] > button');
  button.click();
  await vi.waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('true'));
  await vi.waitFor(() => {
    key('Escape');
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });
  expect(key('Escape')).toBe(true);
});

test('while a check runs, another press asks for nothing', async () => {
  const send = vi.fn(() => new Promise(() => undefined));
  open({ send: send as unknown as PopupPorts['send'] });
  const button = await shown('[aria-label="Check now"]');
  button.click();
  await vi.waitFor(() => expect(text('.age')).toBe('checking…'));
  button.click();
  expect(send).toHaveBeenCalledTimes(1);
});

test('a silent background is said, not swallowed', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  open({ send: (() => Promise.reject(new Error('gone'))) as unknown as PopupPorts['send'] });
  (await shown('[aria-label="Check now"]')).click();
  await vi.waitFor(() => expect(text('[role=status]')).toContain('did not answer'));
});

test('without a workspace there is a welcome with one way on', async () => {
  const { openOptions } = open({
    readHead: async () => null,
    readWorkspaces: async () => [],
    readFleets: async () => [],
  });
  const button = await shown('.welcome button');
  expect(button.textContent).toBe('Connect a workspace');
  button.click();
  expect(openOptions).toHaveBeenCalledOnce();
});

const since = NOW - 60 * MINUTE_MS;
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
])('$kind is a state of its own', async (state, words) => {
  inState(state);
  const notice = await shown(`[data-state=${state.kind}]`);
  expect(notice.textContent).toContain(words);
  expect(all('h1')).toHaveLength(1);
});

test('a rejected key offers to replace it, above what is still known', async () => {
  const { openOptions } = inState({ kind: 'key_rejected', since, message: '' }, fleet);
  const button = await shown('[data-state=key_rejected] button');
  expect(button.textContent).toBe('Replace the key');
  button.click();
  expect(openOptions).toHaveBeenCalledOnce();
  expect(rows()).toHaveLength(fleet.length);
});

test('no campaigns is an answer', async () => {
  open({}, []);
  await vi.waitFor(() => expect(text('h1')).toBe('No campaigns yet'));
});

test('what was not checked for long is unknown; a journal that says otherwise keeps it', async () => {
  const old = (n: number) => verdict(n, 'healthy', { observedAt: NOW - 40 * MINUTE_MS });
  const records = [workspaceRecord({ kind: 'offline', since })];
  open(
    {
      readHead: async () => headOf(records, [old(1), old(2)]),
      readWorkspaces: async () => records,
      readJournals: async () => [journalRecord({ [campaignId(2)]: NOW - MINUTE_MS })],
    },
    [old(1), old(2)],
  );
  await vi.waitFor(() =>
    expect(all('[data-campaign-id]').map(({ dataset }) => dataset['health'])).toEqual([
      'unknown',
      'healthy',
    ]),
  );
  expect(text('[data-health=unknown] .why')).toContain('Last known: sending; no answer since');
});

test('names of campaigns are text, whatever they hold', async () => {
  const name = `<img src=x onerror="alert(1)">\u202Egnp.exe${'x'.repeat(5000)}`;
  open({}, [verdict(1, 'blocked', { name })]);
  await shown('[data-campaign-id]');
  expect(document.querySelector('img')).toBeNull();
  expect(text('bdi.name')).toContain('<img src=x');
  expect(text('bdi.name')).not.toContain('\u202E');
  expect(text('bdi.name').length).toBeLessThanOrEqual(120);
});

test('of several workspaces one can be chosen', async () => {
  const records = [
    workspaceRecord(),
    workspaceRecord({ kind: 'ok' }, { id: OTHER_WORKSPACE, name: 'Other' }),
  ];
  const other = verdict(50, 'blocked', { workspaceId: OTHER_WORKSPACE });
  open({
    readHead: async () => headOf(records, [...fleet, other]),
    readWorkspaces: async () => records,
    readFleets: async () => [
      fleetRecord(fleet),
      { workspaceId: OTHER_WORKSPACE, verdicts: [other] },
    ],
  });
  const choice = (await shown('select')) as HTMLSelectElement;
  await vi.waitFor(() => expect(rows()).toHaveLength(fleet.length + 1));
  choice.value = OTHER_WORKSPACE;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(rows()).toEqual([campaignId(50)]));
  expect(text('h1')).toBe('1 campaign needs you');
});

test('a long fleet does not put every row into the page at once', async () => {
  open(
    {},
    Array.from({ length: 500 }, (_, n) => verdict(n, 'healthy')),
  );
  await vi.waitFor(() => expect(rows()).toHaveLength(100));
});
