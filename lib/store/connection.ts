import type { IDBPDatabase } from 'idb';
import type { CacheSchema } from './schema.ts';
import { isClosed, StoreError, toStoreError } from './store-error.ts';

export type Cache = IDBPDatabase<CacheSchema>;

/** Opens the cache; undefined when there is none to be used yet. `onLost` is told when the connection goes. */
export type CacheOpening = (onLost: () => void) => Promise<Cache | undefined>;

/** A connection that is opened when first needed and opened again after it was lost. */
export interface Connection {
  /** Runs work on the cache; undefined when there is no cache yet. Throws StoreError. */
  use<T>(work: (cache: Cache) => Promise<T>): Promise<T | undefined>;
  isOpen(): boolean;
  close(): Promise<void>;
}

/** Keeps one connection alive for its user. */
export const createConnection = (open: CacheOpening): Connection => {
  let current: Promise<Cache | undefined> | undefined;

  const lose = (): void => {
    current = undefined;
  };
  const connect = async (): Promise<Cache | undefined> => {
    const mine = current ?? open(lose);
    current = mine;
    try {
      const cache = await mine;
      if (cache === undefined) lose();
      return cache;
    } catch (error) {
      lose();
      throw error;
    }
  };
  const attempt = async <T>(work: (cache: Cache) => Promise<T>): Promise<T | undefined> => {
    const cache = await connect();
    return cache === undefined ? undefined : work(cache);
  };

  return {
    use: async (work) => {
      try {
        return await attempt(work);
      } catch (error) {
        if (error instanceof StoreError || !isClosed(error)) throw toStoreError(error);
      }
      // The connection was closed between opening and use: once more, on a new one.
      lose();
      try {
        return await attempt(work);
      } catch (error) {
        throw toStoreError(error);
      }
    },
    isOpen: () => current !== undefined,
    close: async () => {
      const cache = await current;
      lose();
      cache?.close();
    },
  };
};
