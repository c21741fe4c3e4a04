/** What each kind of change of campaigns is called; see `changes-kinds.ts`. */
export const changesOfCampaigns = {
  'change.pause_campaign.title': {
    one: 'Pause “{subject:text}”?',
    other: 'Pause {count:campaign}?',
  },
  'change.pause_campaign.verb': { one: 'Pause campaign', other: 'Pause {count:campaign}' },
  'change.pause_campaign.doing': {
    one: 'Pausing “{subject:text}”…',
    other: 'Pausing {count:campaign}…',
  },
  'change.pause_campaign.done': {
    one: '“{subject:text}” is paused',
    other: '{count:campaign} paused',
  },
  'change.activate_campaign.title': {
    one: 'Resume “{subject:text}”?',
    other: 'Resume {count:campaign}?',
  },
  'change.activate_campaign.verb': { one: 'Resume campaign', other: 'Resume {count:campaign}' },
  'change.activate_campaign.doing': {
    one: 'Resuming “{subject:text}”…',
    other: 'Resuming {count:campaign}…',
  },
  'change.activate_campaign.done': {
    one: '“{subject:text}” is on again',
    other: '{count:campaign} on again',
  },
  'change.set_campaign_limit.title': {
    one: 'Let “{subject:text}” send {limitPerDay} a day?',
    other: 'Set the daily limit of {count:campaign}?',
  },
  'change.set_campaign_limit.verb': { one: 'Set daily limit', other: 'Set {count} daily limits' },
  'change.set_campaign_limit.doing': {
    one: 'Setting the daily limit of “{subject:text}”…',
    other: 'Setting the daily limits of {count:campaign}…',
  },
  'change.set_campaign_limit.done': {
    one: '“{subject:text}” may send {limitPerDay} a day',
    other: 'Daily limits of {count:campaign} set',
  },
  'change.no_campaign_limit.title': {
    one: 'Take the daily limit off “{subject:text}”?',
    other: 'Take the daily limit off {count:campaign}?',
  },
  'change.no_campaign_limit.verb': {
    one: 'Take daily limit off',
    other: 'Take {count} daily limits off',
  },
  'change.no_campaign_limit.doing': {
    one: 'Taking the daily limit off “{subject:text}”…',
    other: 'Taking the daily limits off {count:campaign}…',
  },
  'change.no_campaign_limit.done': {
    one: '“{subject:text}” has no daily limit',
    other: 'Daily limits taken off {count:campaign}',
  },
  'change.set_new_lead_limit.title': {
    one: 'Let “{subject:text}” begin with {limitPerDay} new leads a day?',
    other: 'Set the limit of new leads of {count:campaign}?',
  },
  'change.set_new_lead_limit.verb': {
    one: 'Set limit of new leads',
    other: 'Set {count} limits of new leads',
  },
  'change.set_new_lead_limit.doing': {
    one: 'Setting the limit of new leads of “{subject:text}”…',
    other: 'Setting the limits of new leads of {count:campaign}…',
  },
  'change.set_new_lead_limit.done': {
    one: '“{subject:text}” may begin with {limitPerDay} new leads a day',
    other: 'Limits of new leads of {count:campaign} set',
  },
  'change.no_new_lead_limit.title': {
    one: 'Take the limit of new leads off “{subject:text}”?',
    other: 'Take the limit of new leads off {count:campaign}?',
  },
  'change.no_new_lead_limit.verb': {
    one: 'Take limit of new leads off',
    other: 'Take {count} limits of new leads off',
  },
  'change.no_new_lead_limit.doing': {
    one: 'Taking the limit of new leads off “{subject:text}”…',
    other: 'Taking the limits of new leads off {count:campaign}…',
  },
  'change.no_new_lead_limit.done': {
    one: '“{subject:text}” has no limit of new leads',
    other: 'Limits of new leads taken off {count:campaign}',
  },
  'change.turn_on_esp_matching.title': {
    one: 'Turn provider matching on for “{subject:text}”?',
    other: 'Turn provider matching on for {count:campaign}?',
  },
  'change.turn_on_esp_matching.verb': {
    one: 'Turn matching on',
    other: 'Turn matching on for {count}',
  },
  'change.turn_on_esp_matching.doing': {
    one: 'Turning provider matching on for “{subject:text}”…',
    other: 'Turning provider matching on for {count:campaign}…',
  },
  'change.turn_on_esp_matching.done': {
    one: '“{subject:text}” matches providers',
    other: '{count:campaign} match providers',
  },
  'change.turn_off_esp_matching.title': {
    one: 'Turn provider matching off for “{subject:text}”?',
    other: 'Turn provider matching off for {count:campaign}?',
  },
  'change.turn_off_esp_matching.verb': {
    one: 'Turn matching off',
    other: 'Turn matching off for {count}',
  },
  'change.turn_off_esp_matching.doing': {
    one: 'Turning provider matching off for “{subject:text}”…',
    other: 'Turning provider matching off for {count:campaign}…',
  },
  'change.turn_off_esp_matching.done': {
    one: '“{subject:text}” sends to every provider',
    other: '{count:campaign} send to every provider',
  },
} as const;
