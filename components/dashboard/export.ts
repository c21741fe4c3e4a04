import { isoTime } from '../iso-time.ts';
import type { ColumnId } from './columns.ts';
import type { CampaignRow } from './rows.ts';
import type { DashboardWords } from './words.ts';

type Cell = string | number | null;

// The marks around names inside a sentence (lib/words/text.ts): they help a screen, and hinder a spreadsheet.
const ISOLATES = /[\u2066-\u2069]/g;

/** A sentence of ours as plain text for files and clipboards. */
export const plain = (sentence: string): string => sentence.replace(ISOLATES, '');

// Where a spreadsheet begins to read a formula, wide forms as in Japanese ones included. One that separates cells by
// semicolon or tab begins a cell in the middle of ours, and knows nothing of our quotes there.
const FORMULA = /(?<=^|[;\t\r\n])(?=["\s]*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r])/g;

/** One CSV field (RFC 4180). An apostrophe stands wherever a spreadsheet would begin to read a formula. */
export const csvField = (value: Cell): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = value.replace(FORMULA, "'");
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** A table as CSV: CRLF after every line, the last one included. */
export const toCsv = (lines: readonly (readonly Cell[])[]): string =>
  lines.map((line) => `${line.map(csvField).join(',')}\r\n`).join('');

/** The fields that one column of the table stands for in an export. */
const fieldsOf = (
  column: ColumnId,
  { verdict, name, workspace, why, evidence, sent, limit, couldSend, lost }: CampaignRow,
  words: DashboardWords,
): Readonly<Record<string, Cell>> => {
  switch (column) {
    case 'campaign':
      return { campaign: name, workspace };
    case 'state':
      return { state: words.healthWord(verdict.health) };
    case 'why':
      return { why: plain(why), evidence: plain(evidence) };
    case 'last24h':
      return { since: isoTime(verdict.since) ?? null };
    case 'today':
      return { sentToday: sent, limitPerDay: limit };
    case 'couldSend':
      return { couldSendToday: couldSend };
    case 'lost':
      return { lostToday: lost };
  }
};

const recordsOf = (
  rows: readonly CampaignRow[],
  columns: readonly ColumnId[],
  words: DashboardWords,
): readonly Readonly<Record<string, Cell>>[] =>
  rows.map((row) => ({
    ...Object.assign({}, ...columns.map((column) => fieldsOf(column, row, words))),
    campaignId: row.verdict.campaignId,
  }));

/** The shown rows with the shown columns as CSV, one line of field names first. */
export const exportCsv = (
  rows: readonly CampaignRow[],
  columns: readonly ColumnId[],
  words: DashboardWords,
): string => {
  const records = recordsOf(rows, columns, words);
  const [first] = records;
  return first ? toCsv([Object.keys(first), ...records.map((one) => Object.values(one))]) : '';
};

/** The shown rows with the shown columns as JSON: an array of flat objects. */
export const exportJson = (
  rows: readonly CampaignRow[],
  columns: readonly ColumnId[],
  words: DashboardWords,
): string => `${JSON.stringify(recordsOf(rows, columns, words), null, 2)}\n`;
