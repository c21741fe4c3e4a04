export type { AlertWriter } from './alert-writer.ts';
export type { AlertCommit } from './alerts.ts';
export { putConnectBucket, readConnectBucket } from './connect-bucket.ts';
export { buildHead, HEAD_BYTES, type HeadSources } from './head.ts';
export type { Slice } from './slice.ts';
export { StoreError, type StoreProblem } from './store-error.ts';
export type { StoreWriter } from './store-writer.ts';
export { writeSetting } from './write-setting.ts';
export { openWriter } from './writer.ts';
