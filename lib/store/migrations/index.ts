import type { IDBPDatabase } from 'idb';
import type { CacheSchema } from '../schema.ts';
import type { MigrationStep, MigrationTransaction } from './step.ts';
import { toVersion1 } from './v1.ts';
import { toVersion2 } from './v2.ts';
import { toVersion3 } from './v3.ts';
import { toVersion4 } from './v4.ts';

// Place n holds the step to version n + 1. Steps are only ever added at the end.
const STEPS: readonly MigrationStep[] = [toVersion1, toVersion2, toVersion3, toVersion4];

/** Version of the cache that this Sendwatch writes. */
export const CACHE_VERSION = STEPS.length;

/** Brings a cache of any older version (0 is a new one) forward to the newest, as the browser's upgrade calls it. */
export const migrate = (
  database: IDBPDatabase<CacheSchema>,
  fromVersion: number,
  _toVersion: number | null,
  transaction: MigrationTransaction,
): void => {
  for (const step of STEPS.slice(fromVersion)) step(database, transaction);
};
