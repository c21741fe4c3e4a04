import 'fake-indexeddb/auto';
import { serialize } from 'node:v8';
import { IDBFactory } from 'fake-indexeddb';

// What the store expects of a browser, for benches that run in Node. To be imported before any room that has it.

/** Bytes by store, in the form in which a browser would keep them; the session's area is called `session`. */
export type Written = Readonly<Record<string, number>>;

/** Counts what is written. */
export interface WriteMeter {
  /** All since the storage was fresh. */
  written(): Written;
}

/** What was written between two looks at a meter. */
export const writtenSince = (before: Written, after: Written): Written =>
  Object.fromEntries(
    Object.entries(after)
      .map(([store, bytes]) => [store, bytes - (before[store] ?? 0)] as const)
      .filter(([, bytes]) => bytes > 0),
  );

let written: Record<string, number> = {};

const count = (store: string, value: unknown): void => {
  written[store] = (written[store] ?? 0) + serialize(value).length;
};

const { put } = IDBObjectStore.prototype;
IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
  count(this.name, value);
  return put.call(this, value, key);
};

let session: Record<string, unknown> = {};

Object.assign(globalThis, {
  chrome: {
    storage: {
      session: {
        get: async (keys: string | readonly string[]) =>
          Object.fromEntries(
            [keys].flat().flatMap((key) => (key in session ? [[key, session[key]]] : [])),
          ),
        set: async (values: Record<string, unknown>) => {
          count('session', values);
          session = { ...session, ...values };
        },
        remove: async (keys: string | readonly string[]) => {
          const gone = new Set([keys].flat());
          session = Object.fromEntries(Object.entries(session).filter(([name]) => !gone.has(name)));
        },
      },
    },
  },
});

/** Throws away everything stored and gives the meter of what is written from now on. */
export const freshStorage = (): WriteMeter => {
  globalThis.indexedDB = new IDBFactory();
  session = {};
  written = {};
  return { written: () => ({ ...written }) };
};
