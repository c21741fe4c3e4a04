import type { Verdict } from '#model';

/** Characters of one text that are shown: a name may be a megabyte. */
const MOST_TEXT = 2000;

// Marks that turn the direction of what follows would make values look like others (Unicode UAX 9).
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const spell = (mark: string): string => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A verdict as it is stored, as text that hides nothing: long texts are cut, direction marks and odd characters spelled. */
export const rawText = (verdict: Verdict): string =>
  JSON.stringify(
    verdict,
    (_name, value: unknown) =>
      typeof value === 'string' && value.length > MOST_TEXT
        ? `${value.slice(0, MOST_TEXT)}…`
        : value,
    2,
  ).replace(TURNING, spell);
