import type { MigrationStep } from './step.ts';

const STORES_OF_V1 = ['workspaces', 'observations', 'fleet', 'journal', 'meta'] as const;

/** What checking needs: workspaces, facts, verdicts, journal. */
export const toVersion1: MigrationStep = (database) => {
  for (const store of STORES_OF_V1) {
    if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
  }
};
