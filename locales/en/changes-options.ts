/** Words of the options' section about changes to Instantly. */
export const changesOptions = {
  'options.section.changes': 'Changes',
  'changes.text':
    'Sendwatch can pause and resume campaigns and inboxes at Instantly, and set their limits, when you confirm it.',
  'changes.allow': 'Let me change things at Instantly from here',
  'changes.readOnly': 'Off: Sendwatch only watches, and no button of it changes anything.',
  'changes.allowed': 'On: every single change is still shown and confirmed before it is made.',
  'changes.key': 'What the key needs',
  'changes.keyText':
    'A key that only reads is enough to watch. To change something it needs, of these, the ones you use; all:all is never needed.',
  'changes.untried': 'Instantly tells whether a key has them when it is first used for a change.',
  'changes.lacking': 'The key of {name:text} lacks {scopes}.',
  'changes.makeKey': 'Make a key in Instantly',
  'changes.putKey': 'Put it in here',
  'changes.care': 'How mistakes are kept small',
  'changes.care.before':
    'Before anything is changed you see what it is now, what it will be, what that does to today’s mails, and what speaks against it.',
  'changes.care.cap':
    'More than 50 mails a day from one inbox has to be typed, not clicked: providers block mailboxes that send more to strangers. 30 is a good limit.',
  'changes.care.many': 'More than 10 changes at once are confirmed by typing how many.',
  'changes.care.once':
    'Each change is made once. If no answer comes, Sendwatch looks how it stands, and does not try again.',
  'changes.care.undo':
    'What was changed from here stands in the log, and can be undone as long as nobody has changed it since.',
} as const;
