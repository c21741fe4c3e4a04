import type { MigrationStep } from './step.ts';

/** What people are told: rules, silences, alerts and their log. The head says since what is silenced: it is built anew. */
export const toVersion4: MigrationStep = (database, transaction) => {
  if (!database.objectStoreNames.contains('alerts')) database.createObjectStore('alerts');
  if (!database.objectStoreNames.contains('alertLog')) {
    const log = database.createObjectStore('alertLog');
    log.createIndex('byTime', 'value.at');
  }
  // A cache that lacks stores is of no use, and is made anew by whoever opens it.
  if (!database.objectStoreNames.contains('meta')) return;
  // Where it fails, it aborts the transaction, and that is told to whoever opens the cache.
  transaction
    .objectStore('meta')
    .delete('head')
    .catch(() => undefined);
};
