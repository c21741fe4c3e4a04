/** Why a key was not accepted, and what to do. */
export const optionsProblems = {
  'problem.empty': 'There is no key in the field.',
  'problem.empty.advice': 'Paste the key that Instantly showed when it was made.',
  'problem.has_line_break': 'The key is broken over several lines.',
  'problem.has_line_break.advice': 'Copy it again, as one line.',
  'problem.not_printable': 'The key holds characters that no key has.',
  'problem.not_printable.advice': 'Copy it again with the copy button in Instantly.',
  'problem.too_long': 'This text is too long to be a key.',
  'problem.too_long.advice': 'Copy the key alone.',
  'problem.looks_like_placeholder': 'This is an example from a guide, not a key.',
  'problem.looks_like_placeholder.advice': 'Make a key of your own in Instantly and paste it.',
  'problem.key_rejected': 'Instantly does not accept this key.',
  'problem.key_rejected.advice':
    'Check that all of it was copied and that it was not deleted; Instantly shows a key only once, so you may have to make a new one.',
  'problem.no_plan': 'This workspace has no plan with API access.',
  'problem.no_plan.advice': 'Choose a plan in Instantly’s billing settings, then connect again.',
  'problem.server_fault': 'Instantly has a fault of its own right now.',
  'problem.server_fault.advice': 'The key may be right. Try again in a few minutes.',
  'problem.bad_body': 'Instantly answered something that could not be read.',
  'problem.bad_body.advice':
    'A proxy or a login page of your network may stand in between. Try again on another network.',
  'problem.scope_missing': 'The key is right, but may not read campaigns.',
  'problem.scope_missing.advice': 'Make a key with {scopes} and connect that one.',
  'problem.rate_limited': 'Instantly asks to slow down.',
  'problem.rate_limited.advice': 'Other tools use the same allowance. Try again {until:until}.',
  'problem.offline': 'This computer is offline.',
  'problem.offline.advice': 'Try again when there is a connection.',
  'problem.timeout': 'Instantly did not answer in time.',
  'problem.timeout.advice': 'Try again.',
  'problem.permission_missing': 'The browser does not let Sendwatch reach api.instantly.ai.',
  'problem.permission_missing.advice':
    'Allow access to api.instantly.ai in the browser’s settings for Sendwatch.',
  'problem.storage_failed': 'The browser could not store the key.',
  'problem.storage_failed.advice':
    'Make room on the disk and try again; in a private window Sendwatch cannot store anything.',
  'problem.said': 'Instantly says: {message}',
} as const;
