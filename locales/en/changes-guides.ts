/** Short ways out of frequent causes, step by step. */
export const changeGuides = {
  'guide.title': 'Step by step',
  'guide.done': 'Done:',
  'guide.now': 'Now:',
  'guide.later': 'Then:',
  'guide.reconnect': 'Reconnect its inboxes',
  'guide.bounces': 'Get it out of bounce protection',
  'guide.limit': 'Let it send more today',
  'guide.leads': 'Give it new leads',
  'guide.reconnect.open': 'Open Email Accounts in Instantly.',
  'guide.reconnect.mend': 'Reconnect each of these; the password or consent has to be given anew.',
  'guide.reconnect.watch':
    'Nothing to do: Sendwatch looks every minute and says when it sends again.',
  'guide.bounces.mend':
    'Verify the list, and take out the addresses that do not exist. Otherwise they stop it again.',
  'guide.bounces.resume': 'Resume the campaign. Its protection stays off for 7 days.',
  'guide.bounces.watch':
    'Nothing to do: Sendwatch looks every minute and says when it sends again.',
  'guide.limit.change': 'Raise its limit, or wait: it sends again {at:clock}, {at:until}.',
  'guide.limit.change.bare': 'Raise its limit, or wait until tomorrow.',
  'guide.limit.watch': 'Nothing to do: Instantly takes up to 15 min to see the new limit.',
  'guide.leads.open': 'Add leads to it in Instantly.',
  'guide.leads.watch': 'Nothing to do: Sendwatch looks every minute and says when it sends again.',
  'guide.inboxUp': 'sends again',
  'guide.inboxDown': 'not yet',
  'guide.openAccounts': 'Inboxes in Instantly',
  'guide.openCampaign': 'Open in Instantly',
  'guide.sendingSince': 'Sending again since {at:clock}.',
  'guide.overSince': 'Over since {at:clock}; now: {health:text}.',
  'guide.show': 'Step by step',
} as const;
