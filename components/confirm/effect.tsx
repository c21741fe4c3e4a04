import type { Capacity } from '#model';
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

/** What today's forecast says of all the changes together. */
export const Effect = () => {
  const { model, words } = useConfirm();
  const effect = model.effect.value;
  const isPrevented = model.wanted.value.every(({ change }) => PREVENTING.includes(change.kind));
  const mailsOf = ({ today }: Capacity): number => Math.round(today.mean);
  return (
    <section class="effect" aria-labelledby="effect" aria-live="polite" data-effect>
      <h2 id="effect">{words.t('confirm.effect')}</h2>
      {model.prediction.value === 'none' || !effect ? (
        <p>{words.t('confirm.effect.none')}</p>
      ) : (
        <>
          <p class="figures">
            <b>{words.number(mailsOf(effect.before))}</b> <span aria-hidden="true">→</span>
            <span class="hidden">{words.t('confirm.to')}</span>{' '}
            <b>{words.number(mailsOf(effect.after))}</b>{' '}
            {effect.campaigns > 1
              ? words.t('confirm.mailsTodayOf', { count: effect.campaigns })
              : words.t('confirm.mailsToday')}
          </p>
          {effect.campaigns === 1 && !isPrevented && (
            <p>
              {bottleneckText(
                effect.after,
                mailsOf(effect.before) === mailsOf(effect.after),
                words,
              )}
            </p>
          )}
          {effect.after.assumed.length > 0 && (
            <p class="note">{words.t('confirm.effect.assumed')}</p>
          )}
        </>
      )}
    </section>
  );
};
