export type { AskedReader, AskedRecord } from './asked.ts';
export type { CampaignTagsRecord, SentDay, SentDaysRecord } from './asked-records.ts';
export { openReader, type StoreReader } from './reader.ts';
export * from './records.ts';
export { StoreError, type StoreProblem } from './store-error.ts';
