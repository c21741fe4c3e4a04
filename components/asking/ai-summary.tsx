import { useState } from 'preact/hooks';
import type { AskProblem, ExtensionTable, Send } from '#messages';
import type { InstantMs, Verdict } from '#model';
import { tidy } from '#words';
import { type AskWords, problemText } from './problem-text.ts';

type Asked =
  | { readonly kind: 'not_asked' | 'asking' | 'none' | 'no_answer' }
  | { readonly kind: 'failed'; readonly problem: AskProblem }
  | { readonly kind: 'answered'; readonly text: string };

/** What asking for a summary needs of the page around it. */
export interface AiSummaryProps {
  readonly verdict: Pick<Verdict, 'workspaceId' | 'campaignId'>;
  readonly send: Send<ExtensionTable>;
  readonly words: AskWords;
  readonly now: InstantMs;
}

const MOST_SUMMARY = 2000;

const askedFor = async ({ verdict, send }: AiSummaryProps): Promise<Asked> => {
  const { workspaceId, campaignId } = verdict;
  try {
    const answer = await send('ask.aiSummary', { workspaceId, campaignId });
    if (!answer.ok) return { kind: 'failed', problem: answer.problem };
    const text = tidy(answer.summary ?? '', MOST_SUMMARY);
    return text === '' ? { kind: 'none' } : { kind: 'answered', text };
  } catch (error) {
    console.warn(error);
    return { kind: 'no_answer' };
  }
};

const Said = ({ asked, words, now }: { readonly asked: Asked } & AiSummaryProps) => {
  switch (asked.kind) {
    case 'not_asked':
      return null;
    case 'asking':
    case 'none':
      return <p>{words.t(`ask.ai.${asked.kind}`)}</p>;
    case 'no_answer':
      return <p>{words.t('ask.noAnswer')}</p>;
    case 'failed':
      return <p data-problem={asked.problem.kind}>{problemText(asked.problem, words, now)}</p>;
    case 'answered':
      return (
        <figure>
          <figcaption>{words.t('ask.ai')}</figcaption>
          <blockquote dir="auto">{asked.text}</blockquote>
        </figure>
      );
  }
};

/** Instantly's own summary, asked for by a press and named as Instantly's. */
export const AiSummary = (props: AiSummaryProps) => {
  const [asked, setAsked] = useState<Asked>({ kind: 'not_asked' });
  const ask = async () => {
    setAsked({ kind: 'asking' });
    setAsked(await askedFor(props));
  };
  const canAsk = ['not_asked', 'failed', 'no_answer'].includes(asked.kind);
  return (
    <div class="ai">
      {canAsk && (
        <button type="button" class="button" data-ask-ai onClick={ask}>
          {props.words.t('ask.ai.ask')}
        </button>
      )}
      <div aria-live="polite">
        <Said {...props} asked={asked} />
      </div>
    </div>
  );
};
