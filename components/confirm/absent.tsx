import { useConfirm } from './context.ts';

/** Instead of a change: why there is none, and what to do about it. */
export const Absent = ({ kind }: { readonly kind: 'gone' | 'readOnly' | 'noAnswer' }) => {
  const { model, words } = useConfirm();
  return (
    <section data-absent={kind}>
      <h1>{words.t(`confirm.${kind}`)}</h1>
      <p>{words.t(`confirm.${kind}Text`)}</p>
      <p class="buttons">
        {kind === 'readOnly' && (
          <a class="button first" href="/options.html#changes" target="_blank" rel="noreferrer">
            {words.t('confirm.allow')}
          </a>
        )}
        <button type="button" class="button" onClick={model.ports.close}>
          {words.t('confirm.close')}
        </button>
      </p>
    </section>
  );
};
