/** Says whether a stored value has the shape that its reader relies on. */
export type Guard<T> = (value: unknown) => value is T;
type Check = (value: unknown) => boolean;

export const isText: Check = (value) => typeof value === 'string';
export const isFlag: Check = (value) => typeof value === 'boolean';
export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
export const isAbsent: Check = (value) => value === undefined;
export const isNull: Check = (value) => value === null;

/** Whether a value passes at least one of the checks. */
export const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));

/** Whether a value is a list whose every item passes. */
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

export const isTexts = listOf(isText);
export const isTextOrNull = either(isText, isNull);
export const isNumberOrNull = either(isNumber, isNull);

/** Whether a value is one of a closed list of words. */
export const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value);

/** Whether a value is an object and no list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is an object whose every value passes. */
export const recordOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);

/** A tagged union is checked by its tag alone: its parts are written by one place and read by few. */
export const hasKind: Check = (value) => isObject(value) && isText(value['kind']);

/** A guard that checks every field of T: a field added to the type asks for its check here. */
export const shape = <T>(checks: { readonly [Field in keyof T]-?: Check }): Guard<T> => {
  const entries = Object.entries(checks) as [string, Check][];
  return (value): value is T =>
    isObject(value) && entries.every(([field, check]) => check(value[field]));
};
