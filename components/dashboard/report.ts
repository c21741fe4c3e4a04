import type { InstantMs } from '#model';
import { countHealths, needsPerson } from '#model';
import { isolate, withNeededMarks } from '#words';
import { headlineOf } from '../popup/headline.ts';
import type { CampaignRow } from './rows.ts';
import type { DashboardWords } from './words.ts';

/** Who is spoken to: colleagues, who need causes and advice, or a client, who needs plain words. */
export type Voice = 'operator' | 'client';

const whenOver = ({ verdict }: CampaignRow, words: DashboardWords, now: InstantMs): string => {
  const at = verdict.nextSendAt ?? verdict.clearsAt;
  return at === null || at <= now ? '' : words.t('report.again', { at, now });
};

const forOperator = (row: CampaignRow, words: DashboardWords, now: InstantMs): string => {
  const { verdict, name, workspace } = row;
  const head = words.t('report.line', {
    name,
    workspace,
    health: words.healthWord(verdict.health),
    since: words.duration(now - verdict.since),
  });
  const causes = verdict.causes.map((cause, index) => {
    const { headline, explanation, advice } = words.cause(cause, now);
    const cost = cause.loss ? words.t('popup.lostToday', { count: cause.loss }) : '';
    const said = [headline || isolate(cause.code), explanation, cost, advice]
      .filter(Boolean)
      .join(' · ');
    return `  ${index + 1}. ${said}`;
  });
  return [head, ...causes].join('\n');
};

/** What a client is told of a campaign: whether it sends, how much today, when again. */
export const clientSentences = (
  row: CampaignRow,
  words: DashboardWords,
  now: InstantMs,
): string => {
  const { verdict, sent } = row;
  const parts = [
    words.t(`report.client.${verdict.health}`),
    sent === null ? '' : words.t('report.client.sent', { count: sent }),
    whenOver(row, words, now),
  ];
  return parts.filter(Boolean).join(' ');
};

const forClient = (row: CampaignRow, words: DashboardWords, now: InstantMs): string =>
  words.t('report.client.line', { name: row.name, said: clientSentences(row, words, now) });

/** What the table shows as plain lines to paste. For a client: no causes, no inboxes, no ids. */
export const fleetReport = (
  rows: readonly CampaignRow[],
  voice: Voice,
  words: DashboardWords,
  now: InstantMs,
): string => {
  const verdicts = rows.map(({ verdict }) => verdict);
  const counts = countHealths(verdicts);
  const title = words.t('report.title', { at: words.clock(now, 0) });
  if (voice === 'client') {
    const lines = rows.map((row) => forClient(row, words, now));
    return withNeededMarks([title, ...lines].join('\n'));
  }
  const lines = rows
    .filter(({ verdict }) => needsPerson(verdict.health) || rows.length === 1)
    .map((row) => forOperator(row, words, now));
  const rest = words.t('report.rest', { count: rows.length - lines.length });
  const parts = [
    title,
    headlineOf(counts, words),
    ...lines,
    rows.length > lines.length ? rest : '',
  ];
  return withNeededMarks(parts.filter(Boolean).join('\n'));
};
