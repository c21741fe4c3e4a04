/** Words of the panel in Instantly’s web app before there is an answer, or where none comes. */
export const panel = {
  'panel.title': 'Sendwatch',
  'panel.collapse': 'Collapse',
  'panel.expand': 'Sendwatch: show why',
  'panel.asking': 'Asking Sendwatch…',
  'panel.noAnswer': 'Sendwatch does not answer',
  'panel.noAnswerText': 'It may have been updated. Reload this page.',
} as const;
