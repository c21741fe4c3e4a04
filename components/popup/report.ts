import type { InstantMs, Verdict } from '#model';
import { isolate, nameText, type Reader, withNeededMarks } from '#words';
import { campaignUrl } from '../links.ts';
import { capacityText, followUpsText, inboxPartsOf } from './figures-words.ts';
import { createReportWords, type ReportWords } from './report-words.ts';

/** Who is spoken to: colleagues, who need codes and figures, or a client, who needs plain words. */
export type Voice = 'operator' | 'client';

const MOST_NAME = 200;

const used = (
  count: number | undefined,
  limit: number | null | undefined,
  words: ReportWords,
): string | null => {
  if (count === undefined) return null;
  const sent = words.number(count);
  return limit && limit > 0 ? words.t('popup.sentOf', { sent, limit: words.number(limit) }) : sent;
};

const figuresOf = ({ counters, capacity }: Verdict, words: ReportWords, now: InstantMs) => {
  const { sentToday, limitPerDay, newLeadsToday, newLeadsPerDay, inboxes } = counters;
  const sent = used(sentToday, limitPerDay, words);
  const newLeads = used(newLeadsToday, newLeadsPerDay, words);
  const parts = inboxPartsOf(inboxes, words).map(({ text }) => text);
  const list = new Intl.ListFormat(words.locale).format(parts);
  return [
    sent === null ? '' : words.t('popup.report.sent', { sent }),
    newLeads === null ? '' : words.t('popup.report.newLeads', { sent: newLeads }),
    parts.length === 0 ? '' : words.t('popup.report.inboxes', { parts: list }),
    followUpsText(counters, words, now),
    capacityText(capacity, words),
  ].filter(Boolean);
};

const forOperator = (verdict: Verdict, name: string, words: ReportWords, now: InstantMs) => {
  const { health, since, causes, campaignId } = verdict;
  const head = words.t('popup.report.line', {
    name,
    health: words.healthWord(health),
    since: words.duration(now - since),
  });
  const reasons = causes.map((cause, index) => {
    const { headline, explanation, advice } = words.cause(cause, now);
    const until = cause.clearsAt === null ? '' : words.until(cause.clearsAt, now);
    const sentences = [
      `${headline} [${isolate(cause.code)}]`.trim(),
      explanation,
      // Many explanations say it themselves.
      until === '' || explanation.includes(until) ? '' : words.t('popup.clears', { until }),
      cause.loss ? words.t('popup.lostToday', { count: cause.loss }) : '',
      advice,
    ];
    return `${index + 1}. ${sentences.filter(Boolean).join(' · ')}`;
  });
  return [head, ...reasons, ...figuresOf(verdict, words, now), campaignUrl(campaignId)].join('\n');
};

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
      ? forOperator(verdict, name, words, now)
      : forClient(verdict, name, words, now),
  );
};
