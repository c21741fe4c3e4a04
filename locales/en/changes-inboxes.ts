/** What each kind of change of inboxes is called; see `changes-kinds.ts`. */
export const changesOfInboxes = {
  'change.pause_inbox.title': { one: 'Pause {subject:text}?', other: 'Pause {count:inbox}?' },
  'change.pause_inbox.verb': { one: 'Pause inbox', other: 'Pause {count:inbox}' },
  'change.pause_inbox.doing': {
    one: 'Pausing {subject:text}…',
    other: 'Pausing {count:inbox}…',
  },
  'change.pause_inbox.done': { one: '{subject:text} is paused', other: '{count:inbox} paused' },
  'change.resume_inbox.title': { one: 'Resume {subject:text}?', other: 'Resume {count:inbox}?' },
  'change.resume_inbox.verb': { one: 'Resume inbox', other: 'Resume {count:inbox}' },
  'change.resume_inbox.doing': {
    one: 'Resuming {subject:text}…',
    other: 'Resuming {count:inbox}…',
  },
  'change.resume_inbox.done': {
    one: '{subject:text} is on again',
    other: '{count:inbox} on again',
  },
  'change.mark_inbox_fixed.title': {
    one: 'Mark {subject:text} as fixed?',
    other: 'Mark {count:inbox} as fixed?',
  },
  'change.mark_inbox_fixed.verb': { one: 'Mark as fixed', other: 'Mark {count:inbox} as fixed' },
  'change.mark_inbox_fixed.doing': {
    one: 'Marking {subject:text} as fixed…',
    other: 'Marking {count:inbox} as fixed…',
  },
  'change.mark_inbox_fixed.done': {
    one: '{subject:text} is marked as fixed',
    other: '{count:inbox} marked as fixed',
  },
  'change.set_inbox_limit.title': {
    one: 'Let {subject:text} send {limitPerDay} a day?',
    other: 'Set the daily limit of {count:inbox}?',
  },
  'change.set_inbox_limit.verb': { one: 'Set daily limit', other: 'Set {count} daily limits' },
  'change.set_inbox_limit.doing': {
    one: 'Setting the daily limit of {subject:text}…',
    other: 'Setting the daily limits of {count:inbox}…',
  },
  'change.set_inbox_limit.done': {
    one: '{subject:text} may send {limitPerDay} a day',
    other: 'Daily limits of {count:inbox} set',
  },
  'change.no_inbox_limit.title': {
    one: 'Take the daily limit off {subject:text}?',
    other: 'Take the daily limit off {count:inbox}?',
  },
  'change.no_inbox_limit.verb': {
    one: 'Take daily limit off',
    other: 'Take {count} daily limits off',
  },
  'change.no_inbox_limit.doing': {
    one: 'Taking the daily limit off {subject:text}…',
    other: 'Taking the daily limits off {count:inbox}…',
  },
  'change.no_inbox_limit.done': {
    one: '{subject:text} has no daily limit',
    other: 'Daily limits taken off {count:inbox}',
  },
  'change.set_inbox_gap.title': {
    one: 'Let {subject:text} wait {gapMinutes:minute} between mails?',
    other: 'Set the gap between mails of {count:inbox}?',
  },
  'change.set_inbox_gap.verb': { one: 'Set gap', other: 'Set {count} gaps' },
  'change.set_inbox_gap.doing': {
    one: 'Setting the gap of {subject:text}…',
    other: 'Setting the gaps of {count:inbox}…',
  },
  'change.set_inbox_gap.done': {
    one: '{subject:text} waits {gapMinutes:minute} between mails',
    other: 'Gaps of {count:inbox} set',
  },
  'change.turn_on_slow_ramp.title': {
    one: 'Turn slow ramp on for {subject:text}?',
    other: 'Turn slow ramp on for {count:inbox}?',
  },
  'change.turn_on_slow_ramp.verb': {
    one: 'Turn slow ramp on',
    other: 'Turn slow ramp on for {count}',
  },
  'change.turn_on_slow_ramp.doing': {
    one: 'Turning slow ramp on for {subject:text}…',
    other: 'Turning slow ramp on for {count:inbox}…',
  },
  'change.turn_on_slow_ramp.done': {
    one: '{subject:text} ramps up slowly',
    other: '{count:inbox} ramping up slowly',
  },
  'change.turn_off_slow_ramp.title': {
    one: 'Turn slow ramp off for {subject:text}?',
    other: 'Turn slow ramp off for {count:inbox}?',
  },
  'change.turn_off_slow_ramp.verb': {
    one: 'Turn slow ramp off',
    other: 'Turn slow ramp off for {count}',
  },
  'change.turn_off_slow_ramp.doing': {
    one: 'Turning slow ramp off for {subject:text}…',
    other: 'Turning slow ramp off for {count:inbox}…',
  },
  'change.turn_off_slow_ramp.done': {
    one: '{subject:text} sends up to its limit',
    other: '{count:inbox} sending up to their limits',
  },
  'change.turn_on_warmup.title': {
    one: 'Turn warmup on for {subject:text}?',
    other: 'Turn warmup on for {count:inbox}?',
  },
  'change.turn_on_warmup.verb': { one: 'Turn warmup on', other: 'Turn warmup on for {count}' },
  'change.turn_on_warmup.doing': {
    one: 'Turning warmup on for {subject:text}…',
    other: 'Turning warmup on for {count:inbox}…',
  },
  'change.turn_on_warmup.done': {
    one: '{subject:text} warms up',
    other: '{count:inbox} warming up',
  },
  'change.turn_off_warmup.title': {
    one: 'Turn warmup off for {subject:text}?',
    other: 'Turn warmup off for {count:inbox}?',
  },
  'change.turn_off_warmup.verb': { one: 'Turn warmup off', other: 'Turn warmup off for {count}' },
  'change.turn_off_warmup.doing': {
    one: 'Turning warmup off for {subject:text}…',
    other: 'Turning warmup off for {count:inbox}…',
  },
  'change.turn_off_warmup.done': {
    one: '{subject:text} does not warm up',
    other: '{count:inbox} without warmup',
  },
} as const;
