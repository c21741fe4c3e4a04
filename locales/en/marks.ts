/** Words of the marks in Instantly's lists: the background writes them. */
export const marks = {
  'mark.why': '{health}: {reason}',
  'mark.next': 'sends again {until}',
  'mark.stale': 'no fresh answer from Instantly',
  'mark.affected': { one: '{count} campaign affected', other: '{count} campaigns affected' },
  'mark.blocked': '{count} blocked',
  'mark.degraded': '{count} degraded',
  'mark.none': 'No campaign needs you',
  'mark.open': 'Open the Sendwatch dashboard. Campaigns of this page that are marked:',
} as const;
