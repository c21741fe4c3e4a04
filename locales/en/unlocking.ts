/** What every surface says that can unlock the keys. */
export const unlocking = {
  'unlock.passphrase': 'Passphrase',
  'unlock.do': 'Unlock',
  'unlock.doing': 'Unlocking…',
  'unlock.problem.wrong_passphrase': 'This is not the passphrase.',
  'unlock.problem.failed': 'The browser could not do it. The keys are still locked.',
  'unlock.problem.no_answer': 'Sendwatch’s own background did not answer. Try again.',
} as const;
