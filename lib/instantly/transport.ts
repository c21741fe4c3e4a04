import type { InstantMs, WorkspaceId } from '#model';
import { InstantlyError } from './error.ts';
import { failedAnswer } from './failed-answer.ts';
import { readBody } from './read-body.ts';

/** The part of the browser's fetch that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface TransportOptions {
  readonly key: string;
  readonly fetch: Fetch;
  readonly now: () => InstantMs;
  /** For headers and body together. */
  readonly timeoutMs: number;
  /** An agency's key acts on this workspace instead of its own. */
  readonly asWorkspace?: WorkspaceId | undefined;
}

/** What is sent to an address. Without a body there is no Content-Type either, as Instantly wants it (INSTANTLY.md 2.3). */
export interface Sent {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly body?: unknown;
}

/**
 * Asks one address, with GET unless told otherwise, and gives the parsed JSON. Rejects with InstantlyError, or with the
 * caller's own abort reason. Nothing is ever sent twice.
 */
export type Exchange = (
  url: string,
  mostBytes: number,
  signal?: AbortSignal,
  sent?: Sent,
) => Promise<unknown>;

const MOST_ERROR_BYTES = 65_536;

const parseJson = (text: string, status: number): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may quote the key.
    throw new InstantlyError('bad_body', { status });
  }
};

/** The only place that sends something to Instantly. */
export const createTransport = ({
  key,
  fetch,
  now,
  timeoutMs,
  asWorkspace,
}: TransportOptions): Exchange => {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    Authorization: `Bearer ${key}`,
    ...(asWorkspace && { 'x-as-workspace': asWorkspace }),
  };

  const readErrorBody = async (response: Response, signal: AbortSignal): Promise<string> => {
    try {
      return await readBody(response, MOST_ERROR_BYTES, signal);
    } catch (error) {
      // These two need their text, which tells Instantly from what lies between; elsewhere the status says enough.
      const isTooLong = error instanceof InstantlyError && error.kind === 'body_too_large';
      if ((response.status === 401 || response.status === 402) && !isTooLong) throw error;
      return '';
    }
  };

  const exchange = async (
    url: string,
    mostBytes: number,
    signal: AbortSignal,
    { method, body: sentBody }: Sent,
  ): Promise<unknown> => {
    const response = await fetch(url, {
      method,
      ...(sentBody === undefined
        ? { headers }
        : {
            headers: { ...headers, 'Content-Type': 'application/json' },
            body: JSON.stringify(sentBody),
          }),
      signal,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    const { status } = response;
    if (response.ok) return parseJson(await readBody(response, mostBytes, signal), status);
    const retryAfter = response.headers.get('Retry-After');
    const body = await readErrorBody(response, signal);
    throw failedAnswer({ status, body, retryAfter, key, now: now() });
  };

  return async (url, mostBytes, callerSignal, sent = { method: 'GET' }) => {
    callerSignal?.throwIfAborted();
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(new InstantlyError('timeout')), timeoutMs);
    const signal = callerSignal ? AbortSignal.any([callerSignal, timeout.signal]) : timeout.signal;
    try {
      return await exchange(url, mostBytes, signal, sent);
    } catch (error) {
      callerSignal?.throwIfAborted();
      if (error instanceof InstantlyError) throw error;
      timeout.signal.throwIfAborted();
      // The browser's own words are not kept: they may quote a header.
      throw new InstantlyError('offline');
    } finally {
      clearTimeout(timer);
    }
  };
};
