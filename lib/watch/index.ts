export { ALARM_NAME, armAlarm, ensureAlarm } from './alarm.ts';
export type { Ask, Outcome } from './core/ask.ts';
export type { Memory } from './core/memory.ts';
export { createWatcher, type Watcher } from './watcher.ts';
export {
  checkStoredKey,
  connectWorkspace,
  removeWorkspace,
  type WorkspacesPort,
} from './workspaces.ts';
