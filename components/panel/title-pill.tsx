import type { Health, InstantMs, Verdict } from '#model';
import { Glyph } from '../glyph/index.tsx';
import { saidOf } from './answer.tsx';
import type { AnswerWords } from './words.ts';

interface PillProps {
  readonly verdict: Verdict;
  readonly health: Health;
  readonly words: AnswerWords;
  readonly now: InstantMs;
}

/** Health in a word, and when it sends again or why not. */
export const pillText = ({ verdict, health, words, now }: PillProps): string => {
  const { nextSendAt } = verdict;
  const word = words.healthWord(health);
  const detail =
    nextSendAt === null || nextSendAt <= now
      ? saidOf({ verdict, words, now })[0]
      : words.t('panel.nextSend', { until: words.until(nextSendAt, now) });
  return detail === word ? word : words.t('panel.pill', { health: word, detail });
};

/** The health of a campaign as it stands beside its title: it says, and does nothing. */
export const TitlePill = (props: PillProps) => (
  <span class="pill">
    <Glyph health={props.health} size={14} />
    <span>{pillText(props)}</span>
  </span>
);
