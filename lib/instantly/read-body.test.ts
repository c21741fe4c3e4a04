import { describe, expect, test } from 'vitest';
import { readBody } from './read-body.ts';

const NEVER = new AbortController().signal;

/** A body of endlessly many equal pieces that counts how many were taken. */
const endless = (piece: Uint8Array) => {
  const seen = { pieces: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        seen.pieces += 1;
        controller.enqueue(piece);
      },
      cancel: () => {
        seen.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(body), seen };
};

describe('readBody', () => {
  test('up to the last byte allowed', async () => {
    expect(await readBody(new Response('abcde'), 5, NEVER)).toBe('abcde');
    await expect(readBody(new Response('abcdef'), 5, NEVER)).rejects.toMatchObject({
      kind: 'body_too_large',
      status: 200,
    });
  });

  test('counts bytes, not characters', async () => {
    expect(await readBody(new Response('ää'), 4, NEVER)).toBe('ää');
    await expect(readBody(new Response('ää'), 3, NEVER)).rejects.toThrow('body_too_large');
  });

  test('a character over two pieces is whole', async () => {
    const bytes = new TextEncoder().encode('a😀b');
    const body = new ReadableStream({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    expect(await readBody(new Response(body), 100, NEVER)).toBe('a😀b');
  });

  test('a character that breaks off at the end is replaced', async () => {
    expect(await readBody(new Response(new Uint8Array([0x61, 0xf0, 0x9f])), 9, NEVER)).toBe(
      'a\ufffd',
    );
  });

  test('an endless body is given up right after the limit', async () => {
    const { response, seen } = endless(new Uint8Array(1_000));
    await expect(readBody(response, 10_500, NEVER)).rejects.toThrow('body_too_large');
    expect(seen).toEqual({ pieces: 11, isCancelled: true });
  });

  test('the signal ends it, even while a piece is awaited', async () => {
    const caller = new AbortController();
    const silent = new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    const reading = readBody(silent, 100, caller.signal);
    caller.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  });

  test('an answer without a body is empty', async () => {
    expect(await readBody(new Response(null), 100, NEVER)).toBe('');
  });
});
