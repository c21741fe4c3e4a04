import type { ServerResponse } from 'node:http';
import { constants, type Http2ServerResponse } from 'node:http2';
import { setTimeout as delay } from 'node:timers/promises';
import type { Delivery, Reply } from './delivery.ts';

/** A response of either protocol. */
export type AnyResponse = ServerResponse | Http2ServerResponse;

const breakOff = (response: AnyResponse): void => {
  if ('stream' in response) response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else response.socket?.destroy();
};

const writeHead = (response: AnyResponse, { status, headers, body }: Reply): void => {
  // The length is always told, so that a body that stops half-way can be noticed.
  const withLength = { ...headers, 'content-length': String(body.length) };
  if ('stream' in response) response.writeHead(status, withLength);
  else response.writeHead(status, withLength);
};

const write = (response: AnyResponse, chunk: Buffer): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => resolve();
    if ('stream' in response) response.write(chunk, done);
    else response.write(chunk, done);
  });

const end = (response: AnyResponse, body: Buffer): void => {
  if ('stream' in response) response.end(body);
  else response.end(body);
};

const half = ({ body }: Reply): Buffer => body.subarray(0, Math.floor(body.length / 2));

/** Sends an answer in its manner. Waiting stops without a word when the signal aborts. */
export const deliver = async (
  response: AnyResponse,
  { reply, manner }: Delivery,
  signal: AbortSignal,
): Promise<void> => {
  switch (manner.kind) {
    case 'whole':
      if (manner.afterMs > 0) await delay(manner.afterMs, undefined, { signal });
      writeHead(response, reply);
      end(response, reply.body);
      return;
    case 'reset':
      breakOff(response);
      return;
    case 'half':
      writeHead(response, reply);
      await write(response, half(reply));
      if (manner.ending === 'break') breakOff(response);
      return;
    case 'drip':
      writeHead(response, reply);
      for (let at = 0; at < reply.body.length && !response.destroyed; at += manner.bytes) {
        await write(response, reply.body.subarray(at, at + manner.bytes));
        await delay(manner.everyMs, undefined, { signal });
      }
      response.end();
  }
};
