import { deleteDB, type OpenDBCallbacks, openDB } from 'idb';
import type { InstantMs } from '#model';
import type { Cache } from './connection.ts';
import { wrap } from './envelope.ts';
import { CACHE_VERSION, migrate } from './migrations/index.ts';
import type { CacheReset } from './records.ts';
import { CACHE_NAME, type CacheSchema, STORES } from './schema.ts';
import {
  isAborted,
  isFromNewerVersion,
  isQuotaError,
  isRefusal,
  StoreError,
} from './store-error.ts';

const givingWay = (onLost: () => void): OpenDBCallbacks<CacheSchema> => ({
  blocking: (_current, _blocked, event) => {
    // An open connection would hold up a migration or an erasure elsewhere.
    (event.target as IDBDatabase).close();
    onLost();
  },
  terminated: onLost,
});

const isWhole = (cache: Cache): boolean =>
  STORES.every((store) => cache.objectStoreNames.contains(store));

/** Whether there is a cache of any version. Where the browser does not say, opening tells what is wrong. */
export const isCacheThere = async (): Promise<boolean> => {
  const databases = await indexedDB.databases().catch(() => undefined);
  return databases?.some(({ name }) => name === CACHE_NAME) ?? true;
};

/** Opens the cache as it is, never creating or migrating it; undefined until the background has done so. Throws StoreError. */
export const openForReading = async (onLost: () => void): Promise<Cache | undefined> => {
  try {
    const cache = await openDB<CacheSchema>(CACHE_NAME, CACHE_VERSION, {
      ...givingWay(onLost),
      upgrade: (_cache, _from, _to, transaction) => {
        // The opening itself fails with the same error, and is where it is dealt with.
        transaction.done.catch(() => undefined);
        transaction.abort();
      },
    });
    if (isWhole(cache)) return cache;
    cache.close();
    return undefined;
  } catch (error) {
    if (isAborted(error) || isFromNewerVersion(error)) return undefined;
    throw new StoreError(isRefusal(error) ? 'refused' : 'unavailable', { cause: error });
  }
};

const openMigrated = async (onLost: () => void): Promise<Cache> => {
  const cache = await openDB<CacheSchema>(CACHE_NAME, CACHE_VERSION, {
    ...givingWay(onLost),
    upgrade: migrate,
  });
  if (isWhole(cache)) return cache;
  cache.close();
  throw new StoreError('failed');
};

const openRebuilt = async (onLost: () => void, reset: CacheReset): Promise<Cache> => {
  await deleteDB(CACHE_NAME);
  const cache = await openMigrated(onLost);
  await cache.put('meta', wrap(reset), 'reset');
  return cache;
};

/**
 * Opens the cache in the newest version. One that a later Sendwatch wrote, or that cannot be read twice in a row, is
 * erased and made anew, and says so in `meta`; the keys are in another database and stay. Throws StoreError.
 */
export const openForWriting = async (onLost: () => void, now: () => InstantMs): Promise<Cache> => {
  const attempts = [
    () => openMigrated(onLost),
    // A disk under load gives the same error as a broken file, and history cannot be read anew: so ask twice.
    () => openMigrated(onLost),
  ];
  let problem: unknown;
  for (const attempt of attempts) {
    try {
      return await attempt();
    } catch (error) {
      problem = error;
      if (isQuotaError(error)) throw new StoreError('quota_exceeded', { cause: error });
      if (isRefusal(error)) throw new StoreError('refused', { cause: error });
      if (isFromNewerVersion(error)) break;
    }
  }
  const reason = isFromNewerVersion(problem) ? 'newer_version' : 'damaged';
  try {
    return await openRebuilt(onLost, { at: now(), reason });
  } catch (error) {
    throw new StoreError('unavailable', { cause: error });
  }
};
