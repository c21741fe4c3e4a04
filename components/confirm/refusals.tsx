import type { ChangePlan } from '#model';
import { isolate } from '#words';
import { noteText } from '../changing/note-text.ts';
import { useConfirm } from './context.ts';

const NAMED = 5;

interface Refused {
  readonly code: string;
  readonly headline: string;
  readonly explanation: string;
  readonly instead: string;
  readonly subjects: string[];
}

/** Why changes are not made, and what to do instead; those with the same reason together. */
export const Refusals = () => {
  const { model, words } = useConfirm();
  const refused = model.refused.value;
  if (refused.length === 0) return null;
  const now = model.now.value;
  const byReason = new Map<string, Refused>();
  const add = ({ refusal, subject }: ChangePlan): void => {
    if (!refusal) return;
    const text = noteText('refusal', refusal, words, now);
    const key = `${text.headline} ${text.explanation}`;
    const known = byReason.get(key);
    if (known) known.subjects.push(subject);
    else byReason.set(key, { code: refusal.code, ...text, subjects: [subject] });
  };
  for (const plan of refused) add(plan);
  const hasOthers = model.wanted.value.length > 0;
  return (
    <section class="refusals">
      {hasOthers && <p>{words.t('confirm.refusedSome', { count: refused.length })}</p>}
      <ul>
        {[...byReason].map(([key, { code, headline, explanation, instead, subjects }]) => (
          <li key={key} class="warning" data-refusal={code}>
            <p>
              {!hasOthers && <span class="hidden">{words.t('confirm.refused')} </span>}
              <strong>{headline}</strong> {explanation}
            </p>
            {instead && (
              <p>
                <strong>{words.t('confirm.refused.instead')}</strong> {instead}
              </p>
            )}
            {model.plans.value.length > 1 && (
              <p class="note">
                {subjects
                  .slice(0, NAMED)
                  .map((subject) => isolate(subject, 80))
                  .join(', ')}
                {subjects.length > NAMED && ' …'}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
