import type { MigrationStep } from './step.ts';

/** What happened over time: changes of verdicts, incidents, changes made to Instantly. */
export const toVersion2: MigrationStep = (database) => {
  if (!database.objectStoreNames.contains('history')) {
    const history = database.createObjectStore('history');
    history.createIndex('byWorkspaceAndTime', ['value.workspaceId', 'value.at']);
    history.createIndex('byTime', 'value.at');
  }
  if (!database.objectStoreNames.contains('incidents')) {
    const incidents = database.createObjectStore('incidents');
    incidents.createIndex('byWorkspace', 'value.workspaceIds', { multiEntry: true });
    incidents.createIndex('byState', 'value.state');
  }
  if (!database.objectStoreNames.contains('actions')) {
    const actions = database.createObjectStore('actions');
    actions.createIndex('byWorkspaceAndTime', ['value.workspaceId', 'value.at']);
  }
};
