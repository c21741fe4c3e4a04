/** What chats are told beyond what a notification says: packaged as a file, for the background alone says it. */
export const webhooks = {
  'webhook.test': 'This is a test. Notices about campaigns will come here.',
  'webhook.problem': '{subject:text}: {headline:text}',
  'webhook.workspace': 'Workspace: {name:text}',
  'webhook.named': '• {name:text}',
  'webhook.more': { one: 'and {count} more', other: 'and {count} more' },
  'webhook.inboxes': 'Inboxes: {inboxes}',
} as const;
