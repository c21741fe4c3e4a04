import { type InstantMs, SECOND_MS } from '#model';

/**
 * The instant before which a `Retry-After` header asks not to come back: whole or broken seconds, as Discord sends
 * them, or a date (RFC 9110 10.2.3). Undefined where it says nothing that can be read; whoever waits sets a bound.
 */
export const waitAsked = (header: string | null, now: InstantMs): InstantMs | undefined => {
  const text = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return now + Number(text) * SECOND_MS;
  const at = / GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
};
