import { changesOfCampaigns } from './changes-campaigns.ts';
import { changesOfInboxes } from './changes-inboxes.ts';

/** What each kind of change is called: before it (`title`, `verb`), while it is made (`doing`) and after it (`done`). */
export const changeKinds = {
  ...changesOfCampaigns,
  ...changesOfInboxes,
  'change.several.title': { one: 'Make {count} change?', other: 'Make {count} changes?' },
  'change.several.verb': { one: 'Make {count} change', other: 'Make {count} changes' },
  'change.several.doing': { one: 'Making {count} change…', other: 'Making {count} changes…' },
  'change.several.done': { one: '{count} change made', other: '{count} changes made' },
} as const;
