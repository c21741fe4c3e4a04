/** What is sent to chats: packaged as a file, for the background alone says it. */
export const webhooks = {
  'webhook.test': 'Sendwatch reaches this channel',
  'webhook.test.line': 'This is a test. Notices about campaigns will come here.',
  'webhook.campaigns': { one: '{count} campaign', other: '{count} campaigns' },
  'webhook.problem': '{subject:text}: {headline:text}',
  'webhook.problem.again': 'Still: {subject:text}: {headline:text}',
  'webhook.recovery': '{subject:text}: over, “{headline:text}”',
  'webhook.summary': { one: '{count} campaign needs you', other: '{count} campaigns need you' },
  'webhook.digest': {
    one: 'Today: {count} campaign needs you',
    other: 'Today: {count} campaigns need you',
  },
  'webhook.fine': { one: '{count} is fine', other: '{count} are fine' },
  'webhook.silenced': { one: '{count} is silenced', other: '{count} are silenced' },
  'webhook.dry': {
    one: '{count} runs out of leads on {date}',
    other: '{count} run out of leads on {date}',
  },
  'webhook.workspace': 'Workspace: {name:text}',
  'webhook.loss': { one: '{count} mail lost today', other: '{count} mails lost today' },
  'webhook.named': '• {name:text}',
  'webhook.more': { one: 'and {count} more', other: 'and {count} more' },
  'webhook.inboxes': 'Inboxes: {inboxes}',
} as const;
