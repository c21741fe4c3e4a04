/** The id of a tag from untrusted data; undefined unless it is a short text without white space or controls. */
export const parseTagId = (raw: unknown): string | undefined =>
  typeof raw === 'string' && /^[\x21-\x7e]{1,100}$/.test(raw) ? raw : undefined;
