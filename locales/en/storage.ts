/** What every surface says when the browser does not store. */
export const storage = {
  'storage.full': 'The disk is full',
  'storage.full.text':
    'Sendwatch cannot store what it finds: what is shown may be old. Make room on the disk, and it goes on by itself.',
  'storage.refused': 'This browser keeps nothing for Sendwatch',
  'storage.refused.text':
    'Keys and results are kept until the browser is closed, history is not kept at all. After a restart every key has to be entered again. Browsers do this when they are set to keep no history.',
} as const;
