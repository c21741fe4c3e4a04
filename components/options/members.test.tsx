// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ConnectAnswer, GroupMember } from '#messages';
import type { WorkspaceId } from '#model';
import { OTHER_WORKSPACE, WORKSPACE, workspaceRecord } from '../fixtures.ts';
import { type Answers, optionsPorts } from './fixtures.ts';
import { mountOptions } from './index.tsx';
import { sharesKey, shownMembers } from './members.ts';

let unmount = (): void => undefined;
afterEach(() => {
  unmount();
  vi.restoreAllMocks();
});

const memberId = (n: number) =>
  `0190f0c0-0000-7000-a000-${String(n).padStart(12, '0')}` as WorkspaceId;
const member = (n: number, parts: Partial<GroupMember> = {}): GroupMember => ({
  id: memberId(n),
  name: `Client ${n}`,
  isWatched: false,
  ...parts,
});
const group = (count: number): GroupMember[] =>
  Array.from({ length: count }, (_, index) => member(index + 1));

const accepted = (id: WorkspaceId): ConnectAnswer => ({
  ok: true,
  workspaceId: id,
  name: 'N',
  abilities: workspaceRecord().abilities,
  isReplaced: false,
});

const open = (answers: Answers = {}, parts: Parameters<typeof optionsPorts>[1] = {}) => {
  const { ports, world } = optionsPorts(
    {
      'workspace.connect': () => accepted(WORKSPACE),
      'workspace.addMember': ({ memberId: id }) => accepted(id),
      ...answers,
    },
    parts,
  );
  const app = document.createElement('div');
  document.body.replaceChildren(app);
  unmount = mountOptions(app, ports, { locale: 'en', timeZone: 'UTC' });
  const sent = (type: string) =>
    world.sent.filter(([name]) => name === type).map(([, request]) => request);
  return { sent };
};
const listing = (members: readonly GroupMember[]): Answers => ({
  'workspace.members': () => ({ ok: true, members }),
});

const all = <E extends Element = HTMLElement>(query: string) => [
  ...document.querySelectorAll<E>(query),
];
const button = (name: string) =>
  all<HTMLButtonElement>('button').find(({ textContent }) => textContent === name);
const press = async (name: string) => {
  await vi.waitFor(() => expect(button(name), name).toBeDefined());
  button(name)?.click();
};
const text = () => document.body.textContent ?? '';
const says = (part: string) => vi.waitFor(() => expect(text()).toContain(part));
const boxes = () => all<HTMLInputElement>('.members li input');
const tick = async (box: HTMLInputElement | undefined) => {
  box?.click();
  await vi.waitFor(() => expect(box?.isConnected).toBe(true));
};
const connect = () => {
  const field = document.getElementById('key') as HTMLInputElement;
  field.value = 'an admin key';
  field.form?.requestSubmit();
};

