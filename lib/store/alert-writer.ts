import type { AlertRules, Silence } from '#model';
import type { DeliveryRecord, NoticeRecord } from './alert-records.ts';
import {
  type AlertCommit,
  changeDeliveriesIn,
  changeNoticesIn,
  changeSilencesIn,
  writeAlerts,
} from './alerts.ts';
import { type Opener, wrap } from './envelope.ts';
import type { WriteTransaction } from './transaction.ts';

/** The background's hold on what people are told. */
export interface AlertWriter {
  putAlertRules(rules: AlertRules): Promise<void>;
  /** Changes the silences as they stand at this moment; gives those that stand after it. */
  changeSilences(
    change: (silences: readonly Silence[]) => readonly Silence[],
  ): Promise<readonly Silence[]>;
  /** Changes the notices as they stand at this moment. */
  changeNotices(
    change: (notices: readonly NoticeRecord[]) => readonly NoticeRecord[],
  ): Promise<void>;
  /** Changes what waits for webhooks as it stands at this moment, oldest first; gives what waits after it. */
  changeDeliveries(
    change: (deliveries: readonly DeliveryRecord[]) => readonly DeliveryRecord[],
  ): Promise<readonly DeliveryRecord[]>;
  /** Stores one step of the alerting whole or not at all. What belongs to a workspace that is gone is dropped. */
  commitAlerts(commit: AlertCommit): Promise<void>;
}

type Write = <T>(work: (transaction: WriteTransaction) => Promise<T>) => Promise<T>;
/** Undefined where nothing was ever stored. */
type WritePresent = <T>(
  work: (transaction: WriteTransaction) => Promise<T>,
) => Promise<T | undefined>;

/** The writing half over any way to write: `write` makes a cache where there is none, `writePresent` does not. */
export const createAlertWriter = (
  write: Write,
  writePresent: WritePresent,
  opener: Opener,
): AlertWriter => ({
  putAlertRules: async (rules) => {
    await write((transaction) => transaction.objectStore('alerts').put(wrap(rules), ['rules']));
  },
  changeSilences: (change) => write((transaction) => changeSilencesIn(transaction, opener, change)),
  changeNotices: async (change) => {
    await writePresent((transaction) => changeNoticesIn(transaction, opener, change));
  },
  changeDeliveries: async (change) =>
    (await writePresent((transaction) => changeDeliveriesIn(transaction, opener, change))) ?? [],
  commitAlerts: async (commit) => {
    await writePresent((transaction) => writeAlerts(transaction, opener, commit));
  },
});
