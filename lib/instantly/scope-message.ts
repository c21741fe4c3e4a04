const INVALID_SCOPE = /\binvalid scope\b/i;
const REQUIRED = /\brequired:(.*)/is;
const FOUND = /\bfound:/i;
const SCOPE = /^[a-z][a-z0-9_-]*:[a-z]+$/;
const MOST = 20;

/**
 * The scopes that a message like "Invalid scope. Required: accounts:read. Found: leads:all" asks for: one or several,
 * however separated. Empty when it names none; undefined when it is not about scopes (INSTANTLY.md 1.3).
 */
export const requiredScopes = (message: string): readonly string[] | undefined => {
  if (!INVALID_SCOPE.test(message)) return undefined;
  const asked = REQUIRED.exec(message)?.[1]?.split(FOUND)[0] ?? '';
  const words = asked.toLowerCase().split(/[^a-z0-9_:-]+/);
  return [...new Set(words.filter((word) => SCOPE.test(word)))].slice(0, MOST);
};
