import { HEALTHS, type Health, type WorkspaceId } from '#model';
import { nameText } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { isoTime } from '../iso-time.ts';
import { usePopup } from './context.ts';

const WorkspaceChoice = () => {
  const { model, words } = usePopup();
  const all = model.allWorkspaces.value ?? [];
  const [only] = all;
  if (all.length === 1 && only) {
    return (
      <span class="workspace">
        <bdi>{nameText(only.name, words.t('popup.workspace'))}</bdi>
        {only.isDemo && <span class="tag">{words.t('popup.demo')}</span>}
      </span>
    );
  }
  return (
    <select
      class="workspace"
      aria-label={words.t('popup.workspace')}
      value={model.chosen.value ?? ''}
      onChange={({ currentTarget }) => {
        model.choose((currentTarget.value || null) as WorkspaceId | null);
      }}
    >
      <option value="">{words.t('popup.allWorkspaces')}</option>
      {all.map(({ id, name }) => (
        <option key={id} value={id}>
          {nameText(name, words.t('popup.workspace'))}
        </option>
      ))}
    </select>
  );
};

const Age = () => {
  const { model, words } = usePopup();
  const { checkedAt, now, check } = model;
  if (check.value === 'checking') return <span class="age">{words.t('popup.checking')}</span>;
  const at = checkedAt.value;
  return at === null ? (
    <span class="age">{words.t('popup.neverChecked')}</span>
  ) : (
    <time
      class="age"
      dateTime={isoTime(at)}
      title={model.isComplete.value ? words.clock(at, now.value) : undefined}
    >
      {words.t('popup.checked', { ago: words.ago(at, now.value) })}
    </time>
  );
};

/** Name of the workspace, age of what is shown, and the two buttons that are always there. */
export const Header = () => {
  const { model, words } = usePopup();
  const worst: Health = HEALTHS.find((health) => model.counts.value[health] > 0) ?? 'unknown';
  const isConnected = (model.allWorkspaces.value?.length ?? 0) > 0;
  return (
    <header>
      <Glyph health={worst} size={20} />
      {isConnected && <WorkspaceChoice />}
      {isConnected && <Age />}
      <span class="buttons">
        {isConnected && (
          <button
            type="button"
            class="icon"
            aria-label={words.t('popup.checkNow')}
            title={words.t('popup.checkNow')}
            aria-busy={model.check.value === 'checking'}
            onClick={model.checkNow}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path class="stroke" d="M13.2 8a5.2 5.2 0 1 1-1.5-3.7M12.2 1.6v3h-3" />
            </svg>
          </button>
        )}
        <button
          type="button"
          class="icon"
          aria-label={words.t('popup.settings')}
          title={words.t('popup.settings')}
          onClick={model.ports.openOptions}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path class="stroke" d="M2 4.5h5.2m3.6 0H14M2 11.5h3.2m3.6 0H14" />
            <circle class="stroke" cx="9" cy="4.5" r="1.8" />
            <circle class="stroke" cx="7" cy="11.5" r="1.8" />
          </svg>
        </button>
      </span>
    </header>
  );
};
