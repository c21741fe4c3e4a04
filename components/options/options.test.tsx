// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ConnectProblem } from '#messages';
import { NOW, OTHER_WORKSPACE, WORKSPACE, workspaceRecord } from '../fixtures.ts';
import { type Answers, optionsPorts } from './fixtures.ts';
import { mountOptions } from './index.tsx';

let unmount = (): void => undefined;
afterEach(() => {
  unmount();
  vi.restoreAllMocks();
});

const open = (answers: Answers = {}, parts: Parameters<typeof optionsPorts>[1] = {}) => {
  const { ports, world } = optionsPorts(answers, parts);
  const app = document.createElement('div');
  document.body.replaceChildren(app);
  unmount = mountOptions(app, ports, { locale: 'en', timeZone: 'UTC' });
  return { ...world, world, ports };
};
const never = <T,>(): Promise<T> => new Promise(() => undefined);
const quiet = () => vi.spyOn(console, 'warn').mockImplementation(() => undefined);

const field = (id = 'key') => document.getElementById(id) as HTMLInputElement;
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
const press = async (name: string) => {
  await vi.waitFor(() => expect(button(name), name).toBeDefined());
  button(name)?.click();
};
const connect = (key: string) => {
  field().value = key;
  field().form?.requestSubmit();
};
const alertText = () => document.querySelector('[role=alert]')?.textContent ?? '';
const text = () => document.body.textContent ?? '';
const says = (part: string) => vi.waitFor(() => expect(text()).toContain(part));
const sentOf = (sent: readonly [string, unknown][], type: string) =>
  sent.filter(([name]) => name === type).map(([, request]) => request);

describe('connecting', () => {
  test('the key field is labelled, hidden from view and not remembered by the browser', () => {
    open();
    expect(field().labels?.[0]?.textContent).toBe('API key');
    expect(field().type).toBe('password');
    expect(field().autocomplete).toBe('off');
  });

  test.each<ConnectProblem>([
    { code: 'empty' },
    { code: 'has_line_break' },
    { code: 'not_printable' },
    { code: 'too_long' },
    { code: 'looks_like_placeholder' },
    { code: 'key_rejected', message: 'Invalid API key' },
    { code: 'no_plan', message: 'Payment required' },
    { code: 'server_fault', message: 'oops' },
    { code: 'bad_body', message: 'not JSON' },
    { code: 'scope_missing', scopes: ['campaigns:read'], message: 'Invalid scope' },
    { code: 'rate_limited', until: NOW + 60_000 },
    { code: 'offline' },
    { code: 'timeout' },
    { code: 'permission_missing' },
    { code: 'storage_failed' },
  ])('a key refused with $code stays in the field, with reason and advice', async (problem) => {
    open({ 'workspace.connect': () => ({ ok: false, problem }) });
    connect('my key');
    await vi.waitFor(() => expect(alertText()).not.toBe(''));
    const [reason, advice] = document.querySelector('[role=alert]')?.children ?? [];
    expect(reason?.textContent).toMatch(/^[A-Z].*\.$/);
    expect(advice?.textContent).toMatch(/^[A-Z].*\.$/);
    expect(alertText()).not.toMatch(/problem\.|[{}]/);
    if ('message' in problem) expect(alertText()).toContain(problem.message);
    expect(field().value).toBe('my key');
  });

  test('an accepted key is cleared from the field and was sent once', async () => {
    const { sent } = open({
      'workspace.connect': () => ({
        ok: true,
        workspaceId: WORKSPACE,
        name: '<b>Northwind</b>',
        abilities: workspaceRecord().abilities,
        isReplaced: false,
      }),
    });
    connect('the key');
    await vi.waitFor(() => expect(field().value).toBe(''));
    expect(sentOf(sent, 'workspace.connect')).toEqual([{ key: 'the key' }]);
    await says('<b>Northwind</b> is connected');
  });

  test('while Instantly is asked there is progress, and a second press sends nothing', async () => {
    const { sent } = open({ 'workspace.connect': never });
    connect('the key');
    await vi.waitFor(() => expect(document.querySelector('progress')).not.toBeNull());
    connect('the key');
    expect(sentOf(sent, 'workspace.connect')).toHaveLength(1);
  });

  test('a silent background is said, and the key kept', async () => {
    quiet();
    open({ 'workspace.connect': () => Promise.reject(new Error('gone')) });
    connect('the key');
    await vi.waitFor(() => expect(alertText()).toContain('did not answer'));
    expect(field().value).toBe('the key');
  });

  test('a hint is given while typing, and the key is nowhere but in its field', async () => {
    open();
    const key = 'Bearer c2VjcmV0LXNlY3JldC1zZWNyZXQ=';
    field().value = key;
    field().dispatchEvent(new Event('input', { bubbles: true }));
    await says('“Bearer” in front is not part of the key');
    expect(document.documentElement.outerHTML).not.toContain('c2VjcmV0');
  });

  test('each preset names its scopes', async () => {
    open();
    expect(document.querySelector('.scopes')?.textContent).not.toContain('custom_tags:read');
    document.querySelector<HTMLInputElement>('[name=preset][value=more]')?.click();
    await vi.waitFor(() => expect(document.querySelector('.scopes dl')?.children).toHaveLength(7));
    document.querySelector<HTMLInputElement>('[name=preset][value=operate]')?.click();
    await says('each confirmed by you');
    expect(document.querySelector('.scopes')?.textContent).toContain('accounts:update');
  });

  test('a missing permission is asked for as the first act of the click, then the key again', async () => {
    const order: string[] = [];
    open(
      {
        'workspace.connect': () => {
          order.push('connect');
          return { ok: false, problem: { code: 'permission_missing' } };
        },
      },
      {
        requestAccess: async () => {
          order.push('request');
          return true;
        },
      },
    );
    connect('the key');
    await vi.waitFor(() => expect(button('Allow access to api.instantly.ai')).toBeDefined());
    button('Allow access to api.instantly.ai')?.click();
    expect(order).toEqual(['connect', 'request']);
    await vi.waitFor(() => expect(order).toEqual(['connect', 'request', 'connect']));
  });
});

