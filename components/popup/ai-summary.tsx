import { useState } from 'preact/hooks';
import type { Verdict } from '#model';
import { tidy } from '#words';
import { usePopup } from './context.ts';
import { useLaterWords } from './later-words.ts';

type Asked =
  | { readonly kind: 'not_asked' | 'asking' | 'none' | 'failed' }
  | { readonly kind: 'answered'; readonly text: string };

const MOST_SUMMARY = 2000;

/** Instantly's own summary, asked for by a press and named as Instantly's. */
export const AiSummary = ({ verdict }: { readonly verdict: Verdict }) => {
  const { ports } = usePopup().model;
  const words = useLaterWords();
  const [asked, setAsked] = useState<Asked>({ kind: 'not_asked' });
  if (!ports.askAiSummary) return null;
  const ask = async () => {
    setAsked({ kind: 'asking' });
    try {
      const text = tidy(
        (await ports.askAiSummary?.(verdict.workspaceId, verdict.campaignId)) ?? '',
        MOST_SUMMARY,
      );
      setAsked(text === '' ? { kind: 'none' } : { kind: 'answered', text });
    } catch (error) {
      console.warn(error);
      setAsked({ kind: 'failed' });
    }
  };
  const canAsk = asked.kind === 'not_asked' || asked.kind === 'failed';
  return (
    <div class="ai">
      {canAsk && (
        <button type="button" class="button" data-ask-ai onClick={ask}>
          {words.t('popup.ai.ask')}
        </button>
      )}
      <div aria-live="polite">
        {asked.kind === 'answered' ? (
          <figure>
            <figcaption>{words.t('popup.ai')}</figcaption>
            <blockquote dir="auto">{asked.text}</blockquote>
          </figure>
        ) : (
          asked.kind !== 'not_asked' && <p>{words.t(`popup.ai.${asked.kind}`)}</p>
        )}
      </div>
    </div>
  );
};
