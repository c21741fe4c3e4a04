const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
// Controls, and the marks that turn the direction of all text that follows (Unicode UAX 9).
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Untrusted text as one readable line: well formed, no control or direction marks, at most `most` characters. */
export const tidy = (text: string, most = 120): string => {
  // Cut first: a name may be a megabyte long.
  const line = text
    .slice(0, most * 4)
    .toWellFormed()
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const points = [...line];
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : line;
};

/** Untrusted text for the middle of a sentence: it cannot reorder the words around it. */
export const isolate = (text: string, most?: number): string =>
  `${FIRST_STRONG_ISOLATE}${tidy(text, most)}${POP_ISOLATE}`;
