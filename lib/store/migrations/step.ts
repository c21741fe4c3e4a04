import type { IDBPDatabase } from 'idb';
import type { CacheSchema } from '../schema.ts';

/** One step of the schema. It may find its work half or wholly done and then does only the rest. */
export type MigrationStep = (database: IDBPDatabase<CacheSchema>) => void;
