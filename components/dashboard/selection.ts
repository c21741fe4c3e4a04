import { signal } from '@preact/signals';

/** Which rows of a table are chosen, by their keys. */
export interface Selection {
  has(key: string): boolean;
  /** Chooses or drops one row; `isRange` does with all rows from the last one pressed to this as with this. */
  toggle(key: string, shown: readonly string[], isRange: boolean): void;
  /** Chooses all these rows, or none when all are chosen already. */
  toggleAll(shown: readonly string[]): void;
  clear(): void;
  /** Of these rows the chosen ones: what is out of sight is not acted upon. */
  among<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[];
}

/** Makes an empty selection. */
export const createSelection = (): Selection => {
  const chosen = signal<ReadonlySet<string>>(new Set());
  let last: string | null = null;
  const set = (keys: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen.value);
    for (const key of keys) {
      if (isChosen) next.add(key);
      else next.delete(key);
    }
    chosen.value = next;
  };
  return {
    has: (key) => chosen.value.has(key),
    toggle: (key, shown, isRange) => {
      const isChosen = !chosen.value.has(key);
      const from = last === null ? -1 : shown.indexOf(last);
      const to = shown.indexOf(key);
      const isWithin = isRange && from >= 0 && to >= 0;
      set(isWithin ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : [key], isChosen);
      last = key;
    },
    toggleAll: (shown) => set(shown, !shown.every((key) => chosen.value.has(key))),
    clear: () => {
      chosen.value = new Set();
      last = null;
    },
    among: (rows, keyOf) => rows.filter((row) => chosen.value.has(keyOf(row))),
  };
};
