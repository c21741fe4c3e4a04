const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
// Controls, marks that turn the direction of the text (Unicode UAX 9) and characters that nobody sees. What joins and
// shapes visible ones (ZWNJ, ZWJ, variation selectors) stays, or emoji and Persian would fall apart.
const UNSAFE = /(?:(?!\u200c|\u200d|[\ufe00-\ufe0f])[\p{Cc}\p{DI}])+/gu;
// Marks that pile up leave their line and cover what stands above it; no script needs more than four.
const PILED = /(\p{M}{4})\p{M}+/gu;
const VISIBLE = /(?!\u200c|\u200d|\u2800)[^\s\p{M}]/u;
// A name that reads like a missing value, a figure or a date.
const ODD = /^(?:null|undefined|nan|none|true|false|[-+\d\s.,:/–—e]+)$/i;

/**
 * Untrusted text as one readable line: well formed, no control or direction marks, nothing invisible, at most `most`
 * characters. Empty when nothing of it can be seen.
 */
export const tidy = (text: string, most = 120): string => {
  // Cut first: a name may be a megabyte long.
  const line = text
    .slice(0, most * 4)
    .toWellFormed()
    .replace(UNSAFE, ' ')
    .replace(PILED, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  if (!VISIBLE.test(line)) return '';
  const points = [...line];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : line;
};

/**
 * A name that somebody gave, as one readable line: `unnamed` when there is nothing to read, and in quotes when it could
 * be taken for a missing value, a figure, or for `unnamed` itself.
 */
export const nameText = (name: string, unnamed: string, most?: number): string => {
  const line = tidy(name, most);
  if (line === '') return unnamed;
  return ODD.test(line) || line === unnamed ? `“${line}”` : line;
};

/** Untrusted text for the middle of a sentence: it cannot reorder the words around it. */
export const isolate = (text: string, most?: number): string =>
  `${FIRST_STRONG_ISOLATE}${tidy(text, most)}${POP_ISOLATE}`;

// Letters and digits that run from right to left: Hebrew to Arabic Extended-A, their presentation forms, and the
// right-to-left scripts beyond the first plane.
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a text could turn the words around it in a sentence from left to right. */
export const runsRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);
