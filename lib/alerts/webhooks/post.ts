import type { InstantMs } from '#model';
import type { Outcome } from './delivery.ts';
import { waitAsked } from './wait-asked.ts';

/** The part of the browser's fetch that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface PostOptions {
  readonly fetch: Fetch;
  readonly now: () => InstantMs;
  /** Until the head of the answer is there. */
  readonly timeoutMs: number;
}

/** Sends one body to one address and says how it ended. Never rejects, and never tells the address. */
export type Post = (
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
) => Promise<Outcome>;

const failed = (
  problem: Extract<Outcome, { kind: 'failed' }>['problem'],
  notBefore?: InstantMs,
): Outcome => ({ kind: 'failed', problem, notBefore });

const outcomeOf = (response: Response, now: InstantMs): Outcome => {
  const { status } = response;
  if (response.ok) return { kind: 'delivered' };
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return failed({ code: 'redirected' });
  }
  const asked = waitAsked(response.headers.get('Retry-After'), now);
  return failed({ code: 'refused', status }, asked);
};

/** The only place that sends something to a webhook. */
export const createPost =
  ({ fetch, now, timeoutMs }: PostOptions): Post =>
  async (address, body, headers) => {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
        signal: timeout.signal,
        credentials: 'omit',
        // Not followed, as with "error", but told from a network that fails.
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
      // The status says all: nothing of the body is read, however long it is.
      response.body?.cancel().catch(() => undefined);
      return outcomeOf(response, now());
    } catch {
      // The browser's own words are not kept: they may quote the address.
      return failed({ code: timeout.signal.aborted ? 'timeout' : 'offline' });
    } finally {
      clearTimeout(timer);
    }
  };
