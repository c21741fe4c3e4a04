import type { Fault } from './faults.ts';

/** A whole answer, ready to be written. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** How an answer goes out. */
export type Manner =
  | { readonly kind: 'whole'; readonly afterMs: number }
  | { readonly kind: 'reset' }
  /** Half of the body, then a broken connection or silence. */
  | { readonly kind: 'half'; readonly ending: 'break' | 'silence' }
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number };

/** An answer and how it goes out. */
export interface Delivery {
  readonly reply: Reply;
  readonly manner: Manner;
}

const AT_ONCE: Manner = { kind: 'whole', afterMs: 0 };
const MEGABYTE = 1_048_576;

/** An answer with a JSON body. */
export const jsonReply = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: Buffer.from(JSON.stringify(body) ?? ''),
});

/** An answer with a text body of the given type. */
export const textReply = (status: number, contentType: string, text: string): Reply => ({
  status,
  headers: { 'content-type': contentType },
  body: Buffer.from(text),
});

const oversized = (megabytes: number): Buffer => {
  const filler = Buffer.alloc(Math.ceil(megabytes * MEGABYTE), 'x');
  return Buffer.concat([Buffer.from('{"items":[],"filler":"'), filler, Buffer.from('"}')]);
};

const GATEWAY_PAGE =
  '<!doctype html><title>Just a moment...</title><h1>Checking your browser before access</h1>';

/** What a fault makes of the true answer. Without a fault it goes out whole and at once. */
export const spoil = (reply: Reply, fault: Fault | undefined): Delivery => {
  const whole = (changed: Reply): Delivery => ({ reply: changed, manner: AT_ONCE });
  switch (fault?.kind) {
    case undefined:
      return whole(reply);
    case 'status':
      return whole({
        status: fault.status,
        headers: {
          'content-type': fault.contentType ?? 'application/json; charset=utf-8',
          ...fault.headers,
        },
        body: Buffer.from(fault.body ?? ''),
      });
    case 'latency':
      return { reply, manner: { kind: 'whole', afterMs: fault.ms } };
    case 'reset':
      return { reply, manner: { kind: 'reset' } };
    case 'truncated':
      return { reply, manner: { kind: 'half', ending: 'break' } };
    case 'never_ends':
      return { reply, manner: { kind: 'half', ending: 'silence' } };
    case 'drip':
      return { reply, manner: fault };
    case 'oversized':
      return whole({ ...reply, status: 200, body: oversized(fault.megabytes) });
    case 'redirect':
      return whole({ status: 302, headers: { location: fault.to }, body: Buffer.alloc(0) });
    case 'content_type':
      return whole({ ...reply, headers: { ...reply.headers, 'content-type': fault.contentType } });
    case 'html':
      return whole(textReply(200, 'text/html; charset=utf-8', GATEWAY_PAGE));
    case 'bad_json':
      return whole({ ...reply, status: 200, body: Buffer.from('{"items": [{"id": ') });
    case 'bom':
      return whole({ ...reply, body: Buffer.concat([Buffer.from('\uFEFF'), reply.body]) });
    case 'rate_limited':
      return whole(
        jsonReply(
          429,
          { statusCode: 429, error: 'Too Many Requests', message: 'Rate limit exceeded' },
          fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter },
        ),
      );
  }
};
