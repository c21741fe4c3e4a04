import type { Gateway } from '#gateway';
import { createClient, type Fetch } from '#instantly';
import type { InstantMs } from '#model';
import type { Gateways } from '#watch';
import { answer, type Workspaces } from '../sandbox/api/index.ts';

/** The simulated Instantly, asked without a network. */
export const fetchFrom =
  (workspaces: Workspaces): Fetch =>
  async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    const { status, body, headers } = answer(workspaces, {
      method: init.method ?? 'GET',
      path: pathname,
      query: searchParams,
      headers: Object.fromEntries(new Headers(init.headers)),
    });
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });
  };

export interface InProcessOptions {
  readonly key: string;
  readonly fetch: Fetch;
  readonly now: () => InstantMs;
  /** To be told of each request before it goes out: lets time pass. */
  readonly onRequest: () => void;
}

/** Gateways that grant every request at once: for what is counted, not timed. */
export const inProcessGateways = ({ key, fetch, now, onRequest }: InProcessOptions): Gateways => {
  const client = createClient({ key, fetch, now });
  const gateway: Gateway = {
    request: async (_priority, ask) => {
      onRequest();
      return ask(client);
    },
    change: async () => {
      throw new Error('nothing is changed here');
    },
    pay: async () => onRequest(),
    renew: () => undefined,
    setBudget: () => undefined,
    close: () => undefined,
    bucket: () => ({ tokens: 0.4, updatedAt: now(), ratePerSecond: 4.9166 }),
    standing: () => {
      throw new Error('nothing is refused here');
    },
  };
  return {
    of: async () => gateway,
    known: () => gateway,
    close: () => undefined,
    closeAll: () => undefined,
  };
};
