import type { VaultAnswer } from '#messages';
import type { InstantMs, WorkspaceState } from '#model';
import type { OptionsWords } from './words.ts';

/** How a workspace stands, in words. What "locked" means depends on how keys are kept. */
export const stateText = (
  state: WorkspaceState,
  mode: VaultAnswer['mode'] | null,
  words: OptionsWords,
  now: InstantMs,
): string => {
  switch (state.kind) {
    case 'ok':
    case 'permission_missing':
      return words.t(`options.state.${state.kind}`);
    case 'locked':
      return words.t(mode === 'session' ? 'options.state.locked.session' : 'options.state.locked');
    case 'first_check':
      return state.found === 0
        ? words.t('options.state.first_check.start')
        : words.t('options.state.first_check', { checked: state.checked, found: state.found });
    case 'scope_missing':
      return words.t('options.state.scope_missing', { scopes: state.scopes });
    case 'rate_limited':
      return words.t('options.state.rate_limited', { until: state.until, now });
    default:
      return words.t(`options.state.${state.kind}`, { since: state.since, now });
  }
};