describe('a workspace', () => {
  const other = workspaceRecord(
    { kind: 'ok' },
    { id: OTHER_WORKSPACE, name: 'Other', order: 1, missingScopes: ['accounts:read'] },
  );

  test('shows its name, the end of its key, and for each ability the scope and whether it can', async () => {
    open({}, { workspaces: [workspaceRecord(), other] });
    await vi.waitFor(() =>
      expect(document.querySelectorAll('[data-workspace-id]')).toHaveLength(2),
    );
    const [first, second] = document.querySelectorAll('[data-workspace-id]');
    expect(first?.textContent).toContain('Northwind Outbound');
    expect(first?.textContent).toContain('…3f9Q');
    const row = (ability: string) => first?.querySelector(`[data-ability=${ability}]`)?.textContent;
    expect(row('readTags')).toMatch(/tags.*custom_tags:read.*cannot/);
    expect(row('readCampaigns')).toMatch(/campaigns:read.*can$/);
    expect(row('readSubsequences')).toContain('not tried yet');
    expect(second?.textContent).toContain('Missing scopes: \u2068accounts:read\u2069');
  });

  test('"Check key" says what Instantly answers', async () => {
    const { sent } = open({
      'workspace.checkKey': () => ({
        ok: false,
        problem: { code: 'key_rejected', message: 'Invalid API key' },
      }),
    });
    await press('Check key');
    await vi.waitFor(() => expect(alertText()).toContain('does not accept this key'));
    expect(sentOf(sent, 'workspace.checkKey')).toEqual([{ workspaceId: WORKSPACE }]);
  });

  test('is removed only after a second, named step, which Esc and Cancel close', async () => {
    const { sent } = open();
    await press('Remove');
    await press('Cancel');
    await press('Remove');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
    await vi.waitFor(() => expect(document.activeElement).toBe(button('Remove')));
    expect(sentOf(sent, 'workspace.remove')).toEqual([]);
    await press('Remove');
    await press('Remove workspace');
    await vi.waitFor(() =>
      expect(sentOf(sent, 'workspace.remove')).toEqual([{ workspaceId: WORKSPACE }]),
    );
  });

  test('is renamed in place; an empty or unchanged name changes nothing', async () => {
    const { sent } = open();
    const rename = async (name: string) => {
      await press('Rename');
      await vi.waitFor(() => expect(field(`name-${WORKSPACE}`)).not.toBeNull());
      field(`name-${WORKSPACE}`).value = name;
      field(`name-${WORKSPACE}`).form?.requestSubmit();
      await vi.waitFor(() => expect(button('Rename')).toBeDefined());
    };
    await rename('  ');
    await rename('Northwind Outbound');
    expect(sentOf(sent, 'workspace.rename')).toEqual([]);
    await rename(' North ');
    expect(sentOf(sent, 'workspace.rename')).toEqual([{ workspaceId: WORKSPACE, name: 'North' }]);
    await says('Renamed.');
  });

  test('is moved by buttons, and not past the ends', async () => {
    const { sent } = open({}, { workspaces: [workspaceRecord(), other] });
    await press('Move Northwind Outbound up');
    await press('Move Other up');
    await vi.waitFor(() =>
      expect(sentOf(sent, 'workspace.reorder')).toEqual([
        { workspaceIds: [OTHER_WORKSPACE, WORKSPACE] },
      ]),
    );
    await says('Other is now 1 of 2');
  });

  test('that is alone cannot be moved', async () => {
    open();
    await vi.waitFor(() => expect(button('Remove')).toBeDefined());
    expect(document.querySelector('.order')).toBeNull();
  });

  test('of the demo is marked and has no key to check', async () => {
    const demo = workspaceRecord({ kind: 'ok' }, { isDemo: true });
    const { sent } = open({}, { workspaces: [demo] });
    await vi.waitFor(() => expect(document.querySelector('.tag')?.textContent).toBe('Demo'));
    expect(button('Check key')).toBeUndefined();
    expect(text()).not.toContain('…3f9Q');
    await press('Remove demo data');
    await vi.waitFor(() => expect(sentOf(sent, 'demo.remove')).toHaveLength(1));
  });
});

