import type { popupLater } from '#locales/en/popup-later';
import type { InstantMs, WorkspaceState } from '#model';
import type { Params } from '#words';

interface StateWords {
  t(key: keyof typeof popupLater, params?: Params): string;
}

/** What a surface can do about a workspace's state. */
interface StateActions {
  readonly openOptions: () => void;
  readonly requestAccess: () => Promise<boolean>;
  readonly checkNow: () => unknown;
}

/** Something that a person can press. */
export interface StateAction {
  readonly label: string;
  readonly act: () => void;
}

/** What a workspace's state means for the person who reads it; nothing where all is well. */
export const stateText = (state: WorkspaceState, words: StateWords, now: InstantMs): string => {
  switch (state.kind) {
    case 'ok':
      return '';
    case 'first_check':
      return state.found === 0
        ? words.t('state.first_check.start')
        : words.t('state.first_check.text', { checked: state.checked, found: state.found });
    case 'rate_limited':
      return words.t('state.rate_limited.text', { until: state.until, now });
    case 'scope_missing':
      return words.t('state.scope_missing.text', { scopes: state.scopes });
    case 'locked':
      return words.t('state.locked.text');
    case 'permission_missing':
      return words.t('state.permission_missing.text');
    default:
      return words.t(`state.${state.kind}.text`, { since: state.since, now });
  }
};

/** What a person does about a workspace's state; null where waiting, or unlocking, is all. */
export const stateAction = (
  { kind }: WorkspaceState,
  words: StateWords,
  { openOptions, requestAccess, checkNow }: StateActions,
): StateAction | null => {
  switch (kind) {
    case 'key_rejected':
    case 'scope_missing':
      return { label: words.t('state.replaceKey'), act: openOptions };
    case 'permission_missing':
      return {
        label: words.t('state.allowAccess'),
        // Browsers grant access only as the first thing that a click does.
        act: () => void requestAccess().then((isThere) => (isThere ? checkNow() : undefined)),
      };
    default:
      return null;
  }
};
