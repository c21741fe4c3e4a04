import type { InstantMs } from '#model';
import { MINUTE_MS, SECOND_MS } from '#model';

const SHORTEST_MS = SECOND_MS;
const LONGEST_MS = 15 * MINUTE_MS;

// The one form of date that RFC 9110 5.6.7 lets a server send.
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

const askedDelayMs = (text: string, now: InstantMs): number => {
  if (NUMBER.test(text)) return Number(text) * SECOND_MS;
  return HTTP_DATE.test(text) ? Date.parse(text) - now : Number.NaN;
};

/**
 * The instant before which nothing should be asked again, from a `Retry-After` header (seconds or an HTTP date).
 * Whatever it says lies between one second and 15 minutes from `now`: unreadable, past and zero give one second.
 * Undefined when there is no header.
 */
export const parseRetryAfter = (header: string | null, now: InstantMs): InstantMs | undefined => {
  if (header === null) return undefined;
  const delayMs = askedDelayMs(header.trim(), now);
  const readable = Number.isNaN(delayMs) ? SHORTEST_MS : delayMs;
  return now + Math.min(LONGEST_MS, Math.max(SHORTEST_MS, readable));
};
