import type { InstantMs, Verdict } from '#model';
import { nameText, type Reader, withNeededMarks } from '#words';
import { operatorReport } from '../report/index.ts';
import { createReportWords, type ReportWords } from './report-words.ts';

/** Who is spoken to: colleagues, who need codes and figures, or a client, who needs plain words. */
export type Voice = 'operator' | 'client';

const MOST_NAME = 200;

const forClient = (verdict: Verdict, name: string, words: ReportWords, now: InstantMs) => {
  const { health, counters, nextSendAt, clearsAt } = verdict;
  const at = nextSendAt ?? clearsAt;
  const said = [
    words.t(`report.client.${health}`),
    counters.sentToday === undefined
      ? ''
      : words.t('report.client.sent', { count: counters.sentToday }),
    at === null || at <= now ? '' : words.t('report.again', { at, now }),
  ];
  return words.t('report.client.line', { name, said: said.filter(Boolean).join(' ') });
};

/** What is known of a campaign as plain lines, to be pasted into a chat. For a client: no causes, codes, inboxes or ids. */
export const reportOf = (
  verdict: Verdict,
  voice: Voice,
  reader: Reader,
  now: InstantMs,
): string => {
  const words = createReportWords(reader);
  const name = nameText(verdict.name, words.t('popup.unnamed'), MOST_NAME);
  return withNeededMarks(
    voice === 'operator'
      ? operatorReport(verdict, name, words, now)
      : forClient(verdict, name, words, now),
  );
};
