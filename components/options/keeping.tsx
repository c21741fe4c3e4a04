import { useState } from 'preact/hooks';
import type { VaultAnswer, VaultChoice } from '#messages';
import { useOptions } from './context.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { VaultProblem } from './vault-problem.tsx';

type Mode = VaultChoice['mode'];
const MODES = ['persistent', 'session', 'passphrase'] as const satisfies readonly Mode[];
/** As the vault has it (NIST SP 800-63B 5.1.1.2); it judges again. */
const SHORTEST = 8;

const textIn = (data: FormData, name: string): string => String(data.get(name) ?? '');

const choiceIn = (data: FormData, mode: Mode): VaultChoice => {
  if (mode !== 'passphrase') return { mode };
  const minutes = Number(textIn(data, 'lockAfter'));
  return {
    mode,
    passphrase: textIn(data, 'new'),
    lockAfterMinutes: minutes > 0 ? minutes : null,
  };
};

const ModeChoice = ({
  mode,
  chosen,
  choose,
}: {
  readonly mode: Mode;
  readonly chosen: Mode;
  readonly choose: (mode: Mode) => void;
}) => {
  const { words } = useOptions();
  return (
    <div class="option">
      <input
        type="radio"
        id={`keep-${mode}`}
        name="mode"
        value={mode}
        checked={mode === chosen}
        aria-describedby={`keep-${mode}-text`}
        onChange={() => choose(mode)}
      />
      <label for={`keep-${mode}`}>{words.t(`keep.${mode}`)}</label>
      <p class="small" id={`keep-${mode}-text`}>
        {words.t(`keep.${mode}.text`)}
      </p>
    </div>
  );
};

const Chooser = ({ vault }: { readonly vault: VaultAnswer }) => {
  const { model, words } = useOptions();
  const [chosen, setChosen] = useState<Mode>(vault.mode);
  const { changing, setMode, refuse, lock } = model.vault;
  const isAsking = changing.value.kind === 'asking';
  const isPassphrase = chosen === 'passphrase';
  const hasPassphrase = vault.mode === 'passphrase';
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const data = new FormData(form);
    const choice = choiceIn(data, chosen);
    if (choice.mode === 'passphrase') {
      if (choice.passphrase !== textIn(data, 'repeat')) return refuse('not_equal');
      if ([...choice.passphrase.normalize('NFKC')].length < SHORTEST) {
        return refuse('passphrase_too_short');
      }
    }
    const present = hasPassphrase ? textIn(data, 'present') : undefined;
    if (await setMode(choice, present)) {
      for (const input of form.querySelectorAll<HTMLInputElement>('[type=password]')) {
        input.value = '';
      }
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <fieldset class="choice">
        <legend class="hidden">{words.t('keep.title')}</legend>
        {MODES.map((mode) => (
          <ModeChoice key={mode} mode={mode} chosen={chosen} choose={setChosen} />
        ))}
      </fieldset>
      {(isPassphrase || hasPassphrase) && <NewPassphrase vault={vault} isChosen={isPassphrase} />}
      <div class="actions">
        {(chosen !== vault.mode || isPassphrase) && (
          <button type="submit" class="button first" disabled={isAsking}>
            {words.t(isPassphrase && hasPassphrase ? 'keep.change' : 'keep.choose')}
          </button>
        )}
        {hasPassphrase && (
          <button type="button" class="button" onClick={lock}>
            {words.t('keep.lock')}
          </button>
        )}
      </div>
      {isAsking && <progress aria-label={words.t('keep.working')} />}
      {changing.value.kind === 'done' && (
        <p role="status" class="good">
          {words.t('keep.done')}
        </p>
      )}
      <VaultProblem attempt={changing.value} />
    </form>
  );
};

/** How keys are kept, and the choice of another way. */
export const Keeping = () => {
  const { model, words } = useOptions();
  const vault = model.vault.state.value;
  return (
    <div class="card" data-mode={vault === null || vault === 'no_answer' ? undefined : vault.mode}>
      <h3>{words.t('keep.title')}</h3>
      {vault === null && <p aria-busy="true">{words.t('options.reading')}</p>}
      {vault === 'no_answer' && <p class="alert">{words.t('keep.unknown')}</p>}
      {vault !== null &&
        vault !== 'no_answer' &&
        (vault.state === 'locked' ? (
          <p>{words.t('keep.lockedFirst')}</p>
        ) : (
          <Chooser key={vault.mode} vault={vault} />
        ))}
    </div>
  );
};
