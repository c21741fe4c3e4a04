/** Words of the options page's sections beside the workspaces. */
export const optionsSections = {
  'keep.title': 'How keys are kept',
  'keep.persistent': 'In this browser profile',
  'keep.persistent.text':
    'Encrypted with a key that this browser does not hand out. Stays after a restart. Whoever can use this computer under your name can use it, too.',
  'keep.session': 'For this browser run only',
  'keep.session.text':
    'In memory, never on the disk. After a restart each key has to be entered again.',
  'keep.passphrase': 'Behind a passphrase',
  'keep.passphrase.text':
    'Encrypted with a passphrase that only you know. After a restart nothing is checked until it is entered. If it is lost, keys have to be entered again.',
  'keep.present': 'Present passphrase',
  'keep.new': 'New passphrase',
  'keep.repeat': 'New passphrase again',
  'keep.shortest': 'At least eight characters; a few words are better than one.',
  'keep.lockAfter': 'Lock by itself',
  'keep.lockAfter.15': 'after 15 minutes without you',
  'keep.lockAfter.60': 'after an hour without you',
  'keep.lockAfter.480': 'after eight hours without you',
  'keep.lockAfter.never': 'only when the browser closes',
  'keep.choose': 'Keep keys this way',
  'keep.change': 'Change passphrase',
  'keep.working': 'Encrypting the keys anew…',
  'keep.done': 'Keys are kept this way now.',
  'keep.lock': 'Lock now',
  'keep.locked': 'Keys are locked.',
  'keep.locked.text': 'Nothing is checked until the passphrase is entered.',
  'keep.lockedFirst': 'Unlock first; then this can be changed.',
  'keep.unknown': 'How keys are kept could not be read.',
  'keep.problem.wrong_passphrase': 'This is not the passphrase.',
  'keep.problem.passphrase_too_short': 'The passphrase has fewer than eight characters.',
  'keep.problem.locked': 'The keys are locked. Unlock them first.',
  'keep.problem.storage_failed': 'The browser could not store it. Everything is as it was.',
  'keep.problem.not_equal': 'The two new passphrases differ.',

  'checking.text':
    'Campaigns with a problem are asked about every minute, whatever is chosen here; those outside their sending hours seldom.',
  'checking.every': 'Ask about campaigns that send every',
  'checking.minutes': '{value:minute}',
  'checking.share': 'Use at most this share of Instantly’s limit',
  'checking.percent': '{value} %',
  'checking.shareText':
    'Instantly allows a workspace 6,000 requests a minute, shared by all tools that use its keys.',
  'checking.cost':
    'About {perMinute} requests a minute, {share:percent} of what Instantly allows; never more than {most}.',
  'checking.cost.busiest':
    'In the workspace with most campaigns about {perMinute} requests a minute, {share:percent} of what Instantly allows; never more than {most}.',
  'checking.cost.none': 'Never more than {most} requests a minute in any workspace.',
  'checking.stretched':
    'That share is too small for this rhythm: a round over all campaigns takes about {minutes:minute}.',

  'alerts.later':
    'Alerts come later. Until then the sign in the toolbar counts the campaigns that need you.',

  'look.theme': 'Theme',
  'look.theme.system': 'As the system',
  'look.theme.light': 'Light',
  'look.theme.dark': 'Dark',
  'look.density': 'Density',
  'look.density.comfortable': 'Comfortable',
  'look.density.compact': 'Compact',
  'look.language': 'Language',
  'look.language.system': 'As the browser',
  'look.language.en': 'English',
  'look.language.text': 'So far there is English only.',
  'look.timeFormat': 'Time',
  'look.timeFormat.system': 'As the browser',
  'look.timeFormat.h23': '24 hours ({sample})',
  'look.timeFormat.h12': '12 hours ({sample})',
  'look.areCampaignsMarked': 'In Instantly’s list of campaigns',
  'look.areCampaignsMarked.on': 'Mark how each campaign stands',
  'look.areInboxesMarked': 'In Instantly’s list of inboxes',
  'look.areInboxesMarked.on': 'Mark inboxes in trouble',
  'look.marks.off': 'Mark nothing',
  'look.panel': 'In Instantly’s pages',
  'look.panel.shown': 'Show why a campaign is not sending',
  'look.panel.hidden': 'Show nothing',
  'look.panel.text':
    'A panel on the page of each campaign. Its own menu docks it to another corner or hides it on one page.',

  'data.size': 'Sendwatch takes about {size} in this browser.',
  'data.size.unknown': 'How much room Sendwatch takes, the browser does not say.',
  'data.local': 'All of it is in this browser profile and nowhere else.',
  'data.export': 'Export',
  'data.export.text':
    'One JSON file: names of workspaces, settings, history, incidents, campaigns and inboxes as last seen. No key, and no part of one.',
  'data.export.all': 'Export all',
  'data.export.working': 'Gathering everything…',
  'data.export.done': 'Saved as {file}.',
  'data.export.failed': 'It could not be gathered. Nothing was saved.',
  'data.import': 'Import',
  'data.import.text':
    'Brings back settings, and the history of workspaces that are connected here. It only adds; nothing is lost. Connect a workspace first to get its history back.',
  'data.import.file': 'File to import',
  'data.import.reading': 'Reading the file…',
  'data.import.plan': 'From {at:clock}: {history}, {incidents}, {settings}.',
  'data.import.history': { one: '{count} change', other: '{count} changes' },
  'data.import.incidents': { one: '{count} past incident', other: '{count} past incidents' },
  'data.import.settings': { one: '{count} setting', other: '{count} settings' },
  'data.import.notConnected':
    'Not connected here, so their history stays out: {names}. Connect them and import again.',
  'data.import.go': 'Import this',
  'data.import.working': 'Importing, part {part} of {parts}…',
  'data.import.done': 'Imported: {history}, {incidents}, {settings}.',
  'data.import.failed':
    'It stopped half-way. What was there is all there; import the same file again.',
  'data.import.problem.too_large': 'This file is larger than any export (100 MB).',
  'data.import.problem.not_json': 'This is not a JSON file, or a part of it is missing.',
  'data.import.problem.not_ours': 'This file was not exported by Sendwatch.',
  'data.import.problem.newer_format':
    'A later Sendwatch wrote this file. Update Sendwatch, then import.',
  'data.import.problem.damaged': 'The file is damaged in its part “{part}”. Nothing was changed.',
  'data.import.problem.damagedAt':
    'The file is damaged in its part “{part}”, entry {place}. Nothing was changed.',
  'data.import.problem.unreadable': 'The browser could not read this file.',
  'data.erase': 'Erase all',
  'data.erase.text':
    'Keys, settings, history: everything Sendwatch has stored in this browser. Nothing changes in Instantly. It cannot be undone.',
  'data.erase.start': 'Erase all…',
  'data.erase.field': 'Type ERASE to confirm',
  'data.erase.word': 'ERASE',
  'data.erase.go': 'Erase everything',
  'data.erase.mismatch': 'Nothing was erased: the word does not match.',
  'data.erase.working': 'Erasing…',
  'data.erase.done': 'Everything is erased.',
  'data.erase.failed': 'Not everything could be erased. Close other Sendwatch pages and try again.',

  'about.version': 'Version {version}',
  'about.sent': 'What is sent where',
  'about.sent.api': 'To api.instantly.ai: your key, and questions about your own workspaces.',
  'about.sent.nobody':
    'To anybody else: nothing. There is no server of Sendwatch, no account, no statistics.',
  'about.sent.page':
    'On app.instantly.ai Sendwatch adds its panel. The page gets the verdict of the campaign it shows, and no key.',
  'about.ai': 'Campaigns of Instantly’s AI agents',
  'about.ai.text':
    'Instantly leaves them out of its list of campaigns, so Sendwatch does not see them.',
  'about.links': 'Read more',
  'about.link.api': 'Instantly’s API',
  'about.link.limits': 'Its limits',
  'about.link.help': 'Instantly’s help centre',
} as const;
