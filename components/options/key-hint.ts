/** What can be said of a text in the key field without asking anybody. Never refuses: the shape of a key is not documented. */
export type KeyHint =
  | 'bearer'
  | 'address'
  | 'id'
  | 'line_break'
  | 'space'
  | 'not_printable'
  | 'placeholder'
  | 'short'
  | 'long'
  | 'plausible';

// Keys seen so far have 68 characters (INSTANTLY.md 1.1); a shorter one may come, a much shorter one is a slip.
const SHORT = 20;
const LONG = 500;
const BEARER = /^(?:authorization:\s*)?bearer(?:\s+|$)/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The first thing to say about a text, null for an empty one. A one-line field drops line breaks: pass what was pasted. */
export const hintFor = (text: string): KeyHint | null => {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (/[\r\n\v\f\u0085\u2028\u2029]/.test(trimmed)) return 'line_break';
  const key = trimmed.replace(BEARER, '');
  if (/^https?:/i.test(key)) return 'address';
  if (UUID.test(key)) return 'id';
  if (key.includes('...') || key.includes('…') || /your.*key|^(.)\1*$/i.test(key)) {
    return 'placeholder';
  }
  if (/\s/.test(key)) return 'space';
  if (!/^[\x21-\x7e]*$/.test(key)) return 'not_printable';
  if (key.length > LONG) return 'long';
  if (key !== trimmed) return 'bearer';
  return key.length < SHORT ? 'short' : 'plausible';
};
