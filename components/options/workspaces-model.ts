import { batch, signal } from '@preact/signals';
import type { ConnectAnswer, ConnectProblem } from '#messages';
import { countHealths, type HealthCounts, type WorkspaceId } from '#model';
import type { WorkspaceRecord } from '#store/read';
import { ask, type Doing, doingAfter } from './ask.ts';
import { moveItem } from './move.ts';
import type { OptionsPorts } from './ports.ts';

/** Where a question about a key stands. `no_answer`: our own background was silent. */
export type Attempt =
  | { readonly kind: 'idle' | 'asking' | 'no_answer' }
  | { readonly kind: 'refused'; readonly problem: ConnectProblem }
  | {
      readonly kind: 'accepted';
      readonly id: WorkspaceId;
      readonly name: string;
      readonly isReplaced: boolean;
    };

/** Something that was done and is to be said once, for those who do not see it. */
export type Said =
  | { readonly kind: 'renamed' }
  | { readonly kind: 'removed'; readonly name: string }
  | { readonly kind: 'moved'; readonly name: string; readonly place: number; readonly all: number };

const IDLE: Attempt = { kind: 'idle' };

const attemptOf = (answer: ConnectAnswer | null): Attempt => {
  if (answer === null) return { kind: 'no_answer' };
  if (!answer.ok) return { kind: 'refused', problem: answer.problem };
  const { workspaceId, name, isReplaced } = answer;
  return { kind: 'accepted', id: workspaceId, name, isReplaced };
};

const hasFailed = (answer: { readonly ok: boolean } | null): Attempt =>
  answer === null
    ? { kind: 'no_answer' }
    : { kind: 'refused', problem: { code: 'storage_failed' } };

/** The workspaces of the options page. A key is never part of it: it goes from the field into one message. */
export const createWorkspacesModel = (ports: OptionsPorts) => {
  /** Null until they were read. */
  const list = signal<readonly WorkspaceRecord[] | null>(null);
  /** Campaigns by health, of each workspace that has been checked. */
  const counts = signal<ReadonlyMap<WorkspaceId, HealthCounts>>(new Map());
  const isUnreadable = signal(false);
  const connecting = signal<Attempt>(IDLE);
  /** What came of the last thing that was asked of each workspace. */
  const checks = signal<ReadonlyMap<WorkspaceId, Attempt>>(new Map());
  const removing = signal<WorkspaceId | null>(null);
  const renaming = signal<WorkspaceId | null>(null);
  const said = signal<Said | null>(null);
  const demo = signal<Doing>('idle');

  const refresh = async (): Promise<void> => {
    try {
      const workspaces = await ports.readWorkspaces();
      // After the workspaces: one that is said to be checked must not be seen without its campaigns.
      const fleets = (await ask(() => ports.readFleets())) ?? [];
      batch(() => {
        list.value = [...workspaces].sort((a, b) => a.order - b.order);
        counts.value = new Map(
          fleets.map(({ workspaceId, verdicts }) => [workspaceId, countHealths(verdicts)]),
        );
        isUnreadable.value = false;
      });
    } catch (error) {
      console.warn(error);
      isUnreadable.value = true;
    }
  };
  const setCheck = (id: WorkspaceId, attempt: Attempt): void => {
    checks.value = new Map(checks.value).set(id, attempt);
  };
  /** Gives whether the key was accepted, so that the field can be emptied. */
  const connect = async (key: string): Promise<boolean> => {
    if (connecting.value.kind === 'asking') return false;
    connecting.value = { kind: 'asking' };
    const attempt = attemptOf(await ask(() => ports.send('workspace.connect', { key })));
    // Said once the workspace is in the list: until then it would look as if nothing had come of it.
    if (attempt.kind === 'accepted') await refresh();
    connecting.value = attempt;
    return attempt.kind === 'accepted';
  };
  const checkKey = async (workspaceId: WorkspaceId): Promise<void> => {
    // Pressed often, it is asked once: each asking takes several requests out of the budget.
    if (checks.value.get(workspaceId)?.kind === 'asking') return;
    setCheck(workspaceId, { kind: 'asking' });
    const answer = await ask(() => ports.send('workspace.checkKey', { workspaceId }));
    setCheck(workspaceId, attemptOf(answer));
    await refresh();
  };
  const remove = async ({ id, name }: WorkspaceRecord): Promise<void> => {
    const answer = await ask(() => ports.send('workspace.remove', { workspaceId: id }));
    if (!answer?.ok) return setCheck(id, hasFailed(answer));
    removing.value = null;
    said.value = { kind: 'removed', name };
    await refresh();
  };
  const rename = async (workspaceId: WorkspaceId, name: string): Promise<void> => {
    const answer = await ask(() => ports.send('workspace.rename', { workspaceId, name }));
    if (!answer?.ok) return setCheck(workspaceId, hasFailed(answer));
    renaming.value = null;
    setCheck(workspaceId, IDLE);
    said.value = { kind: 'renamed' };
    await refresh();
  };
  const move = async ({ id, name }: WorkspaceRecord, by: number): Promise<void> => {
    const ids = (list.value ?? []).map((one) => one.id);
    const moved = moveItem(ids, id, by);
    if (moved === ids) return;
    const answer = await ask(() => ports.send('workspace.reorder', { workspaceIds: moved }));
    if (!answer?.ok) return setCheck(id, hasFailed(answer));
    said.value = { kind: 'moved', name, place: moved.indexOf(id) + 1, all: moved.length };
    await refresh();
  };
  const askDemo = async (message: 'demo.load' | 'demo.remove'): Promise<void> => {
    if (demo.value === 'asking') return;
    demo.value = 'asking';
    demo.value = doingAfter(await ask(() => ports.send(message, {})));
    await refresh();
  };
  /** Has to be called as the first act of a click. Gives whether access is there now. */
  const allow = async (retry: () => Promise<unknown>): Promise<boolean> => {
    const isAllowed = await ask(() => ports.requestAccess());
    if (isAllowed === true) await retry();
    return isAllowed === true;
  };

  return {
    list,
    counts,
    isUnreadable,
    connecting,
    checks,
    removing,
    renaming,
    said,
    demo,
    refresh,
    connect,
    checkKey,
    remove,
    rename,
    move,
    loadDemo: () => askDemo('demo.load'),
    removeDemo: () => askDemo('demo.remove'),
    allow,
  };
};
