// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { MINUTE_MS, type Verdict, type WorkspaceState } from '#model';
import {
  campaignId,
  fleet,
  headOf,
  journalRecord,
  NOW,
  OTHER_WORKSPACE,
  verdict,
  WORKSPACE,
  workspaceRecord,
} from '../fixtures.ts';
import { all, closePopup, open, rows, shown, text } from './fixtures.ts';
import type { PopupPorts } from './index.tsx';

const inState = (state: WorkspaceState, verdicts: readonly Verdict[] = []) => {
  const records = [workspaceRecord(state)];
  return open(
    { readHead: async () => headOf(records, verdicts), readWorkspaces: async () => records },
    verdicts,
  );
};

const since = NOW - 60 * MINUTE_MS;

const lockedPopup = (mode: 'passphrase' | 'session', isRight: boolean) => {
  const records = [
    workspaceRecord({ kind: 'locked' }),
    workspaceRecord({ kind: 'locked' }, { id: OTHER_WORKSPACE }),
  ];
  const send = vi.fn(async (type: string) => {
    if (type === 'vault.state') {
      const state = mode === 'passphrase' ? 'locked' : 'ready';
      return { mode, state, lockedWorkspaceIds: [WORKSPACE], lockAfterMinutes: null };
    }
    return isRight ? { ok: true } : { ok: false, problem: 'wrong_passphrase' };
  });
  const ports = open({
    readHead: async () => headOf(records, fleet),
    readWorkspaces: async () => records,
    send: send as unknown as PopupPorts['send'],
  });
  return { ...ports, send };
};

afterEach(closePopup);

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

test.each([true, false])(
  'locked keys are unlocked here, once for all (right: %s)',
  async (isRight) => {
    const { send } = lockedPopup('passphrase', isRight);
    const field = (await shown('.unlock input')) as HTMLInputElement;
    expect(all('.unlock')).toHaveLength(1);
    field.value = 'correct horse';
    field.form?.requestSubmit();
    await vi.waitFor(() =>
      expect(send).toHaveBeenCalledWith('vault.unlock', { passphrase: 'correct horse' }),
    );
    if (isRight) {
      await vi.waitFor(() => expect(send).toHaveBeenCalledWith('check.now', {}));
      expect(field.value).toBe('');
    } else {
      expect((await shown('.unlock [role=alert]')).textContent).toBe('This is not the passphrase.');
      expect(field.value).toBe('correct horse');
      expect(send).not.toHaveBeenCalledWith('check.now', {});
    }
  },
);

test('keys that went with the last run of the browser are entered in the settings', async () => {
  const { openOptions } = lockedPopup('session', true);
  const button = await shown('[data-state=locked] button');
  expect(button.textContent).toBe('Open settings');
  button.click();
  expect(openOptions).toHaveBeenCalledOnce();
  expect(all('.unlock')).toEqual([]);
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

test('access to Instantly is asked for by the press itself, and then the campaigns are checked', async () => {
  const requestAccess = vi.fn(async () => true);
  const records = [workspaceRecord({ kind: 'permission_missing', since })];
  const { send } = open(
    {
      requestAccess,
      readHead: async () => headOf(records, []),
      readWorkspaces: async () => records,
    },
    [],
  );
  const button = await shown('[data-state=permission_missing] button');
  expect(button.textContent).toBe('Allow access');
  button.click();
  expect(requestAccess).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(send).toHaveBeenCalledWith('check.now', {}));
});

test('too many campaigns for the interval is said, with how long a round takes', async () => {
  open({ readJournals: async () => [{ ...journalRecord({}), stretchedMs: 23 * MINUTE_MS }] });
  expect((await shown('[data-state=stretched]')).textContent).toContain('takes 23 min');
});
