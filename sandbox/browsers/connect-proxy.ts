import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** A proxy that lets a browser reach the sandbox and nothing else. */
export interface ConnectProxy {
  readonly port: number;
  /** Hosts that were asked for and refused. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** Tunnels the allowed hosts to `targetPort` on 127.0.0.1; answers 403 for every other. */
export const startConnectProxy = async (
  targetPort: number,
  allowed: ReadonlySet<string>,
): Promise<ConnectProxy> => {
  const refused: string[] = [];
  const open = new Set<Duplex>();
  const server = createServer((request, response) => {
    refused.push(request.headers.host ?? 'unknown');
    response.writeHead(403).end();
  });
  server.on('connect', (request, client: Duplex) => {
    const host = (request.url ?? '').replace(/:\d+$/, '');
    client.on('error', () => client.destroy());
    if (!allowed.has(host)) {
      refused.push(host);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
      open.add(one);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const stream of open) stream.destroy();
        server.closeAllConnections();
      }),
  };
};
