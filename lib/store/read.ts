export { openReader, type StoreReader } from './reader.ts';
export * from './records.ts';
export { StoreError, type StoreProblem } from './store-error.ts';
