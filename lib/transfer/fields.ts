// Checks of untrusted fields. Each gives the value or undefined, so that a record is built of checked parts only.

const LATEST_INSTANT = 8.64e15;

/** Whether a value is an object and no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of bounded length, well formed. */
export const readText = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value.length <= most ? value.toWellFormed() : undefined;

/** Whole milliseconds since 1970 that a date can hold. */
export const readInstant = (value: unknown): number | undefined =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LATEST_INSTANT
    ? Number(value)
    : undefined;

/** A finite number. */
export const readNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** One word of a closed list. */
export const readWord = <Word extends string>(
  value: unknown,
  words: readonly Word[],
): Word | undefined => words.find((word) => word === value);

/** `null` as it is, anything else through its own check. */
export const readOrNull = <T>(
  value: unknown,
  read: (value: unknown) => T | undefined,
): T | null | undefined => (value === null ? null : read(value));

/** A list of bounded length whose every item passes. */
export const readList = <T>(
  value: unknown,
  most: number,
  read: (value: unknown) => T | undefined,
): readonly T[] | undefined => {
  if (!Array.isArray(value) || value.length > most) return undefined;
  const items: T[] = [];
  for (const one of value) {
    const item = read(one);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
};
