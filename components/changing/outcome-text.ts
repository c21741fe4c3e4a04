import type { InstantMs } from '#model';
import type { ActionRecord } from '#store/read';
import { type NoteWords, noteText } from './note-text.ts';

/** What became of a change, in one line. */
export const outcomeText = (
  { outcome }: Pick<ActionRecord, 'outcome'>,
  words: NoteWords,
  now: InstantMs,
): string => {
  switch (outcome.kind) {
    case 'sent':
      return outcome.progressPercent === null
        ? words.t('outcome.sent')
        : words.t('outcome.sentPercent', { share: words.percent(outcome.progressPercent / 100) });
    case 'failed': {
      const { headline, explanation } = noteText('problem', outcome.note, words, now);
      return `${headline} ${explanation}`.trim();
    }
    default:
      return words.t(`outcome.${outcome.kind}`);
  }
};
