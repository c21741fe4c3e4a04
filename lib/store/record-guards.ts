import {
  isAbilities,
  isCampaignFacts,
  isHealth,
  isInboxDay,
  isInboxFacts,
  isIncident,
  isParams,
  isSentSample,
  isVerdict,
} from './fact-guards.ts';
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

const isHeadWorkspace = shape<HeadWorkspace>({
  id: isText,
  name: isText,
  state: hasKind,
  checkedAt: isNumberOrNull,
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
  acknowledgedAt: isNumberOrNull,
  snoozedUntil: isNumberOrNull,
  note: isText,
  resolvedAt: isNumberOrNull,
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
