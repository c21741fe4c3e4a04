import type { InstantMs } from '#model';

/**
 * Why Instantly was not asked, or gave no answer, when a person wanted something. `message` is Instantly's own text;
 * `deferred` is our own budget, `demo` a workspace that is not at Instantly.
 */
export type AskProblem =
  | { readonly kind: 'key_rejected' | 'fault' | 'unreadable'; readonly message: string }
  | { readonly kind: 'scope_missing'; readonly scopes: readonly string[] }
  | { readonly kind: 'rate_limited'; readonly notBefore: InstantMs | undefined }
  | { readonly kind: 'deferred'; readonly until: InstantMs }
  | {
      readonly kind:
        | 'no_plan'
        | 'not_found'
        | 'offline'
        | 'superseded'
        | 'locked'
        | 'permission_missing'
        | 'demo';
    };
