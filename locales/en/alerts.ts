/** What desktop notifications say. Names are untrusted and come in isolated. */
export const alerts = {
  'alerts.again': 'Still: {headline}',
  'alerts.over': 'Over: {headline}',
  'alerts.unworded': 'A campaign needs you',
  'alerts.unnamed': 'Unnamed campaign',
  'alerts.more': { one: '{name} and {count} more', other: '{name} and {count} more' },
  'alerts.lost': { one: '{count} mail lost today', other: '{count} mails lost today' },
  'alerts.summary': {
    one: '{count} campaign needs you',
    other: '{count} campaigns need you',
  },
  'alerts.summaryText': 'Several things failed at once.',
  'alerts.digest': {
    one: '{count} needs you, {fine} fine',
    other: '{count} need you, {fine} fine',
  },
  'alerts.digestFine': 'Nothing needs you, {fine} fine',
  'alerts.silenced': { one: '{count} silenced', other: '{count} silenced' },
  'alerts.dry': {
    one: '{count} runs out of leads on {day}',
    other: '{count} run out of leads on {day}',
  },
  'alerts.test': 'Sendwatch can reach you',
  'alerts.testText': 'This is how a campaign that needs you is told.',
} as const;
