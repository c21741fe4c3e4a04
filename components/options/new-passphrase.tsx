import { useState } from 'preact/hooks';
import type { VaultAnswer } from '#messages';
import { useOptions } from './context.ts';

const LOCK_AFTER = [15, 60, 480] as const;

const Field = ({
  name,
  label,
  autocomplete,
}: {
  readonly name: string;
  readonly label: string;
  readonly autocomplete: 'current-password' | 'new-password';
}) => (
  <div>
    <label for={`keep-${name}`}>{label}</label>
    <input id={`keep-${name}`} name={name} type="password" autocomplete={autocomplete} required />
  </div>
);

/** The fields for a passphrase: the present one where there is one, and a new one where one is wanted. */
export const NewPassphrase = ({
  vault,
  isChosen,
}: {
  readonly vault: VaultAnswer;
  readonly isChosen: boolean;
}) => {
  const { words } = useOptions();
  const [lockAfter, setLockAfter] = useState(String(vault.lockAfterMinutes ?? 0));
  return (
    <div class="fields">
      {vault.mode === 'passphrase' && (
        <Field name="present" label={words.t('keep.present')} autocomplete="current-password" />
      )}
      {isChosen && (
        <>
          <Field name="new" label={words.t('keep.new')} autocomplete="new-password" />
          <Field name="repeat" label={words.t('keep.repeat')} autocomplete="new-password" />
          <p class="small">{words.t('keep.shortest')}</p>
          <div>
            <label for="keep-lockAfter">{words.t('keep.lockAfter')}</label>
            <select
              id="keep-lockAfter"
              name="lockAfter"
              value={lockAfter}
              onChange={({ currentTarget }) => setLockAfter(currentTarget.value)}
            >
              {LOCK_AFTER.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {words.t(`keep.lockAfter.${minutes}`)}
                </option>
              ))}
              <option value="0">{words.t('keep.lockAfter.never')}</option>
            </select>
          </div>
        </>
      )}
    </div>
  );
};
