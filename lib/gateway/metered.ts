import type { InstantlyClient } from '#instantly';

type Call = <T>(ask: () => Promise<T>) => Promise<T>;
type Method = (...parameters: unknown[]) => Promise<unknown>;

/** The client with every call, one request each, led through `call`. */
export const metered = <Client extends InstantlyClient>(client: Client, call: Call): Client => {
  const methods = Object.entries(client) as [string, Method][];
  const led = methods.map(([name, method]): [string, Method] => [
    name,
    (...parameters) => call(() => method(...parameters)),
  ]);
  return Object.fromEntries(led) as unknown as Client;
};
