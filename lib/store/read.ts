export { openReader, type StoreReader } from './reader.ts';
export * from './records.ts';
export {
  DEFAULT_SETTINGS,
  type Density,
  readSettings,
  type Settings,
  type Theme,
  watchSettings,
} from './settings.ts';
export { StoreError, type StoreProblem } from './store-error.ts';
