/** A campaign's figures and costs in words, as an opened row, a copied report and the dashboard say them. */
export const figures = {
  'popup.clears': 'Clears {until}.',
  'popup.lostToday': { one: 'Costs {count} mail today.', other: 'Costs {count} mails today.' },
  'popup.inboxes.ramping': '{count} held back by slow ramp',
  'popup.atMost': 'at most {mails}',
  'popup.capacity': 'Could send {mails} today.',
  'popup.capacity.bound':
    'Could send {mails} today; bottleneck: {constraint}; {without} without it.',
  'popup.capacity.stopped': 'Sends no more today; {without} in all if it were running.',
  'popup.report.line': '{name:text}: {health} for {since}',
  'popup.report.sent': 'Sent today: {sent}',
  'popup.report.newLeads': 'New leads today: {sent}',
  'popup.report.inboxes': 'Inboxes: {parts}',
} as const;
