import { useRef } from 'preact/hooks';
import { usePopup } from './context.ts';
import { headlineOf } from './headline.ts';
import { useLaterWords } from './later-words.ts';

/** Tells those who do not see it what changed: the check, what the search left over, a new headline. */
export const Status = () => {
  const { model, words: first } = usePopup();
  const words = useLaterWords();
  const { check, filter, query, groups, verdicts, isComplete, counts, silencedCount } = model;
  const isNarrowed = filter.value.size > 0 || query.value !== '';
  const shown = groups.value.reduce((sum, group) => sum + group.verdicts.length, 0);
  const headline = headlineOf(counts.value, first, silencedCount.value);
  const opened = useRef<string | null>(null);
  if (isComplete.value) opened.current ??= headline;
  const isNews = opened.current !== null && opened.current !== headline;
  return (
    <div role="status" class={check.value === 'no_answer' ? 'status' : 'hidden'}>
      {check.value === 'no_answer' && words.t('popup.noAnswer')}
      {check.value === 'checking' && first.t('popup.checking')}
      {isNarrowed && words.t('popup.shown', { shown, count: verdicts.value.length })}
      {isNews && ` ${headline}`}
    </div>
  );
};
