/** Buttons that open the window in which a change is confirmed, and why one does not. */
export const changeOffers = {
  'offer.group': 'Change at Instantly',
  'offer.pause_campaign': { one: 'Pause…', other: 'Pause {count}…' },
  'offer.activate_campaign': { one: 'Resume…', other: 'Resume {count}…' },
  'offer.raise_campaign_limit': 'Raise limit to {limitPerDay}…',
  'offer.lower_campaign_limit': 'Lower limit to {limitPerDay}…',
  'offer.raise_new_lead_limit': 'Raise new leads to {limitPerDay}…',
  'offer.turn_off_esp_matching': 'Turn matching off…',
  'offer.resume_inbox': { one: 'Resume inbox…', other: 'Resume {count} inboxes…' },
  'offer.pause_inbox': { one: 'Pause inbox…', other: 'Pause {count} inboxes…' },
  'offer.mark_inbox_fixed': {
    one: 'Mark inbox as fixed…',
    other: 'Mark {count} inboxes as fixed…',
  },
  'offer.set_inbox_limit': {
    one: 'Lower its limit to {limitPerDay}…',
    other: 'Lower their limits to {limitPerDay}…',
  },
  'offer.turn_off_slow_ramp': {
    one: 'Turn slow ramp off…',
    other: 'Turn slow ramp off for {count} inboxes…',
  },
  'offer.enable_warmup': {
    one: 'Turn warmup on…',
    other: 'Turn warmup on for {count} inboxes…',
  },
  'offer.disable_warmup': {
    one: 'Turn warmup off…',
    other: 'Turn warmup off for {count} inboxes…',
  },
  'offer.set_inbox_gap': 'Change its gap…',
  'offer.read_only': 'Changes are switched off: Sendwatch only watches.',
  'offer.allow': 'Switch them on',
  'offer.scope_missing': 'The key of this workspace may not change it: it lacks {scopes}.',
  'offer.demo': 'This is the demo: there is nothing to change at Instantly.',
  'offer.no_answer': 'The window to confirm it could not be opened. Nothing was changed.',
} as const;
