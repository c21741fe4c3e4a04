import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { CacheSchema } from '../schema.ts';

export type MigrationTransaction = IDBPTransaction<
  CacheSchema,
  StoreNames<CacheSchema>[],
  'versionchange'
>;

/**
 * One step of the schema. It may find its work half or wholly done and then does only the rest. What it asks of the
 * transaction may end after it returns; where that fails, it aborts the transaction.
 */
export type MigrationStep = (
  database: IDBPDatabase<CacheSchema>,
  transaction: MigrationTransaction,
) => void;
