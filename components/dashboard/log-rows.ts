import type { AlertLogRecord, CampaignId, Verdict, WorkspaceId } from '#model';
import { nameText, tidy } from '#words';
import { isoTime } from '../iso-time.ts';
import { causeName } from '../silencing/index.ts';
import { plain, toCsv } from './export.ts';
import type { DashboardWords } from './words.ts';

/** What can happen to an alert, in the order of the filter. */
export const LOG_KINDS = [
  'announced',
  'held',
  'recovered',
  'fired',
  'resolved',
  'pending',
] as const satisfies readonly AlertLogRecord['kind'][];
export type LogKind = (typeof LOG_KINDS)[number];

/** One transition as it is shown and exported. */
export interface LogRow {
  readonly record: AlertLogRecord;
  /** Null: the campaign is not listed any more; the whole workspace is `isWhole`. */
  readonly name: string | null;
  readonly isWhole: boolean;
  readonly workspace: string;
  readonly cause: string;
}

/** What campaigns and workspaces are called. */
export interface LogNames {
  readonly campaigns: ReadonlyMap<CampaignId, Pick<Verdict, 'name'>>;
  readonly workspaces: ReadonlyMap<WorkspaceId, string>;
}

/** The transitions with names, the latest first. */
export const logRowsOf = (
  log: readonly AlertLogRecord[],
  { campaigns, workspaces }: LogNames,
  words: DashboardWords,
): readonly LogRow[] =>
  log
    .map((record): LogRow => {
      const verdict = record.campaignId === null ? undefined : campaigns.get(record.campaignId);
      return {
        record,
        name: verdict ? nameText(verdict.name, words.t('popup.unnamed')) : null,
        isWhole: record.campaignId === null,
        workspace: nameText(workspaces.get(record.workspaceId) ?? '', words.t('popup.workspace')),
        cause: causeName(words, record.code),
      };
    })
    .toSorted((a, b) => b.record.at - a.record.at);

/** How long it took to be sure (`fired`), or until it was over (`resolved`), in ms; null for the other transitions. */
export const tookMs = ({ kind, at, since }: AlertLogRecord): number | null =>
  kind === 'fired' || kind === 'resolved' ? Math.max(0, at - since) : null;

const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** What the log comes to. Times in ms; null where nothing was detected, or nothing is over. */
export interface LogSummary {
  readonly detectMs: number | null;
  readonly recoverMs: number | null;
  readonly announced: number;
  readonly held: number;
}

/** Medians and counts of a log. */
export const summarize = (log: readonly AlertLogRecord[]): LogSummary => {
  const of = (kind: LogKind): readonly AlertLogRecord[] => log.filter((one) => one.kind === kind);
  const medianTook = (kind: LogKind): number | null =>
    medianOf(of(kind).flatMap((record) => tookMs(record) ?? []));
  return {
    detectMs: medianTook('fired'),
    recoverMs: medianTook('resolved'),
    announced: of('announced').length,
    held: of('held').length,
  };
};

const recordsOf = (rows: readonly LogRow[]) =>
  rows.map(({ record, name, workspace, cause }) => ({
    at: isoTime(record.at) ?? null,
    workspace,
    campaign: name,
    campaignId: record.campaignId,
    code: tidy(record.code),
    cause: plain(cause),
    severity: record.severity,
    kind: record.kind,
    reason: record.reason,
    since: isoTime(record.since) ?? null,
    tookSeconds: tookMs(record) === null ? null : Math.round(Number(tookMs(record)) / 1_000),
  }));

/** The shown rows as CSV, one line of field names first. */
export const logCsv = (rows: readonly LogRow[]): string => {
  const records = recordsOf(rows);
  const [first] = records;
  return first ? toCsv([Object.keys(first), ...records.map((one) => Object.values(one))]) : '';
};

/** The shown rows as JSON: an array of flat objects. */
export const logJson = (rows: readonly LogRow[]): string =>
  `${JSON.stringify(recordsOf(rows), null, 2)}\n`;
