import type { IncomingMessage } from 'node:http';
import { createSecureServer, type Http2ServerRequest } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificate } from './certificate.ts';
import { type AnyResponse, deliver } from './deliver.ts';
import type { Delivery } from './delivery.ts';

/** A request of either protocol, read whole. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without port. */
  readonly host: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly httpVersion: string;
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  /** Breaks every connection and frees the port. */
  close(): Promise<void>;
}

const BODY_LIMIT = 1_048_576;

const readBody = async (request: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= BODY_LIMIT) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const receive = async (request: Http2ServerRequest | IncomingMessage): Promise<ReceivedRequest> => {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const authority = headers[':authority'] ?? headers['host'] ?? '';
  const url = new URL(request.url ?? '/', `https://${authority || 'nowhere.invalid'}`);
  return {
    method: request.method ?? 'GET',
    host: url.hostname,
    url,
    headers,
    body: await readBody(request),
    httpVersion: request.httpVersion,
  };
};

/**
 * Serves HTTP/2 and HTTP/1.1 on 127.0.0.1 (port 0: a free one). Browsers open at most six HTTP/1.1 connections
 * to a host; only over HTTP/2, which the real API speaks, is the concurrency of a client real.
 */
export const startHttpsServer = async (
  { key, cert }: Certificate,
  port: number,
  handle: (request: ReceivedRequest) => Promise<Delivery>,
): Promise<RunningServer> => {
  const closing = new AbortController();
  const sockets = new Set<Socket>();

  const respond = async (
    request: Http2ServerRequest | IncomingMessage,
    response: AnyResponse,
  ): Promise<void> => {
    const delivery = await handle(await receive(request));
    await deliver(response, delivery, closing.signal);
  };

  const server = createSecureServer({ key, cert, allowHTTP1: true }, (request, response) => {
    respond(request, response).catch((error: unknown) => {
      // A client that left, or a server that is closing, is no news; anything else is a mistake in the sandbox.
      if (!closing.signal.aborted && !response.destroyed) console.error('sandbox:', error);
      response.stream?.destroy();
      response.socket?.destroy();
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  // Browsers abort handshakes and connections at will.
  server.on('tlsClientError', () => undefined);
  server.on('sessionError', () => undefined);

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
