import type { basics } from '#locales/en/basics';
import type { marks } from '#locales/en/marks';
import type { MarksAnswer, MarkTold } from '#messages';
import type { CampaignMark, InboxMark, MarksFacts } from '#messages/guard';
import type { Cause, Health, InstantMs } from '#model';
import { type Catalogue, createWords, type Reader, type Words, withNeededMarks } from '#words';
import { isStale } from '../../components/report/index.ts';

type MarkWords = Words<typeof basics & typeof marks>;

const textOf = (words: MarkWords, health: Health, ...parts: readonly string[]): string => {
  const [reason, ...rest] = parts.filter(Boolean);
  const word = words.healthWord(health);
  const why = reason ? words.t('mark.why', { health: word, reason }) : word;
  return withNeededMarks([why, ...rest].join(' · '));
};

const ofCampaign = (mark: CampaignMark, words: MarkWords, now: InstantMs): MarkTold => {
  const { id, health, cause, nextSendAt } = mark;
  if (isStale(mark.checkedAt, now)) {
    return { id, health: 'unknown', text: textOf(words, 'unknown', words.t('mark.stale')) };
  }
  const text = textOf(
    words,
    health,
    cause ? words.cause(cause, now).headline : '',
    nextSendAt === null ? '' : words.t('mark.next', { until: words.until(nextSendAt, now) }),
  );
  return { id, health, text };
};

const ofInbox = (mark: InboxMark, words: MarkWords, now: InstantMs): MarkTold => {
  const { id, health, code, campaigns } = mark;
  // The causes of campaigns count inboxes; here it is the one.
  const cause = { code, params: { count: 1 } } as unknown as Cause;
  const affected = words.t('mark.affected', { count: campaigns });
  return { id, health, text: textOf(words, health, words.cause(cause, now).headline, affected) };
};

/** Puts what a list may be told into words, so that the content script carries none. `catalogue`: the packaged one. */
export const wordMarks = (
  facts: MarksFacts,
  catalogue: Catalogue,
  reader: Reader,
  now: InstantMs,
): MarksAnswer => {
  if (facts.kind === 'none') return facts;
  const words = createWords(catalogue as typeof basics & typeof marks, reader);
  const { named } = facts;
  if (facts.kind === 'inboxes') {
    const told = facts.marks.map((mark) => ofInbox(mark, words, now));
    return { kind: 'told', named, marks: told, summary: null };
  }
  const counts = (['blocked', 'degraded'] as const).filter((health) => facts.summary[health] > 0);
  const isOld = isStale(facts.checkedAt, now);
  const texts = isOld
    ? [textOf(words, 'unknown', words.t('mark.stale'))]
    : counts.map((health) => words.t(`mark.${health}`, { count: facts.summary[health] }));
  return {
    kind: 'told',
    named,
    marks: facts.marks.map((mark) => ofCampaign(mark, words, now)),
    summary: {
      health: isOld ? 'unknown' : (counts[0] ?? 'healthy'),
      text: texts.join(' · ') || words.t('mark.none'),
      title: words.t('mark.open'),
    },
  };
};
