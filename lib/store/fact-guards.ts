import {
  ALERT_SEVERITIES,
  type CampaignFacts,
  type Cause,
  type Counters,
  HEALTHS,
  type InboxDay,
  type InboxFacts,
  type InboxTracking,
  type Incident,
  type KeyAbilities,
  type LastKnown,
  type SentSample,
  type Verdict,
} from '#model';
import {
  either,
  hasKind,
  isAbsent,
  isFlag,
  isNull,
  isNumber,
  isNumberOrNull,
  isObject,
  isText,
  isTextOrNull,
  isTexts,
  listOf,
  oneOf,
  recordOf,
  shape,
} from './guard.ts';

// What records are made of: facts and verdicts, as they were stored.

const isNumberOrNothing = either(isNumber, isNull, isAbsent);
const isFlagOrNothing = either(isFlag, isNull, isAbsent);
const isWordOrUnseen = either(isText, isObject, isNull, isAbsent);
export const isHealth = oneOf(HEALTHS);
const isSeverity = oneOf([...ALERT_SEVERITIES, 'ok']);
export const isParams = recordOf(either(isText, isNumber, isFlag, isNull, isTexts));

const isCause = shape<Cause>({
  code: isText,
  severity: isSeverity,
  params: isParams,
  loss: isNumberOrNull,
  clearsAt: isNumberOrNull,
  needsPerson: isFlag,
  actions: isTexts,
});

const isCounters = shape<Counters>({
  sentToday: isNumberOrNothing,
  limitPerDay: isNumberOrNothing,
  newLeadsToday: isNumberOrNothing,
  newLeadsPerDay: isNumberOrNothing,
  inboxes: either(isObject, isAbsent),
  followUpsWaiting: isNumberOrNothing,
  nextFollowUpAt: isNumberOrNothing,
});

const isLastKnown = shape<LastKnown>({ health: isHealth, code: isTextOrNull, at: isNumber });

export const isVerdict = shape<Verdict>({
  workspaceId: isText,
  campaignId: isText,
  name: isText,
  health: isHealth,
  code: isTextOrNull,
  causes: listOf(isCause),
  since: isNumber,
  observedAt: isNumber,
  nextSendAt: isNumberOrNull,
  clearsAt: isNumberOrNull,
  capacity: either(isObject, isNull),
  counters: isCounters,
  lastKnown: either(isLastKnown, isNull),
});

export const isIncident = shape<Incident>({
  id: isText,
  code: isText,
  severity: isSeverity,
  subject: hasKind,
  params: isParams,
  campaignIds: isTexts,
  loss: isNumberOrNull,
  restores: isNumber,
  since: isNumber,
  clearsAt: isNumberOrNull,
  actions: isTexts,
});

export const isCampaignFacts = shape<CampaignFacts>({
  id: isText,
  workspaceId: isText,
  name: isText,
  lifecycle: isWordOrUnseen,
  notSendingReason: isWordOrUnseen,
  schedule: either(isObject, isAbsent),
  inboxes: isTexts,
  tagIds: isTexts,
  limitPerDay: isNumberOrNothing,
  newLeadsPerDay: isNumberOrNothing,
  gapMinutes: isNumberOrNothing,
  randomGapMinutes: isNumberOrNothing,
  isPrioritizingNewLeads: isFlagOrNothing,
  isEspMatching: isFlagOrNothing,
  isBounceProtectOff: isFlagOrNothing,
  isEvergreen: isFlagOrNothing,
  createdAt: isNumberOrNothing,
  updatedAt: isNumberOrNothing,
});

const isTracking = shape<InboxTracking>({ host: isText, status: isTextOrNull });

export const isInboxFacts = shape<InboxFacts>({
  workspaceId: isText,
  address: isText,
  status: isWordOrUnseen,
  smtpMessage: either(isObject, isAbsent),
  warmupStatus: isWordOrUnseen,
  warmupScore: isNumberOrNothing,
  provider: isWordOrUnseen,
  isSetupPending: isFlagOrNothing,
  limitPerDay: isNumberOrNothing,
  gapMinutes: isNumberOrNothing,
  isSlowRamp: isFlagOrNothing,
  tracking: either(isTracking, isNull, isAbsent),
  tagIds: isTexts,
  readAt: isNumber,
});

export const isAbilities = shape<KeyAbilities>({
  readCampaigns: isFlagOrNothing,
  readInboxes: isFlagOrNothing,
  readWorkspace: isFlagOrNothing,
  readSubsequences: isFlagOrNothing,
  readTags: isFlagOrNothing,
  readAnalytics: isFlagOrNothing,
});

export const isSentSample = shape<SentSample>({ at: isNumber, sent: isNumber });

export const isInboxDay = shape<InboxDay>({
  address: isText,
  date: isText,
  sent: isNumberOrNothing,
  bounced: isNumberOrNothing,
});
