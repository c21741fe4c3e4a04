import type { AlertRules, Silence, SilenceKind, SilenceScope, SnoozeChoice } from '#model';

/** Messages about what a person is told, and by which way. `ok` false: the browser could not store it; nothing changed. */
export interface AlertMessages {
  'alerts.setRules': {
    request: { readonly rules: AlertRules };
    answer: { readonly ok: boolean };
  };
  /** Switches desktop notifications on or off. The page has asked for the permission before. */
  'alerts.setNotifying': {
    request: { readonly isOn: boolean };
    answer: { readonly ok: boolean };
  };
  /** Shows one notification, to see whether the computer lets it through. */
  'alerts.tryNotification': { request: Record<string, never>; answer: { readonly ok: boolean } };
  /** `silence` null: there is nothing to silence any more. A new one of the same scope replaces the former. */
  'alerts.silence': {
    request: {
      readonly kind: SilenceKind;
      readonly scope: SilenceScope;
      readonly until: SnoozeChoice | null;
      readonly note: string;
    };
    answer: { readonly ok: boolean; readonly silence: Silence | null };
  };
  'alerts.unsilence': { request: { readonly id: string }; answer: { readonly ok: boolean } };
}
