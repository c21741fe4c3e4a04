/** Characters of one text that are shown: a name may be a megabyte. */
const MOST_TEXT = 2000;

// What turns the direction of the text (Unicode UAX 9) or is not seen at all would make values look like others.
const HIDDEN = /[\u007f-\u009f\u2028\u2029\p{DI}]/gu;

const spell = (mark: string): string =>
  Array.from(
    { length: mark.length },
    (_, at) => `\\u${mark.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

/** What is stored of a campaign, as text that hides nothing: long texts are cut, and what is not seen is spelled. */
export const rawText = (stored: unknown): string =>
  JSON.stringify(
    stored,
    (_name, value: unknown) =>
      typeof value === 'string' && value.length > MOST_TEXT
        ? `${value.slice(0, MOST_TEXT)}…`
        : value,
    2,
  ).replace(HIDDEN, spell);
