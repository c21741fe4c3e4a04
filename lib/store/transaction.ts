import type { IDBPTransaction } from 'idb';
import type { Cache } from './connection.ts';
import { type CacheSchema, STORES } from './schema.ts';
import { isQuotaError, toStoreError } from './store-error.ts';

/** A transaction that may write to every store. */
export type WriteTransaction = IDBPTransaction<CacheSchema, typeof STORES, 'readwrite'>;

/** Runs work in one transaction: all of it is stored or, when anything throws, nothing. Throws StoreError. */
export const inOneTransaction = async <T>(
  cache: Cache,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> => {
  const transaction = cache.transaction(STORES, 'readwrite');
  let isOver = false;
  const done = transaction.done.finally(() => {
    isOver = true;
  });
  const working = work(transaction).catch((error: unknown) => {
    if (!isOver) transaction.abort();
    throw error;
  });
  const [worked, ended] = await Promise.allSettled([working, done]);
  const reasons = [worked, ended].flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  // A full disk shows in one of the two; the other then only says that the transaction was aborted.
  if (reasons.length > 0) throw toStoreError(reasons.find(isQuotaError) ?? reasons[0]);
  if (worked.status === 'rejected') throw toStoreError(worked.reason);
  return worked.value;
};
