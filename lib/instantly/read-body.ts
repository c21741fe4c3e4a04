import { InstantlyError } from './error.ts';

/**
 * The text of a body, read piece by piece and given up as soon as it is longer than `mostBytes`
 * (InstantlyError `body_too_large`). Rejects with the reason of the signal, which belongs to this one request, once it
 * fires, even while a piece is awaited.
 */
export const readBody = async (
  response: Response,
  mostBytes: number,
  signal: AbortSignal,
): Promise<string> => {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  // Cancelling may fail on a connection that is broken already; there is nothing left to give up then.
  const giveUp = () => reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', giveUp, { once: true });
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  while (true) {
    signal.throwIfAborted();
    const { done, value } = await reader.read();
    signal.throwIfAborted();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      giveUp();
      throw new InstantlyError('body_too_large', { status: response.status });
    }
    text += decoder.decode(value, { stream: true });
  }
};
