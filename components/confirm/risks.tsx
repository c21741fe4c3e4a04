import type { ChangePlan } from '#model';
import { noteText } from '../changing/note-text.ts';
import { useConfirm } from './context.ts';

/** What speaks against the changes: each risk once, however many of them have it. */
export const Risks = ({ plans }: { readonly plans: readonly ChangePlan[] }) => {
  const { model, words } = useConfirm();
  const now = model.now.value;
  const said = new Map(
    plans
      .flatMap(({ risks }) => risks)
      .map((risk) => {
        const { headline, explanation } = noteText('risk', risk, words, now);
        return [`${headline} ${explanation}`, { code: risk.code, headline, explanation }] as const;
      }),
  );
  if (said.size === 0) return null;
  return (
    <section class="risks" aria-labelledby="risks">
      <h2 id="risks">{words.t('confirm.risks')}</h2>
      <ul>
        {[...said].map(([key, { code, headline, explanation }]) => (
          <li key={key} class="warning" data-risk={code}>
            <span class="hidden">{words.t('confirm.risk')} </span>
            <strong>{headline}</strong> {explanation}
          </li>
        ))}
      </ul>
    </section>
  );
};
