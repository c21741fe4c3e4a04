import type { InstantMs } from '#model';
import { clip } from './clip.ts';
import { InstantlyError, type InstantlyErrorKind } from './error.ts';
import { redact } from './redact.ts';
import { parseRetryAfter } from './retry-after.ts';
import { requiredScopes } from './scope-message.ts';

const LONGEST_MESSAGE = 300;

const KINDS: Readonly<Record<number, InstantlyErrorKind>> = {
  401: 'key_rejected',
  402: 'no_plan',
  403: 'blocked',
  404: 'not_found',
  407: 'server_fault',
  408: 'server_fault',
  409: 'conflict',
  413: 'too_large',
  425: 'server_fault',
  429: 'rate_limited',
};

// What lies between may answer with these, too: a portal of a hotel, a proxy. Only Instantly's word stops the asking.
const NEEDS_WORD: ReadonlySet<InstantlyErrorKind> = new Set(['key_rejected', 'no_plan']);

const kindOf = (status: number): InstantlyErrorKind =>
  KINDS[status] ?? (status >= 400 && status < 500 ? 'bad_request' : 'server_fault');

interface ErrorBody {
  readonly message: string;
  readonly code: unknown;
  /** Whether it has any of the fields of Instantly's errors. */
  readonly isInstantlys: boolean;
}

/** What is read of `{ statusCode, error, message }`. A gateway's HTML or a plain text says nothing. */
const readErrorBody = (body: string): ErrorBody => {
  const nothing = { message: '', code: undefined, isInstantlys: false };
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return nothing;
    const { message, error, statusCode } = parsed as Readonly<Record<string, unknown>>;
    const text = [message, error].find((part) => typeof part === 'string');
    return {
      message: typeof text === 'string' ? text : '',
      code: statusCode,
      isInstantlys: text !== undefined || typeof statusCode === 'number',
    };
  } catch {
    return nothing;
  }
};

interface FailedAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
  readonly key: string;
  readonly now: InstantMs;
}

/** The error for an answer whose HTTP status is not a success (INSTANTLY.md 1.3). */
export const failedAnswer = ({
  status,
  body,
  retryAfter,
  key,
  now,
}: FailedAnswer): InstantlyError => {
  const { message, code, isInstantlys } = readErrorBody(body);
  const vendorMessage = clip(redact(message, key), LONGEST_MESSAGE);
  if (status === 401 || status === 403) {
    const scopes = requiredScopes(message);
    if (scopes) return new InstantlyError('scope_missing', { status, vendorMessage, scopes });
  }
  // Some calls answer 400 with a body that says 404.
  const said = status === 400 && code === 404 ? 'not_found' : kindOf(status);
  const kind = NEEDS_WORD.has(said) && !isInstantlys ? 'server_fault' : said;
  const canSayWhen = kind === 'rate_limited' || kind === 'server_fault';
  return new InstantlyError(kind, {
    status,
    vendorMessage,
    notBefore: canSayWhen ? parseRetryAfter(retryAfter, now) : undefined,
  });
};
