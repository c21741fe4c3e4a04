/** What the toolbar icon says when pointed at. */
export const badge = {
  'badge.notConnected': 'Sendwatch: connect a workspace',
  'badge.keyProblem': 'Sendwatch: a workspace needs a new API key or a permission',
  'badge.firstCheck': 'Sendwatch: first check running',
  'badge.notFresh': 'Sendwatch: no fresh answer from Instantly',
  'badge.nothing': 'Sendwatch: no campaign needs you',
  'badge.needYou': {
    one: 'Sendwatch: {count} campaign needs you',
    other: 'Sendwatch: {count} campaigns need you',
  },
  'badge.nothingSilenced': 'Sendwatch: no campaign needs you, {silenced} silenced',
  'badge.needYouSilenced': {
    one: 'Sendwatch: {count} campaign needs you, {silenced} silenced',
    other: 'Sendwatch: {count} campaigns need you, {silenced} silenced',
  },
} as const;
