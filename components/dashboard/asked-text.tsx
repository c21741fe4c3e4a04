import type { ComponentChildren } from 'preact';
import type { Asked } from '../asking/asked.ts';
import { problemText } from '../asking/problem-text.ts';
import { useDashboard } from './context.ts';

interface AskedTextProps<Answer> {
  readonly asked: Asked<Answer>;
  /** What is said while Instantly is asked. */
  readonly asking: string;
  readonly told: (answer: Answer) => ComponentChildren;
}

/** What became of a question about inboxes, told as soon as it is known. */
export const AskedText = <Answer,>({ asked, asking, told }: AskedTextProps<Answer>) => {
  const { model, words } = useDashboard();
  const now = model.slowNow.value;
  const text = (): ComponentChildren => {
    switch (asked.kind) {
      case 'not_asked':
        return null;
      case 'asking':
        return <p>{asking}</p>;
      case 'no_answer':
        return <p data-problem="no_answer">{words.t('ask.noAnswer')}</p>;
      case 'failed':
        return (
          <p data-problem={asked.problem.kind}>
            {asked.problem.kind === 'not_found'
              ? words.t('inboxes.notThere')
              : problemText(asked.problem, words, now)}
          </p>
        );
      case 'answered':
        return (
          <>
            {told(asked.answer)}
            <p class="quiet">
              {words.t('vitals.read', { ago: words.ago(asked.at, Math.max(now, asked.at)) })}
            </p>
          </>
        );
    }
  };
  return (
    <div class="asked" aria-live="polite">
      {text()}
    </div>
  );
};
