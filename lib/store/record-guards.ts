import {
  type CampaignFacts,
  type Cause,
  type Counters,
  HEALTHS,
  type InboxDay,
  type InboxFacts,
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
  isObject,
  isText,
  listOf,
  oneOf,
  recordOf,
  shape,
} from './guard.ts';
import type {
  ActionRecord,
  CacheReset,
  FleetRecord,
  Head,
  HeadWorkspace,
  HistoryRecord,
  InboxFleetRecord,
  IncidentRecord,
  ObservationRecord,
  TagLabel,
  TokenBucketState,
  WorkspaceRecord,
} from './records.ts';

const isInstantOrNull = either(isNumber, isNull);
const isTextOrNull = either(isText, isNull);
const isNumberOrNothing = either(isNumber, isNull, isAbsent);
const isFlagOrNothing = either(isFlag, isNull, isAbsent);
const isTexts = listOf(isText);
const isWordOrUnseen = either(isText, isObject, isNull, isAbsent);
const isHealth = oneOf(HEALTHS);
const isSeverity = oneOf(['red', 'amber', 'blue', 'grey', 'ok']);
const isParams = recordOf(either(isText, isNumber, isFlag, isNull, isTexts));

const isCause = shape<Cause>({
  code: isText,
  severity: isSeverity,
  params: isParams,
  loss: isInstantOrNull,
  clearsAt: isInstantOrNull,
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

const isVerdict = shape<Verdict>({
  workspaceId: isText,
  campaignId: isText,
  name: isText,
  health: isHealth,
  code: isTextOrNull,
  causes: listOf(isCause),
  since: isNumber,
  observedAt: isNumber,
  nextSendAt: isInstantOrNull,
  clearsAt: isInstantOrNull,
  capacity: either(isObject, isNull),
  counters: isCounters,
  lastKnown: either(isLastKnown, isNull),
});

const isIncident = shape<Incident>({
  id: isText,
  code: isText,
  severity: isSeverity,
  subject: hasKind,
  params: isParams,
  campaignIds: isTexts,
  loss: isInstantOrNull,
  restores: isNumber,
  since: isNumber,
  clearsAt: isInstantOrNull,
  actions: isTexts,
});

const isCampaignFacts = shape<CampaignFacts>({
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

const isInboxFacts = shape<InboxFacts>({
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
  tagIds: isTexts,
  readAt: isNumber,
});

const isAbilities = shape<KeyAbilities>({
  readCampaigns: isFlagOrNothing,
  readInboxes: isFlagOrNothing,
  readWorkspace: isFlagOrNothing,
  readSubsequences: isFlagOrNothing,
  readTags: isFlagOrNothing,
  readAnalytics: isFlagOrNothing,
});

const isHeadWorkspace = shape<HeadWorkspace>({
  id: isText,
  name: isText,
  state: hasKind,
  checkedAt: isInstantOrNull,
  campaigns: isNumber,
  isDemo: isFlag,
});

export const isWorkspaceRecord = shape<WorkspaceRecord>({
  id: isText,
  name: isText,
  adminId: either(isText, isAbsent),
  keyTail: isText,
  generation: isNumber,
  state: hasKind,
  abilities: isAbilities,
  missingScopes: isTexts,
  connectedAt: isNumber,
  order: isNumber,
  isDemo: isFlag,
});

const isSentSample = shape<SentSample>({ at: isNumber, sent: isNumber });

const isInboxDay = shape<InboxDay>({
  address: isText,
  date: isText,
  sent: isNumberOrNothing,
  bounced: isNumberOrNothing,
});

export const isObservationRecord = shape<ObservationRecord>({
  workspaceId: isText,
  campaignId: isText,
  campaign: isCampaignFacts,
  listedAt: isNumber,
  reading: hasKind,
  leads: either(isObject, isNull),
  subsequences: either(listOf(isObject), isNull),
  sentChanges: listOf(isSentSample),
});

export const isFleetRecord = shape<FleetRecord>({
  workspaceId: isText,
  verdicts: listOf(isVerdict),
});

export const isInboxFleetRecord = shape<InboxFleetRecord>({
  workspaceId: isText,
  inboxes: listOf(isInboxFacts),
  days: listOf(isInboxDay),
  tags: listOf(shape<TagLabel>({ id: isText, label: isText })),
  readAt: isNumber,
});

export const isTokenBucketState = shape<TokenBucketState>({
  tokens: isNumber,
  updatedAt: isNumber,
  ratePerSecond: isNumber,
});

export const isHistoryRecord = shape<HistoryRecord>({
  workspaceId: isText,
  campaignId: isText,
  at: isNumber,
  health: isHealth,
  previousHealth: either(isHealth, isNull),
  code: isTextOrNull,
  causeCodes: isTexts,
});

export const isIncidentRecord = shape<IncidentRecord>({
  incident: isIncident,
  workspaceIds: isTexts,
  state: oneOf(['pending', 'firing', 'resolved']),
  acknowledgedAt: isInstantOrNull,
  snoozedUntil: isInstantOrNull,
  note: isText,
  resolvedAt: isInstantOrNull,
});

export const isActionRecord = shape<ActionRecord>({
  id: isText,
  setId: isText,
  workspaceId: isText,
  change: hasKind,
  subject: isText,
  at: isNumber,
  by: oneOf(['this_browser']),
  before: isParams,
  after: isParams,
  inverse: either(hasKind, isNull),
  undoesId: isTextOrNull,
  jobId: isTextOrNull,
  outcome: hasKind,
  outcomeAt: isNumber,
});

export const isCacheReset = shape<CacheReset>({
  at: isNumber,
  reason: oneOf(['newer_version', 'damaged']),
});

export const isHead = shape<Head>({
  silenced: shape<Head['silenced']>({ blocked: isNumber, degraded: isNumber }),
  version: (value) => value === 1,
  workspaces: listOf(isHeadWorkspace),
  counts: shape<Head['counts']>({
    blocked: isNumber,
    degraded: isNumber,
    unknown: isNumber,
    limited: isNumber,
    waiting: isNumber,
    healthy: isNumber,
    inactive: isNumber,
  }),
  rows: listOf(isVerdict),
  incidents: listOf(isIncident),
  headlines: isObject,
});
