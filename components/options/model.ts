import { signal } from '@preact/signals';
import type { ConnectAnswer, ConnectProblem, ExtensionTable, Send } from '#messages';
import type { InstantMs, WorkspaceId } from '#model';
import type { WorkspaceRecord } from '#store/read';

/** What the options page needs of the world; the entrypoint passes it in. */
export interface OptionsPorts {
  readWorkspaces(): Promise<readonly WorkspaceRecord[]>;
  send: Send<ExtensionTable>;
  /** Calls back after each commit of the background; gives a function that ends it. */
  subscribe(onChanged: () => void): () => void;
  now(): InstantMs;
}

/** Where a question about a key stands. `no_answer`: our own background was silent. */
export type Attempt =
  | { readonly kind: 'idle' | 'asking' | 'no_answer' }
  | { readonly kind: 'refused'; readonly problem: ConnectProblem }
  | { readonly kind: 'accepted'; readonly name: string; readonly isReplaced: boolean };

const IDLE: Attempt = { kind: 'idle' };

const attemptOf = (answer: ConnectAnswer): Attempt =>
  answer.ok
    ? { kind: 'accepted', name: answer.name, isReplaced: answer.isReplaced }
    : { kind: 'refused', problem: answer.problem };

/** The state of the options page. The key itself is never part of it: it goes from the field into one message. */
export const createOptionsModel = (ports: OptionsPorts) => {
  const workspaces = signal<readonly WorkspaceRecord[] | null>(null);
  const connecting = signal<Attempt>(IDLE);
  /** Last "Check key" of each workspace. */
  const checks = signal<ReadonlyMap<WorkspaceId, Attempt>>(new Map());
  const removing = signal<WorkspaceId | null>(null);
  const now = signal(ports.now());

  const refresh = async (): Promise<void> => {
    workspaces.value = [...(await ports.readWorkspaces())].sort((a, b) => a.order - b.order);
    now.value = ports.now();
  };
  const ask = async (question: () => Promise<ConnectAnswer>): Promise<Attempt> => {
    try {
      return attemptOf(await question());
    } catch (error) {
      console.warn(error);
      return { kind: 'no_answer' };
    }
  };
  /** Gives whether the key was accepted, so that the field can be emptied. */
  const connect = async (key: string): Promise<boolean> => {
    if (connecting.value.kind === 'asking') return false;
    connecting.value = { kind: 'asking' };
    const attempt = await ask(() => ports.send('workspace.connect', { key }));
    connecting.value = attempt;
    if (attempt.kind !== 'accepted') return false;
    await refresh();
    return true;
  };
  const setCheck = (id: WorkspaceId, attempt: Attempt): void => {
    checks.value = new Map(checks.value).set(id, attempt);
  };
  const checkKey = async (workspaceId: WorkspaceId): Promise<void> => {
    setCheck(workspaceId, { kind: 'asking' });
    setCheck(workspaceId, await ask(() => ports.send('workspace.checkKey', { workspaceId })));
    await refresh();
  };
  const remove = async (workspaceId: WorkspaceId): Promise<void> => {
    try {
      await ports.send('workspace.remove', { workspaceId });
      removing.value = null;
      await refresh();
    } catch (error) {
      console.warn(error);
      setCheck(workspaceId, { kind: 'no_answer' });
    }
  };

  return {
    ports,
    workspaces,
    connecting,
    checks,
    removing,
    now,
    refresh,
    connect,
    checkKey,
    remove,
  };
};

export type OptionsModel = ReturnType<typeof createOptionsModel>;
