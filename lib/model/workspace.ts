import type { InstantMs } from './time.ts';

/** How a workspace stands with Instantly. Everything but `ok` is a designed state of every surface. */
export type WorkspaceState =
  | { readonly kind: 'ok' }
  | { readonly kind: 'first_check'; readonly found: number; readonly checked: number }
  | { readonly kind: 'key_rejected'; readonly since: InstantMs; readonly message: string }
  | { readonly kind: 'no_plan'; readonly since: InstantMs }
  | {
      readonly kind: 'scope_missing';
      readonly since: InstantMs;
      readonly scopes: readonly string[];
    }
  | { readonly kind: 'offline'; readonly since: InstantMs }
  | { readonly kind: 'api_down'; readonly since: InstantMs; readonly message: string }
  | { readonly kind: 'rate_limited'; readonly since: InstantMs; readonly until: InstantMs }
  | { readonly kind: 'locked' }
  | { readonly kind: 'permission_missing'; readonly since: InstantMs };

/** What a key may do, as far as it was tried. Undefined is not tried yet. */
export interface KeyAbilities {
  readonly readCampaigns: boolean | undefined;
  readonly readInboxes: boolean | undefined;
  readonly readWorkspace: boolean | undefined;
  readonly readSubsequences: boolean | undefined;
  readonly readTags: boolean | undefined;
  readonly readAnalytics: boolean | undefined;
}
