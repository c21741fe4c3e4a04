export { ALARM_NAME, armAlarm, ensureAlarm } from './alarm.ts';
export { createGateways, type Gateways } from './gateways.ts';
export { createWatcher, type Watcher } from './watcher.ts';
export {
  checkStoredKey,
  connectWorkspace,
  removeWorkspace,
  restoreWorkspaces,
  type WorkspacesPort,
} from './workspaces.ts';
