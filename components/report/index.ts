import type { InstantMs, Verdict } from '#model';
import { isolate } from '#words';
import { campaignUrl } from '../links.ts';
import { capacityText, type FiguresWords, followUpsText, inboxPartsOf } from './figures.ts';

// Who words what is known must not word what is old as the present.
export { freshen, isStale } from '../freshness.ts';
export {
  capacityText,
  type FiguresWords,
  followUpsText,
  inboxPartsOf,
} from './figures.ts';

const used = (
  count: number | undefined,
  limit: number | null | undefined,
  words: FiguresWords,
): string | null => {
  if (count === undefined) return null;
  const sent = words.number(count);
  return limit && limit > 0 ? words.t('popup.sentOf', { sent, limit: words.number(limit) }) : sent;
};

const figuresOf = ({ counters, capacity }: Verdict, words: FiguresWords, now: InstantMs) => {
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

/**
 * What is known of a campaign, line by line, for colleagues who need codes and figures. `name`: the campaign's, as it
 * is to be read. For clipboards pass it through `withNeededMarks`.
 */
export const operatorReport = (
  verdict: Verdict,
  name: string,
  words: FiguresWords,
  now: InstantMs,
): string => {
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
