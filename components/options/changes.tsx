import { API_KEYS_URL } from '../links.ts';
import { useOptions } from './context.ts';
import { Outcome } from './outcome.tsx';
import { ScopeList } from './scope-list.tsx';

/** What a key needs beside what it reads with (INSTANTLY.md 1.2). */
const SCOPES = ['campaigns:update', 'accounts:update'] as const;

const Switch = () => {
  const { model, words } = useOptions();
  const isOn = model.settings.value.areChangesAllowed;
  const change = model.settingChange.value;
  return (
    <div class="option" data-setting="areChangesAllowed">
      <input
        type="checkbox"
        id="set-areChangesAllowed"
        checked={isOn}
        aria-describedby="changes-text"
        onChange={({ currentTarget }) =>
          model.setSetting('areChangesAllowed', currentTarget.checked)
        }
      />
      <label for="set-areChangesAllowed">{words.t('changes.allow')}</label>
      <p class="small" id="changes-text">
        {words.t(isOn ? 'changes.allowed' : 'changes.readOnly')}
      </p>
      {change?.name === 'areChangesAllowed' && <Outcome outcome={change.outcome} />}
    </div>
  );
};

const Lacking = () => {
  const { model, words } = useOptions();
  const lacking = (model.workspaces.list.value ?? []).flatMap(({ id, name, missingScopes }) => {
    const scopes = SCOPES.filter((scope) => missingScopes.includes(scope));
    return scopes.length === 0 ? [] : [{ id, name, scopes }];
  });
  if (lacking.length === 0) return <p class="small">{words.t('changes.untried')}</p>;
  return (
    <ul>
      {lacking.map(({ id, name, scopes }) => (
        <li key={id} class="alert" data-lacking={id}>
          {words.t('changes.lacking', { name, scopes })}
        </li>
      ))}
    </ul>
  );
};

/** Whether Sendwatch may change anything at Instantly, what a key needs for it, and what protects from too much. */
export const ChangesSection = () => {
  const { words } = useOptions();
  return (
    <section id="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{words.t('options.section.changes')}</h2>
      <p>{words.t('changes.text')}</p>
      <div class="card">
        <Switch />
      </div>
      <div class="card">
        <h3>{words.t('changes.key')}</h3>
        <p>{words.t('changes.keyText')}</p>
        <ScopeList scopes={SCOPES} />
        <Lacking />
        <p>
          <a href={API_KEYS_URL} target="_blank" rel="noreferrer">
            {words.t('changes.makeKey')}
          </a>{' '}
          · <a href="#workspaces">{words.t('changes.putKey')}</a>
        </p>
      </div>
      <div class="card">
        <h3>{words.t('changes.care')}</h3>
        <ul class="care">
          {(['before', 'cap', 'many', 'once', 'undo'] as const).map((care) => (
            <li key={care}>{words.t(`changes.care.${care}`)}</li>
          ))}
        </ul>
      </div>
    </section>
  );
};
