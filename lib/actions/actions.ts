import type { Change, ChangeKind, ChangeOf } from '#model';
import type { ActionDefinition } from './action-definition.ts';
import { activateCampaign } from './activate-campaign.ts';
import { markInboxFixed } from './mark-inbox-fixed.ts';
import { pauseCampaign } from './pause-campaign.ts';
import { pauseInbox } from './pause-inbox.ts';
import { resumeInbox } from './resume-inbox.ts';
import { setCampaignLimit } from './set-campaign-limit.ts';
import { setEspMatching } from './set-esp-matching.ts';
import { setInboxGap } from './set-inbox-gap.ts';
import { setInboxLimit } from './set-inbox-limit.ts';
import { setNewLeadLimit } from './set-new-lead-limit.ts';
import { setSlowRamp } from './set-slow-ramp.ts';
import { setWarmup } from './set-warmup.ts';

/** Every kind of change, each in a file of its own. */
export const ACTIONS: { readonly [Kind in ChangeKind]: ActionDefinition<ChangeOf<Kind>> } = {
  pause_campaign: pauseCampaign,
  activate_campaign: activateCampaign,
  set_campaign_limit: setCampaignLimit,
  set_new_lead_limit: setNewLeadLimit,
  set_esp_matching: setEspMatching,
  pause_inbox: pauseInbox,
  resume_inbox: resumeInbox,
  mark_inbox_fixed: markInboxFixed,
  set_inbox_limit: setInboxLimit,
  set_inbox_gap: setInboxGap,
  set_slow_ramp: setSlowRamp,
  set_warmup: setWarmup,
};

/** What is special about a change. */
export const definitionOf = (change: Change): ActionDefinition => ACTIONS[change.kind];
