import type { InstantMs } from '#model';

/** How a call can fail. Each is a state the extension words on its own (INSTANTLY.md 1.3). */
export type InstantlyErrorKind =
  /** 401 in Instantly's own words: the key is wrong or revoked. */
  | 'key_rejected'
  /** 401 "Invalid scope": the key is good, this call is not allowed. */
  | 'scope_missing'
  /** 402 in Instantly's own words: the workspace has no paid plan. */
  | 'no_plan'
  /** 404: deleted, or an id of another workspace. */
  | 'not_found'
  /** 413: the query asks for too much. */
  | 'too_large'
  /** 409: somebody else changes it at this moment. */
  | 'conflict'
  /** 429. */
  | 'rate_limited'
  /** 403: refused before or by Instantly. */
  | 'blocked'
  /** 400, 422 and other 4xx. */
  | 'bad_request'
  /** 5xx, 407, 408, 425 and answers that are no answer, such as a 401 of a login page in between. */
  | 'server_fault'
  /** A success whose body is not what was asked for. */
  | 'bad_body'
  /** The body was longer than allowed and was cut off. */
  | 'body_too_large'
  /** No whole answer within the time allowed. */
  | 'timeout'
  /** No connection, a broken one, or a redirect, which is never followed. */
  | 'offline';

interface Details {
  readonly status?: number | undefined;
  /** Must be free of the key. */
  readonly vendorMessage?: string;
  readonly scopes?: readonly string[];
  readonly notBefore?: InstantMs | undefined;
}

/** The one error of this room. Neither its message nor any field ever holds the key. */
export class InstantlyError extends Error {
  override readonly name = 'InstantlyError';
  readonly kind: InstantlyErrorKind;
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** Instantly's own text, clipped. Untrusted; may be empty. */
  readonly vendorMessage: string;
  /** With `scope_missing`: the scopes of which one is needed, as far as named. Else empty. */
  readonly scopes: readonly string[];
  /** With `rate_limited` and `server_fault`: nothing before this, if the answer said so. */
  readonly notBefore: InstantMs | undefined;

  constructor(kind: InstantlyErrorKind, details: Details = {}) {
    super(details.vendorMessage ? `${kind}: ${details.vendorMessage}` : kind);
    this.kind = kind;
    this.status = details.status;
    this.vendorMessage = details.vendorMessage ?? '';
    this.scopes = details.scopes ?? [];
    this.notBefore = details.notBefore;
  }
}

// Instantly, or whoever stands before it, said no. All other kinds leave open whether a change took effect.
const REFUSALS: ReadonlySet<InstantlyErrorKind> = new Set<InstantlyErrorKind>([
  'key_rejected',
  'scope_missing',
  'no_plan',
  'not_found',
  'too_large',
  'conflict',
  'rate_limited',
  'blocked',
  'bad_request',
]);

/** Whether a call that failed so has surely changed nothing at Instantly. */
export const isRefusal = ({ kind }: InstantlyError): boolean => REFUSALS.has(kind);
