import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fetch } from '../../lib/instantly/transport.ts';

/** A server on this machine that keeps what it was asked. */
export interface LocalServer {
  readonly origin: string;
  readonly requests: { readonly path: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

/** Starts one; `answer` plays Instantly, or whoever an attacker puts in its place. */
export const startServer = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LocalServer> => {
  const requests: LocalServer['requests'] = [];
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    requests.push({ path: request.url ?? '', authorization });
    answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
};

/** The fetch of Node, asked exactly as the client asks, with the one host of the API standing on this machine. */
export const fetchVia =
  ({ origin }: LocalServer, change: RequestInit = {}): Fetch =>
  (url, init) =>
    fetch(url.replace('https://api.instantly.ai', origin), { ...init, ...change });
