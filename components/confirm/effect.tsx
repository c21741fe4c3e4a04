import type { Capacity, ChangePlan } from '#model';
import { useConfirm } from './context.ts';
import type { ConfirmWords } from './words.ts';

const bottleneckText = ({ bottleneck }: Capacity, isSame: boolean, words: ConfirmWords): string => {
  if (bottleneck === null) {
    return words.t(isSame ? 'confirm.effect.sameFree' : 'confirm.effect.free');
  }
  return words.t(isSame ? 'confirm.effect.same' : 'confirm.effect.then', {
    bottleneck: words.t(`confirm.constraint.${bottleneck}`),
  });
};

const PREVENTING = ['pause_campaign', 'pause_inbox'];

/** What today's forecast says of the changes, their mails added up. */
export const Effect = ({ plans }: { readonly plans: readonly ChangePlan[] }) => {
  const { model, words } = useConfirm();
  const effects = plans.flatMap(({ effect }) => effect ?? []);
  const sum = (side: 'before' | 'after'): number =>
    Math.round(effects.reduce((total, effect) => total + effect[side].today.mean, 0));
  const [only] = effects;
  const [before, after] = [sum('before'), sum('after')];
  const isPrevented = plans.every(({ change }) => PREVENTING.includes(change.kind));
  const isAssumed = effects.some((effect) => effect.after.assumed.length > 0);
  return (
    <section class="effect" aria-labelledby="effect" aria-live="polite" data-effect>
      <h2 id="effect">{words.t('confirm.effect')}</h2>
      {model.prediction.value === 'none' || !only ? (
        <p>{words.t('confirm.effect.none')}</p>
      ) : (
        <>
          <p class="figures">
            <b>{words.number(before)}</b> <span aria-hidden="true">→</span>
            <span class="hidden">{words.t('confirm.to')}</span> <b>{words.number(after)}</b>{' '}
            {words.t('confirm.mailsToday')}
          </p>
          {effects.length === 1 && !isPrevented && (
            <p>{bottleneckText(only.after, before === after, words)}</p>
          )}
          {isAssumed && <p class="note">{words.t('confirm.effect.assumed')}</p>}
          {effects.length < plans.length && (
            <p class="note">
              {words.t('confirm.effect.rest', { count: plans.length - effects.length })}
            </p>
          )}
        </>
      )}
    </section>
  );
};
