import { isOpenOutcome } from '#model';
import type { ActionRecord } from '#store/read';
import { kindText } from '../changing/kind-text.ts';
import { mayUndo } from '../changing/may-undo.ts';
import { outcomeText } from '../changing/outcome-text.ts';
import { type FieldText, fieldTexts } from '../changing/value-text.ts';
import { isoTime } from '../iso-time.ts';
import { toCsv } from './export.ts';
import type { DashboardWords } from './words.ts';

/** Changes that were confirmed together. */
export interface ChangeSet {
  readonly id: string;
  readonly at: number;
  readonly records: readonly ActionRecord[];
  /** Of them those that can be taken back. */
  readonly undoable: readonly ActionRecord[];
  readonly isWaiting: boolean;
}

/** Groups changes by the window that they were confirmed in; the latest first. */
export const changeSets = (records: readonly ActionRecord[]): readonly ChangeSet[] =>
  [...Map.groupBy(records, ({ setId }) => setId)]
    .map(([id, members]) => ({
      id,
      at: Math.min(...members.map(({ at }) => at)),
      records: members,
      undoable: members.filter(mayUndo),
      isWaiting: members.some(({ outcome }) => isOpenOutcome(outcome)),
    }))
    .sort((a, b) => b.at - a.at);

/** Before and after of one change, as one line each. */
export const beforeAndAfter = (
  { before, after }: ActionRecord,
  words: DashboardWords,
): Pick<FieldText, 'before' | 'after'> => {
  const fields = fieldTexts(before, after, words);
  return {
    before: fields.map((field) => field.before).join(', '),
    after: fields.map((field) => field.after).join(', '),
  };
};

const SUCCEEDED: ReadonlySet<string> = new Set(['waiting', 'verified', 'superseded', 'undone']);

/** What became of a set: the same word for all, or how many are done. */
export const setOutcome = ({ records }: ChangeSet, words: DashboardWords, now: number): string => {
  const said = new Set(records.map((record) => outcomeText(record, words, now)));
  const [only, ...others] = said;
  if (only !== undefined && others.length === 0) return only;
  const done = records.filter(({ outcome }) => SUCCEEDED.has(outcome.kind)).length;
  return words.t('log.partly', { done, count: records.length });
};

const recordsOf = (records: readonly ActionRecord[], words: DashboardWords, now: number) =>
  records.map((record) => ({
    at: isoTime(record.at) ?? null,
    what: kindText([record], 'verb', words),
    subject: record.subject,
    ...beforeAndAfter(record, words),
    by: words.t('log.thisBrowser'),
    outcome: outcomeText(record, words, now),
    outcomeAt: isoTime(record.outcomeAt) ?? null,
    set: record.setId,
    id: record.id,
  }));

/** The log as CSV, one line of field names first; empty without a change. */
export const logCsv = (
  records: readonly ActionRecord[],
  words: DashboardWords,
  now: number,
): string => {
  const rows = recordsOf(records, words, now);
  const [first] = rows;
  return first ? toCsv([Object.keys(first), ...rows.map((row) => Object.values(row))]) : '';
};

/** The log as JSON: an array of flat objects. */
export const logJson = (
  records: readonly ActionRecord[],
  words: DashboardWords,
  now: number,
): string => `${JSON.stringify(recordsOf(records, words, now), null, 2)}\n`;
