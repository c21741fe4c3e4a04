import { useId, useRef, useState } from 'preact/hooks';
import type { unlocking } from '#locales/en/unlocking';
import type { ExtensionTable, Send } from '#messages';

interface UnlockFormProps {
  readonly send: Send<ExtensionTable>;
  readonly words: { t(key: keyof typeof unlocking): string };
  onUnlocked(): void;
}

type Attempt = 'idle' | 'asking' | 'wrong_passphrase' | 'failed' | 'no_answer';

const tryToUnlock = async (
  send: Send<ExtensionTable>,
  passphrase: string,
): Promise<Attempt | 'done'> => {
  try {
    const answer = await send('vault.unlock', { passphrase });
    if (answer.ok) return 'done';
    return answer.problem === 'wrong_passphrase' ? 'wrong_passphrase' : 'failed';
  } catch (error) {
    console.warn(error);
    return 'no_answer';
  }
};

/** Asks for the passphrase. It goes from its field into one message and is nowhere else. */
export const UnlockForm = ({ send, words, onUnlocked }: UnlockFormProps) => {
  const [attempt, setAttempt] = useState<Attempt>('idle');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const isAsking = attempt === 'asking';
  const submit = async (): Promise<void> => {
    const input = field.current;
    if (input === null || isAsking) return;
    setAttempt('asking');
    const outcome = await tryToUnlock(send, input.value);
    setAttempt(outcome === 'done' ? 'idle' : outcome);
    if (outcome === 'done') {
      input.value = '';
      onUnlocked();
    } else input.focus();
  };
  return (
    <form
      class="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label for={id}>{words.t('unlock.passphrase')}</label>
      <div class="field">
        <input
          ref={field}
          id={id}
          type="password"
          autocomplete="current-password"
          aria-invalid={attempt === 'wrong_passphrase'}
        />
        <button type="submit" class="button first" disabled={isAsking}>
          {words.t('unlock.do')}
        </button>
      </div>
      {isAsking && <progress aria-label={words.t('unlock.doing')} />}
      {attempt !== 'idle' && !isAsking && (
        <div role="alert" class="alert">
          {words.t(`unlock.problem.${attempt}`)}
        </div>
      )}
    </form>
  );
};
