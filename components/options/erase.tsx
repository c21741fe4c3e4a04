import { useEffect, useRef } from 'preact/hooks';
import { useOptions } from './context.ts';

const Question = () => {
  const { model, words } = useOptions();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { erasing, erase } = model.data;
  return (
    <form
      class="question"
      onSubmit={(event) => {
        event.preventDefault();
        if (field.current?.value.trim() === words.t('data.erase.word')) void erase();
        else erasing.value = 'mismatch';
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') erasing.value = 'idle';
      }}
    >
      <label for="erase">{words.t('data.erase.field')}</label>
      <div class="field">
        <input ref={field} id="erase" type="text" autocomplete="off" spellcheck={false} />
        <button type="submit" class="button danger">
          {words.t('data.erase.go')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            erasing.value = 'idle';
          }}
        >
          {words.t('options.cancel')}
        </button>
      </div>
      {erasing.value === 'mismatch' && (
        <div role="alert" class="alert">
          {words.t('data.erase.mismatch')}
        </div>
      )}
    </form>
  );
};

const Outcome = () => {
  const { model, words } = useOptions();
  switch (model.data.erasing.value) {
    case 'asking':
      return <progress aria-label={words.t('data.erase.working')} />;
    case 'done':
      return (
        <p role="status" class="good">
          {words.t('data.erase.done')}
        </p>
      );
    case 'failed':
    case 'no_answer':
      return (
        <div role="alert" class="alert">
          {words.t('data.erase.failed')}
        </div>
      );
    default:
      return null;
  }
};

/** Erases everything that is stored, after its word was typed. */
export const Erase = () => {
  const { model, words } = useOptions();
  const { erasing } = model.data;
  const isAsked = erasing.value === 'asked' || erasing.value === 'mismatch';
  return (
    <div class="card">
      <h3>{words.t('data.erase')}</h3>
      <p>{words.t('data.erase.text')}</p>
      {isAsked && <Question />}
      {!isAsked && erasing.value !== 'asking' && (
        <div class="actions">
          <button
            type="button"
            class="button danger"
            onClick={() => {
              erasing.value = 'asked';
            }}
          >
            {words.t('data.erase.start')}
          </button>
        </div>
      )}
      <Outcome />
    </div>
  );
};
