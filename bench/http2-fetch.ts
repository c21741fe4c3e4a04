import { connect } from 'node:http2';
import type { Fetch } from '#instantly';
import { API_HOST } from '#sandbox';

/** The API over one HTTP/2 connection to a sandbox, as a browser would hold it. */
export interface Http2Fetch {
  readonly fetch: Fetch;
  close(): void;
}

/** Connects to the sandbox on a local port. Its certificate is its own, made for the run. */
export const openHttp2Fetch = (port: number): Http2Fetch => {
  const session = connect(`https://127.0.0.1:${port}`, {
    servername: API_HOST,
    rejectUnauthorized: false,
  });
  const fetch: Fetch = (input, { method = 'GET', headers }) => {
    const url = new URL(input);
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const stream = session.request({
      ...Object.fromEntries(new Headers(headers)),
      ':method': method,
      ':path': `${url.pathname}${url.search}`,
      ':authority': url.host,
    });
    const chunks: Buffer[] = [];
    let status = 0;
    const answered = new Headers();
    stream.on('response', (received) => {
      status = received[':status'] ?? 0;
      for (const [name, value] of Object.entries(received)) {
        if (!name.startsWith(':')) answered.set(name, String(value));
      }
    });
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () =>
      resolve(new Response(Buffer.concat(chunks), { status, headers: answered })),
    );
    stream.on('error', reject);
    stream.end();
    return promise;
  };
  return { fetch, close: () => session.close() };
};
