// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR_MS, MINUTE_MS, type WorkspaceState } from '#model';
import { fleet, journalRecord, NOW, workspaceRecord } from '../fixtures.ts';
import { all, button, closeDashboard, open, scrollUp, shown, since, text } from './fixtures.ts';
import type { DashboardPorts } from './index.tsx';

beforeEach(scrollUp);
afterEach(closeDashboard);

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
    closeDashboard();
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
  closeDashboard();
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
