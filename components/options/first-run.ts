import type { WorkspaceRecord } from '#store/read';
import type { Attempt } from './workspaces-model.ts';

/** The steps from no key to a watched workspace. */
export const FIRST_STEPS = ['key', 'scopes', 'check', 'done'] as const;

/** Where a person stands who connects a workspace. */
export type FirstRun =
  | { readonly step: 'key' | 'scopes' }
  | {
      readonly step: 'check';
      readonly workspace: WorkspaceRecord;
      readonly found: number;
      readonly checked: number;
    }
  | { readonly step: 'done'; readonly workspace: WorkspaceRecord };

/** Decides the step; null when there is nothing to lead through, or what is stored was not read yet. */
export const firstRunOf = (
  list: readonly WorkspaceRecord[] | null,
  connecting: Attempt,
): FirstRun | null => {
  if (list === null) return null;
  const real = list.filter(({ isDemo }) => !isDemo);
  if (real.length === 0) return { step: connecting.kind === 'asking' ? 'scopes' : 'key' };
  for (const workspace of real) {
    const { state } = workspace;
    if (state.kind !== 'first_check') continue;
    return { step: 'check', workspace, found: state.found, checked: state.checked };
  }
  if (connecting.kind !== 'accepted' || connecting.isReplaced) return null;
  const workspace = real.find(({ id }) => id === connecting.id);
  return workspace?.state.kind === 'ok' ? { step: 'done', workspace } : null;
};
