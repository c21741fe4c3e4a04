/** Words of what a person asks of Instantly from a page: the AI summary, and why there is no answer. */
export const asking = {
  'ask.ai': 'Instantly’s AI summary',
  'ask.ai.ask': 'Ask for Instantly’s AI summary',
  'ask.ai.asking': 'Asking Instantly…',
  'ask.ai.none': 'Instantly has no summary of this campaign.',
  'ask.noAnswer': 'Sendwatch’s own background did not answer. Try again.',
  'ask.problem.key_rejected': 'Instantly rejected the key, so it is not asked. Replace the key.',
  'ask.problem.no_plan': 'This workspace has no plan with API access.',
  'ask.problem.scope_missing': 'The key may not read this. It needs {scopes}.',
  'ask.problem.not_found': 'Instantly no longer has this campaign.',
  'ask.problem.rate_limited': 'Instantly asks to slow down. Try again in a minute.',
  'ask.problem.slowDown': 'Instantly asks to slow down. Try again {until:until}.',
  'ask.problem.deferred': 'Instantly is not asked just now. Try again {until:until}.',
  'ask.problem.offline': 'This computer is offline. Try again when there is a connection.',
  'ask.problem.fault': 'Instantly did not answer. Try again.',
  'ask.problem.unreadable': 'Instantly answered something that cannot be read.',
  'ask.problem.superseded': 'The key was replaced meanwhile. Try again.',
  'ask.problem.locked': 'The keys are locked. Unlock them in the settings first.',
  'ask.problem.permission_missing':
    'The browser does not let Sendwatch reach api.instantly.ai. Allow it in the settings.',
  'ask.problem.demo': 'This is recorded demo data: there is nobody to ask.',
} as const;
