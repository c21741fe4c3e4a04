// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { ConnectAnswer, ConnectProblem } from '#messages';
import { NOW, OTHER_WORKSPACE, WORKSPACE, workspaceRecord } from '../fixtures.ts';
import { mountOptions, type OptionsPorts } from './index.tsx';

let unmount = (): void => undefined;
afterEach(() => {
  unmount();
  vi.restoreAllMocks();
});

const open = (answer: () => Promise<unknown>, records = [workspaceRecord()]) => {
  const send = vi.fn((_type: string, _request: unknown) => answer());
  const app = document.createElement('div');
  document.body.replaceChildren(app);
  unmount = mountOptions(
    app,
    {
      readWorkspaces: async () => records,
      send: send as unknown as OptionsPorts['send'],
      subscribe: () => () => undefined,
      now: () => NOW,
    },
    { locale: 'en', timeZone: 'UTC' },
  );
  return send;
};
const refuse = (problem: ConnectProblem) => async (): Promise<ConnectAnswer> => ({
  ok: false,
  problem,
});

const field = () => document.querySelector<HTMLInputElement>('input') as HTMLInputElement;
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const connect = (key: string) => {
  field().value = key;
  document.querySelector('form')?.requestSubmit();
};
const alertText = () => document.querySelector('[role=alert]')?.textContent ?? '';

test('the key field is labelled, hidden from view and not remembered by the browser', () => {
  open(refuse({ code: 'empty' }));
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
  open(refuse(problem));
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
  const send = open(async () => ({
    ok: true,
    workspaceId: WORKSPACE,
    name: '<b>Northwind</b>',
    abilities: workspaceRecord().abilities,
    isReplaced: false,
  }));
  connect('the key');
  await vi.waitFor(() => expect(field().value).toBe(''));
  expect(send.mock.calls).toEqual([['workspace.connect', { key: 'the key' }]]);
  expect(document.querySelector('[role=status]')?.textContent).toContain('<b>Northwind</b>');
});

test('while Instantly is asked there is progress, and a second press sends nothing', async () => {
  const send = open(() => new Promise(() => undefined));
  connect('the key');
  await vi.waitFor(() => expect(document.querySelector('progress')).not.toBeNull());
  connect('the key');
  expect(send).toHaveBeenCalledTimes(1);
});

test('a silent background is said, and the key kept', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  open(() => Promise.reject(new Error('gone')));
  connect('the key');
  await vi.waitFor(() => expect(alertText()).toContain('did not answer'));
  expect(field().value).toBe('the key');
});

test('each workspace shows its name, the end of its key, what the key can do and cannot', async () => {
  open(refuse({ code: 'empty' }), [
    workspaceRecord(),
    workspaceRecord(
      { kind: 'ok' },
      { id: OTHER_WORKSPACE, name: 'Other', order: 1, missingScopes: ['accounts:read'] },
    ),
  ]);
  await vi.waitFor(() => expect(document.querySelectorAll('[data-workspace-id]')).toHaveLength(2));
  const [first, second] = document.querySelectorAll('[data-workspace-id]');
  expect(first?.textContent).toContain('Northwind Outbound');
  expect(first?.textContent).toContain('…3f9Q');
  expect(first?.querySelector('.abilities')?.textContent).toContain('It cannot readtags');
  expect(second?.textContent).toContain('accounts:read');
});

test('"Check key" says what Instantly answers', async () => {
  const send = open(refuse({ code: 'key_rejected', message: 'Invalid API key' }));
  await vi.waitFor(() => expect(button('Check key')).toBeDefined());
  button('Check key')?.click();
  await vi.waitFor(() => expect(alertText()).toContain('does not accept this key'));
  expect(send).toHaveBeenCalledWith('workspace.checkKey', { workspaceId: WORKSPACE });
});

test('a workspace is removed only after a second, named step', async () => {
  const send = open(async () => ({ ok: true }));
  await vi.waitFor(() => expect(button('Remove')).toBeDefined());
  button('Remove')?.click();
  await vi.waitFor(() => expect(button('Cancel')).toBeDefined());
  button('Cancel')?.click();
  await vi.waitFor(() => expect(button('Remove')).toBeDefined());
  expect(send).not.toHaveBeenCalled();
  button('Remove')?.click();
  await vi.waitFor(() => expect(button('Remove workspace')).toBeDefined());
  button('Remove workspace')?.click();
  await vi.waitFor(() =>
    expect(send).toHaveBeenCalledWith('workspace.remove', { workspaceId: WORKSPACE }),
  );
});