describe('after a key was connected', () => {
  test('the workspaces of its group are offered, by name, those watched already ticked for good', async () => {
    const { sent } = open(listing([member(10), member(2), member(1, { isWatched: true })]));
    connect();
    await says('This admin key can also read 3 other workspaces.');
    expect(sent('workspace.members')).toEqual([{ workspaceId: WORKSPACE }]);
    expect(all('.members li').map((row) => row.textContent)).toEqual([
      'Client 1watched',
      'Client 2',
      'Client 10',
    ]);
    expect(boxes().map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
    expect(text()).toContain('request budget of its own');
  });

  test.each<[string, Answers]>([
    ['has none', listing([])],
    [
      'may not list them',
      {
        'workspace.members': () => ({
          ok: false,
          problem: { code: 'scope_missing', scopes: ['x:read'], message: '' },
        }),
      },
    ],
    ['cannot be asked', { 'workspace.members': () => Promise.reject(new Error('gone')) }],
  ])('one that %s is only connected', async (_, answers) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { sent } = open(answers);
    connect();
    await says('N is connected');
    await vi.waitFor(() => expect(sent('workspace.members')).toHaveLength(1));
    await vi.waitFor(() => expect(document.querySelector('progress')).toBeNull());
    expect(document.querySelector('.group')).toBeNull();
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  test('"Not now" leaves it at that', async () => {
    const { sent } = open(listing(group(2)));
    connect();
    await press('Not now');
    await vi.waitFor(() => expect(document.querySelector('.group')).toBeNull());
    expect(sent('workspace.addMember')).toEqual([]);
  });
});

describe('choosing', () => {
  test('the chosen ones are connected one after the other, then checked', async () => {
    const { sent } = open(listing(group(3)));
    connect();
    await vi.waitFor(() => expect(boxes()).toHaveLength(3));
    expect(button('Watch 0 workspaces')?.disabled).toBe(true);
    await tick(boxes()[0]);
    await tick(boxes()[2]);
    await press('Watch 2 workspaces');
    await says('2 more workspaces are watched.');
    expect(sent('workspace.addMember')).toEqual([
      { workspaceId: WORKSPACE, memberId: memberId(1), name: 'Client 1' },
      { workspaceId: WORKSPACE, memberId: memberId(3), name: 'Client 3' },
    ]);
    await vi.waitFor(() => expect(sent('check.now')).toHaveLength(1));
  });

  test('while they are connected the page says which, and how many are done', async () => {
    const releases: (() => void)[] = [];
    open({
      ...listing(group(2)),
      'workspace.addMember': ({ memberId: id }) =>
        new Promise((resolve) => releases.push(() => resolve(accepted(id)))),
    });
    connect();
    await vi.waitFor(() => expect(boxes()).toHaveLength(2));
    for (const box of boxes()) await tick(box);
    await press('Watch 2 workspaces');
    await says('Connecting 1 of 2');
    expect(text()).toContain('Client 1');
    releases[0]?.();
    await says('Connecting 2 of 2');
    const bar = document.querySelector<HTMLProgressElement>('.group progress');
    expect([bar?.value, bar?.max]).toEqual([1, 2]);
    releases[1]?.();
    await says('2 more workspaces are watched.');
  });

  test('all can be chosen at once, or only those that were found', async () => {
    open(listing([...group(12), member(13, { name: '', isWatched: false })]));
    connect();
    await vi.waitFor(() => expect(boxes()).toHaveLength(13));
    const whole = () => document.querySelector<HTMLInputElement>('.members .all input');
    whole()?.click();
    await vi.waitFor(() => expect(button('Watch 13 workspaces')).toBeDefined());
    whole()?.click();
    await vi.waitFor(() => expect(button('Watch 0 workspaces')).toBeDefined());
    const find = document.querySelector<HTMLInputElement>('[aria-label="Find a workspace"]');
    if (!find) throw new Error('no field to find one');
    find.value = 'client 1';
    find.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(boxes()).toHaveLength(4));
    whole()?.click();
    await vi.waitFor(() => expect(button('Watch 4 workspaces')).toBeDefined());
    find.value = 'nobody';
    find.dispatchEvent(new Event('input', { bubbles: true }));
    await says('No workspace has that in its name.');
    expect(button('Watch 4 workspaces')).toBeDefined();
  });

  test('a few need no field to find one', async () => {
    open(listing(group(10)));
    connect();
    await vi.waitFor(() => expect(boxes()).toHaveLength(10));
    expect(document.querySelector('[type=search]')).toBeNull();
  });

  test('those that fail are named with the reason, the others are connected all the same', async () => {
    open({
      ...listing(group(3)),
      'workspace.addMember': ({ memberId: id }) =>
        id === memberId(2)
          ? { ok: false, problem: { code: 'no_plan', message: 'Payment required' } }
          : accepted(id),
    });
    connect();
    await vi.waitFor(() => expect(boxes()).toHaveLength(3));
    for (const box of boxes()) await tick(box);
    await press('Watch 3 workspaces');
    await says('2 more workspaces are watched.');
    expect(text()).toContain('1 workspace could not be connected.');
    expect(document.querySelector('.failed')?.textContent).toBe('Client 2');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('no plan');
  });

  test('what would stop every further one stops at the first, and is told once', async () => {
    const { sent } = open({
      ...listing(group(3)),
      'workspace.addMember': () => ({ ok: false, problem: { code: 'offline' } }),
    });
    connect();
    await vi.waitFor(() => expect(boxes()).toHaveLength(3));
    for (const box of boxes()) await tick(box);
    await press('Watch 3 workspaces');
    await says('3 workspaces could not be connected.');
    expect(sent('workspace.addMember')).toHaveLength(1);
    expect(all('[role=alert]')).toHaveLength(1);
    expect(document.querySelector('.failed')?.children).toHaveLength(3);
    await press('Choose again');
    await vi.waitFor(() => expect(boxes()).toHaveLength(3));
  });
});

describe('at the card of a workspace', () => {
  test('the list opens, takes the focus, and gives it back', async () => {
    open(listing(group(2)));
    await press('Workspaces of this key');
    await vi.waitFor(() => expect(boxes()).toHaveLength(2));
    expect(document.querySelector(`[data-workspace-id="${WORKSPACE}"] .members`)).not.toBeNull();
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    (document.activeElement as HTMLElement).blur();
    await press('Not now');
    await vi.waitFor(() => expect(document.activeElement).toBe(button('Workspaces of this key')));
  });

  test('a key of one workspace is told so, and a missing scope is named', async () => {
    open(listing([]));
    await press('Workspaces of this key');
    await says('lists no other workspace for this key');
    unmount();
    open({
      'workspace.members': () => ({
        ok: false,
        problem: { code: 'scope_missing', scopes: ['workspace_group_members:read'], message: '' },
      }),
    });
    await press('Workspaces of this key');
    await says('may not list the workspaces of its group');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('group_members:read');
  });

  test('removing one of several says that the key stays', async () => {
    const own = workspaceRecord();
    const other = workspaceRecord(
      { kind: 'ok' },
      { id: OTHER_WORKSPACE, name: 'Other', order: 1, adminId: WORKSPACE },
    );
    open({}, { workspaces: [own, other] });
    await press('Remove');
    await says('Its key stays for the other workspaces');
    expect(text()).toContain('Admin key ending in');
  });
});

test('who shares a key', () => {
  const own = workspaceRecord();
  const by = (n: number) =>
    workspaceRecord({ kind: 'ok' }, { id: memberId(n), adminId: WORKSPACE });
  const stranger = workspaceRecord({ kind: 'ok' }, { id: OTHER_WORKSPACE });
  expect(sharesKey(own, [own, stranger])).toBe(false);
  expect(sharesKey(own, [own, by(1)])).toBe(true);
  expect(sharesKey(by(1), [by(1), by(2)])).toBe(true);
  expect(sharesKey(by(1), [by(1), own])).toBe(true);
  expect(sharesKey(by(1), [by(1), stranger])).toBe(false);
});

test('names are found in any case and sorted as people count', () => {
  const names = (query: string) =>
    shownMembers([...group(11), member(12, { name: '' })], query, 'en').map(({ name }) => name);
  expect(names('').slice(0, 3)).toEqual(['Client 1', 'Client 2', 'Client 3']);
  expect(names('').at(-1)).toBe('');
  expect(names(' CLIENT 11 ')).toEqual(['Client 11']);
});