describe('the first run', () => {
  test('offers the demo, and says when it cannot be loaded', async () => {
    const { sent } = open({ 'demo.load': () => ({ ok: false }) }, { workspaces: [] });
    await press('Explore with demo data');
    await vi.waitFor(() => expect(alertText()).toContain('could not be loaded'));
    expect(sentOf(sent, 'demo.load')).toEqual([{}]);
  });

  test('shows what was found and how far the first check is, then that it is done', async () => {
    const { world } = open(
      {
        'workspace.connect': () => {
          world.workspaces = [workspaceRecord({ kind: 'first_check', found: 48, checked: 12 })];
          const { abilities } = workspaceRecord();
          return { ok: true, workspaceId: WORKSPACE, name: 'N', abilities, isReplaced: false };
        },
      },
      { workspaces: [] },
    );
    await vi.waitFor(() =>
      expect(document.querySelector('[aria-current=step]')?.textContent).toBe('Key'),
    );
    connect('the key');
    await says('Found 48 campaigns, first check running: 12 done.');
    const progress = document.querySelector<HTMLProgressElement>('.welcome progress');
    expect([progress?.value, progress?.max]).toEqual([12, 48]);
    world.workspaces = [workspaceRecord()];
    world.changed();
    await says('Northwind Outbound is watched: 9 campaigns.');
    expect(button('Open dashboard')).toBeDefined();
    expect(button('Open popup')).toBeDefined();
  });

  test('is not shown while nothing was read yet, nor to whom is connected', async () => {
    open({}, { readWorkspaces: never });
    expect(document.querySelector('.welcome')).toBeNull();
    expect(text()).toContain('Reading what is stored');
    unmount();
    open();
    await vi.waitFor(() => expect(button('Remove')).toBeDefined());
    expect(document.querySelector('.welcome')).toBeNull();
  });
});

describe('the page as a whole', () => {
  test('says that it is offline, and that the store cannot be read', async () => {
    quiet();
    open({}, { isOnline: () => false, readWorkspaces: () => Promise.reject(new Error('disk')) });
    await says('This computer is offline.');
    await says('could not read what Sendwatch has stored');
  });

  test('has one heading of the first rank, one main, and a link to each section', () => {
    open();
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('main')).toHaveLength(1);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
      expect(document.querySelector(`section${link.getAttribute('href')}`)).not.toBeNull();
    }
  });

  test('words every key it uses', async () => {
    open({}, { workspaces: [workspaceRecord({ kind: 'locked' })] });
    await vi.waitFor(() => expect(button('Remove')).toBeDefined());
    expect(text()).not.toMatch(
      /\b(?:options|first|keep|checking|alerts|look|data|about|scopes|hint|problem)\.[a-z]+|[{}]/,
    );
  });
});
