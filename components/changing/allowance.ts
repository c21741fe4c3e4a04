import type { Change, PlannedChange } from '#model';
import type { WorkspaceRecord } from '#store/read';

/** Whether changes can be made from here at all, before anything is said about a single one. */
export type Allowance =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'read_only' | 'demo' }
  | { readonly kind: 'scope_missing'; readonly scopes: readonly string[] };

/** The scope that a change needs of a key (INSTANTLY.md 1.2). */
const scopeOf = (change: Change): string =>
  'campaignId' in change ? 'campaigns:update' : 'accounts:update';

/** Judges by the settings and by what Instantly has said of the keys. */
export const allowanceOf = (
  changes: readonly PlannedChange[],
  workspaces: readonly Pick<WorkspaceRecord, 'id' | 'isDemo' | 'missingScopes'>[],
  areChangesAllowed: boolean,
): Allowance => {
  const touched = workspaces.filter(({ id }) =>
    changes.some(({ workspaceId }) => workspaceId === id),
  );
  if (touched.some(({ isDemo }) => isDemo)) return { kind: 'demo' };
  if (!areChangesAllowed) return { kind: 'read_only' };
  const needed = new Set(changes.map(({ change }) => scopeOf(change)));
  const lacking = touched.flatMap(({ missingScopes }) =>
    missingScopes.filter((scope) => needed.has(scope)),
  );
  return lacking.length > 0
    ? { kind: 'scope_missing', scopes: [...new Set(lacking)] }
    : { kind: 'allowed' };
};
