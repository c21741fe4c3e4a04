import type { Guard } from './guard.ts';

/** Every stored value, with the version of its shape. */
export interface Envelope {
  readonly v: number;
  readonly value: unknown;
}

/** Version of the shapes in records.ts; raised when one of them changes its meaning. */
export const VALUE_VERSION = 1;

/** Wraps a value for storing. */
export const wrap = (value: unknown): Envelope => ({ v: VALUE_VERSION, value });

/** Reads stored values; what does not parse is left out and counted, never thrown. */
export interface Opener {
  one<T>(stored: unknown, guard: Guard<T>): T | undefined;
  all<T>(stored: readonly unknown[], guard: Guard<T>): T[];
  /** Stored values left out so far. */
  quarantined(): number;
}

/** A reader of stored values that keeps count of what it had to leave out. */
export const createOpener = (): Opener => {
  let count = 0;
  const one = <T>(stored: unknown, guard: Guard<T>): T | undefined => {
    if (stored === undefined) return undefined;
    const { v, value } = (stored ?? {}) as Partial<Envelope>;
    if (v === VALUE_VERSION && guard(value)) return value;
    count += 1;
    return undefined;
  };
  return {
    one,
    all: (stored, guard) => stored.flatMap((row) => one(row, guard) ?? []),
    quarantined: () => count,
  };
};
