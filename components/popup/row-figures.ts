import type { Counters, InstantMs, Verdict } from '#model';
import type { PopupWords } from './words.ts';

/** The right column of a row: a figure, what it is, how full the day's limit is (0 to 1), and the instant behind it. */
export interface RowFigures {
  readonly figure: string;
  readonly label: string;
  readonly filled: number | null;
  readonly at: InstantMs | null;
}

const NONE: RowFigures = { figure: '', label: '', filled: null, at: null };

const volume = ({ sentToday, limitPerDay }: Counters, words: PopupWords) => {
  if (sentToday === undefined) return { text: '', filled: null };
  const sent = words.number(sentToday);
  return limitPerDay
    ? {
        text: words.t('popup.sentOf', { sent, limit: words.number(limitPerDay) }),
        filled: Math.min(1, sentToday / limitPerDay),
      }
    : { text: words.t('popup.sent', { sent }), filled: null };
};

const whenOver = (verdict: Verdict, words: PopupWords, now: InstantMs): RowFigures => {
  const at = verdict.nextSendAt ?? verdict.clearsAt;
  const { text, filled } = volume(verdict.counters, words);
  if (at === null) return { ...NONE, figure: text };
  const label = words.t(verdict.nextSendAt === null ? 'popup.clearsThen' : 'popup.nextSend');
  return verdict.health === 'limited' && filled !== null
    ? { figure: words.until(at, now), label: text, filled, at }
    : { figure: words.until(at, now), label, filled: null, at };
};

/** What the right column says of a campaign: the figure that matters most for its health. */
export const figuresOf = (verdict: Verdict, words: PopupWords, now: InstantMs): RowFigures => {
  const { since, counters, lastKnown } = verdict;
  const lasting = { figure: words.duration(now - since), filled: null, at: since };
  switch (verdict.health) {
    case 'blocked':
      return { ...lasting, label: words.t('popup.notSending') };
    case 'degraded': {
      const loss = verdict.causes[0]?.loss;
      return loss
        ? {
            ...NONE,
            figure: words.t('popup.lost', { count: loss }),
            label: words.t('popup.lostVolume'),
          }
        : { ...lasting, label: words.t('popup.slowed') };
    }
    case 'unknown': {
      const at = lastKnown?.at ?? null;
      return at === null
        ? NONE
        : { ...NONE, figure: words.ago(at, now), label: words.t('popup.lastAnswer'), at };
    }
    case 'limited':
    case 'waiting':
      return whenOver(verdict, words, now);
    case 'healthy': {
      const { text } = volume(counters, words);
      return text ? { ...NONE, figure: text, label: words.t('popup.today') } : NONE;
    }
    case 'inactive':
      return NONE;
  }
};
