import { useConfirm } from './context.ts';

/** Where a click is too easy: what a person has to type first. */
export const Typed = () => {
  const { model, words } = useConfirm();
  const wanted = model.toType.value;
  if (wanted === null) return null;
  return (
    <div class="typed">
      <label for="typed">{words.t('confirm.typed', { typed: wanted })}</label>
      <input
        id="typed"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={model.typed.value}
        onInput={({ currentTarget }) => {
          model.typed.value = currentTarget.value;
        }}
      />
    </div>
  );
};
