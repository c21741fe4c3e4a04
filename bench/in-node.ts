import 'fake-indexeddb/auto';
import { serialize } from 'node:v8';
import { IDBFactory } from 'fake-indexeddb';

// What the store expects of a browser, for benches that run in Node. To be imported before any room that has it.

/** Bytes written to each store since the last look, in the form in which a browser would keep them. */
export interface WriteMeter {
  /** Bytes by store; the session's area is called `session`. Counting begins with the first look. */
  look(): Readonly<Record<string, number>>;
}

let written: Map<string, number> | null = null;

const count = (store: string, value: unknown): void => {
  if (written === null) return;
  written.set(store, (written.get(store) ?? 0) + serialize(value).length);
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
        get: async (key: string) => (key in session ? { [key]: session[key] } : {}),
        set: async (values: Record<string, unknown>) => {
          count('session', values);
          session = { ...session, ...values };
        },
        remove: async (key: string) => {
          session = Object.fromEntries(Object.entries(session).filter(([name]) => name !== key));
        },
      },
    },
  },
});

/** Throws away everything stored and gives the meter of what is written from now on. */
export const freshStorage = (): WriteMeter => {
  globalThis.indexedDB = new IDBFactory();
  session = {};
  written = null;
  return {
    look: () => {
      const seen = Object.fromEntries(written ?? []);
      written = new Map();
      return seen;
    },
  };
};
