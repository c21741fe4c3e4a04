import { signal } from '@preact/signals';
import type { ConnectProblem, GroupMember } from '#messages';
import type { WorkspaceId } from '#model';
import { ask } from './ask.ts';
import type { OptionsPorts } from './ports.ts';

/** A workspace that could not be connected. */
export interface FailedMember {
  readonly member: GroupMember;
  /** Null: our own background was silent. */
  readonly problem: ConnectProblem | null;
}

/** Where choosing further workspaces of a key stands. */
export type Choosing =
  | { readonly kind: 'asking' | 'none' | 'no_answer' }
  | { readonly kind: 'refused'; readonly problem: ConnectProblem }
  | {
      readonly kind: 'choosing';
      readonly members: readonly GroupMember[];
      readonly chosen: ReadonlySet<WorkspaceId>;
    }
  | {
      readonly kind: 'adding';
      readonly place: number;
      readonly all: number;
      readonly member: GroupMember;
    }
  | { readonly kind: 'added'; readonly count: number; readonly failed: readonly FailedMember[] };

/** `offer`: it came by itself after a key was connected, and is silent unless there is something to choose. */
export type Place = WorkspaceId | 'offer';

interface Open {
  readonly at: Place;
  readonly of: WorkspaceId;
  readonly state: Choosing;
}

/** After these every further one would fail in the same way. */
const STOPS: ReadonlySet<ConnectProblem['code'] | undefined> = new Set([
  'rate_limited',
  'offline',
  'locked',
  'storage_failed',
  'permission_missing',
]);

/** The further workspaces of an admin key: one list is open at a time. */
export const createMembersModel = (ports: OptionsPorts, refresh: () => Promise<void>) => {
  const open = signal<Open | null>(null);
  const show = (mine: Open, state: Choosing): Open => {
    const next = { ...mine, state };
    open.value = next;
    return next;
  };

  const read = async (at: Place, of: WorkspaceId): Promise<void> => {
    if (open.value?.state.kind === 'adding') return;
    const mine = show({ at, of, state: { kind: 'asking' } }, { kind: 'asking' });
    const answer = await ask(() => ports.send('workspace.members', { workspaceId: of }));
    // Another list was opened meanwhile, or this one closed.
    if (open.value !== mine) return;
    if (answer === null) show(mine, { kind: 'no_answer' });
    else if (!answer.ok) show(mine, { kind: 'refused', problem: answer.problem });
    else if (answer.members.length === 0) show(mine, { kind: 'none' });
    else show(mine, { kind: 'choosing', members: answer.members, chosen: new Set() });
  };

  const choose = (ids: readonly WorkspaceId[], isChosen: boolean): void => {
    const mine = open.value;
    if (mine?.state.kind !== 'choosing') return;
    const chosen = new Set(mine.state.chosen);
    for (const id of ids) {
      if (isChosen) chosen.add(id);
      else chosen.delete(id);
    }
    show(mine, { ...mine.state, chosen });
  };

  const add = async (): Promise<void> => {
    const mine = open.value;
    if (mine?.state.kind !== 'choosing') return;
    const { members, chosen } = mine.state;
    const wished = members.filter(({ id }) => chosen.has(id));
    const failed: FailedMember[] = [];
    let isStopped = false;
    for (const [index, member] of wished.entries()) {
      if (isStopped) {
        failed.push({ member, problem: failed.at(-1)?.problem ?? null });
        continue;
      }
      show(mine, { kind: 'adding', place: index + 1, all: wished.length, member });
      const { id: memberId, name } = member;
      const answer = await ask(() =>
        ports.send('workspace.addMember', { workspaceId: mine.of, memberId, name }),
      );
      if (answer?.ok) continue;
      const problem = answer?.problem ?? null;
      failed.push({ member, problem });
      isStopped = problem === null || STOPS.has(problem.code);
    }
    show(mine, { kind: 'added', count: wished.length - failed.length, failed });
    await refresh();
    await ask(() => ports.send('check.now', {}));
  };

  return {
    open: (of: WorkspaceId): Promise<void> => read(of, of),
    /** To be called when a key was connected. */
    offer: (of: WorkspaceId): Promise<void> => read('offer', of),
    /** What is open at a place; null when nothing is. */
    at: (place: Place): Choosing | null => (open.value?.at === place ? open.value.state : null),
    choose,
    add,
    again: async (): Promise<void> => {
      const mine = open.value;
      if (mine) await read(mine.at, mine.of);
    },
    close: (): void => {
      open.value = null;
    },
  };
};
