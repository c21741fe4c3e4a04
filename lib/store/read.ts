export type { ActionReader } from './actions.ts';
export type {
  AlertBookRecord,
  DeliveryRecord,
  NoticeRecord,
  SilencedCounts,
} from './alert-records.ts';
export type { AlertReader } from './alerts.ts';
export type { AskedReader, AskedRecord } from './asked.ts';
export type { CampaignTagsRecord, SentDay, SentDaysRecord } from './asked-records.ts';
export { openReader } from './reader.ts';
export * from './records.ts';
export { StoreError, type StoreProblem } from './store-error.ts';
export type { StoreReader } from './store-reader.ts';
export { readTrouble } from './trouble.ts';
