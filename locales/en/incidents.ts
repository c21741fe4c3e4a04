/** Incidents: a cause that several campaigns share, in one line and one lever. */
export const incidents = {
  'incident.inboxes': {
    one: '{headline}: {count} campaign, {loss:mail} today.',
    other: '{headline}: {count} campaigns, {loss:mail} today.',
  },
  'incident.inboxes.bare': {
    one: '{headline}: {count} campaign.',
    other: '{headline}: {count} campaigns.',
  },
  'incident.domain': {
    one: '{headline} at {domain}: {count} campaign.',
    other: '{headline} at {domain}: {count} campaigns.',
  },
  'incident.provider': {
    one: '{headline}, all at {provider}: {count} campaign.',
    other: '{headline}, all at {provider}: {count} campaigns.',
  },
  'incident.tag': { one: '{headline}: {count} campaign.', other: '{headline}: {count} campaigns.' },
  'incident.workspace': {
    one: '{headline}: {count} campaign.',
    other: '{headline}: {count} campaigns.',
  },
  'incident.everything': '{headline}. Nothing below is judged until then.',
  'incident.lever.inbox_login_lost': {
    one: 'Reconnect {inboxes:inbox} and {count} campaign sends again.',
    other: 'Reconnect {inboxes:inbox} and {count} campaigns send again.',
  },
  'incident.lever.inboxes_disconnected': {
    one: 'Reconnect {inboxes:inbox} and {count} campaign sends again.',
    other: 'Reconnect {inboxes:inbox} and {count} campaigns send again.',
  },
  'incident.lever.inbox_bad_lead': {
    one: 'Mark {inboxes:inbox} as fixed and {count} campaign sends again.',
    other: 'Mark {inboxes:inbox} as fixed and {count} campaigns send again.',
  },
  'incident.lever.inbox_transient_error': {
    one: 'Resume {inboxes:inbox} and {count} campaign sends again.',
    other: 'Resume {inboxes:inbox} and {count} campaigns send again.',
  },
  'incident.lever.empty_tag': {
    one: 'Tag inboxes again and {count} campaign sends again.',
    other: 'Tag inboxes again and {count} campaigns send again.',
  },
  'incident.lever.other': {
    one: '{headline}: solve this and {count} campaign sends again.',
    other: '{headline}: solve this and {count} campaigns send again.',
  },
  'incident.lever.volume': {
    one: '{headline}: solve this and {count} more mail leaves today.',
    other: '{headline}: solve this and {count} more mails leave today.',
  },
} as const;
