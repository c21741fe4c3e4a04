import { type Signal, signal } from '@preact/signals';

/** What the last "Check now" came to. */
export type CheckState = 'idle' | 'checking' | 'no_answer';

/** A check that a person asks for, one at a time. */
export interface CheckNow {
  readonly check: Signal<CheckState>;
  readonly checkNow: () => Promise<void>;
}

/** Makes it over what asks the background and waits until it has checked. */
export const createCheckNow = (ask: () => Promise<unknown>): CheckNow => {
  const check = signal<CheckState>('idle');
  return {
    check,
    checkNow: async () => {
      if (check.value === 'checking') return;
      check.value = 'checking';
      try {
        await ask();
        check.value = 'idle';
      } catch (error) {
        console.warn(error);
        check.value = 'no_answer';
      }
    },
  };
};
