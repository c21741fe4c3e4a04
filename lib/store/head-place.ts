import { browser } from 'wxt/browser';
import { type Opener, wrap } from './envelope.ts';
import { isText, shape } from './guard.ts';
import {
  HEAD_KEY,
  HEAD_TIMES_KEY,
  type HeadTimes,
  isPackedHead,
  type PackedHead,
  type Times,
  unpackHead,
} from './head-packing.ts';
import { isHead } from './record-guards.ts';
import type { Head } from './records.ts';

const isHeadTimes = shape<HeadTimes>({ of: isText, at: Array.isArray });

/** The head that was built in this run of the browser; undefined after a start, and where the browser keeps none. */
export const readSessionHead = async (opener: Opener): Promise<Head | undefined> => {
  const stored = await browser.storage.session.get([HEAD_KEY, HEAD_TIMES_KEY]);
  const packed = opener.one(stored[HEAD_KEY], isPackedHead);
  const head = unpackHead(packed, opener.one(stored[HEAD_TIMES_KEY], isHeadTimes)?.at);
  return isHead(head) ? head : undefined;
};

/** Takes the head out of the session: the one in the cache then counts. */
export const clearSessionHead = (): Promise<void> =>
  browser.storage.session.remove([HEAD_KEY, HEAD_TIMES_KEY]);

// A browser need not give back what it was given to the letter (Chrome sorts the fields), so it is not compared.
const fingerprintOf = async (packed: PackedHead): Promise<string> => {
  const text = new TextEncoder().encode(JSON.stringify(packed));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return [...digest.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

const areSame = (left: Times, right: Times): boolean =>
  left.length === right.length && right.every((at, place) => left[place] === at);

/**
 * Puts a head where the popup looks first, as far as it is new: the whole of it, its times alone, or nothing. What is
 * whole goes to `keep` before. Where it does not fit, none is left in the session, rather than an old one.
 */
export const putSessionHead = async (
  packed: PackedHead,
  at: Times,
  keep: () => Promise<unknown>,
): Promise<void> => {
  const stored = (await browser.storage.session.get(HEAD_TIMES_KEY))[HEAD_TIMES_KEY];
  const known = (stored as { readonly value?: unknown } | undefined)?.value;
  const of = await fingerprintOf(packed);
  const isKnown = isHeadTimes(known) && known.of === of;
  if (isKnown && areSame(known.at, at)) return;
  if (!isKnown) await keep();
  try {
    await browser.storage.session.set({
      [HEAD_TIMES_KEY]: wrap({ of, at }),
      ...(!isKnown && { [HEAD_KEY]: wrap(packed) }),
    });
  } catch {
    await clearSessionHead();
  }
};
