/** Why a pasted text cannot be a key. */
export type KeyTextProblem =
  | 'empty'
  | 'has_line_break'
  | 'not_printable'
  | 'too_long'
  | 'looks_like_placeholder';

export type KeyTextAnswer =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly problem: KeyTextProblem };

const LONGEST = 500;
const BEARER = /^(?:authorization:\s*)?bearer(?:\s+|$)/i;
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;
const PRINTABLE = /^[\x21-\x7e]+$/;
// Compared with letters and digits only, so that brackets, dashes and spaces do not matter.
const PLACEHOLDER =
  /^(?:insert|paste|enter)?(?:your|my)?(?:instantly)?(?:ai)?(?:api)?(?:v2)?(?:access|secret|bearer)?(?:key|token)(?:here)?$/;
const ONE_CHARACTER = /^(.)\1*$/;

const isPlaceholder = (text: string): boolean =>
  PLACEHOLDER.test(text.toLowerCase().replace(/[^a-z0-9]/g, '')) ||
  ONE_CHARACTER.test(text) ||
  text.includes('...') ||
  text.includes('…');

/**
 * What a person pasted, as a key that can go into a header. Outer white space and a `Bearer` prefix go;
 * the shape of a key is not documented and so not checked (INSTANTLY.md 1.1).
 */
export const checkKeyText = (raw: string): KeyTextAnswer => {
  const key = raw.trim().replace(BEARER, '').trim();
  if (key === '') return { ok: false, problem: 'empty' };
  if (key.length > LONGEST) return { ok: false, problem: 'too_long' };
  if (LINE_BREAK.test(key)) return { ok: false, problem: 'has_line_break' };
  if (isPlaceholder(key)) return { ok: false, problem: 'looks_like_placeholder' };
  if (!PRINTABLE.test(key)) return { ok: false, problem: 'not_printable' };
  return { ok: true, key };
};
