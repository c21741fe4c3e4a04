import type {
  CampaignFacts,
  CampaignId,
  Cause,
  Counters,
  InboxAddress,
  Incident,
  Verdict,
  WorkspaceId,
} from '#model';
import type {
  ActionRecord,
  HistoryRecord,
  InboxFleetRecord,
  IncidentRecord,
  JournalRecord,
  ObservationRecord,
  WorkspaceRecord,
} from './records.ts';

// One full example of every record but those of alerts (alert-fixtures.ts), for the tests of this room.

export const T0 = 1_795_000_000_000;
const uuid = (family: number, n: number): string =>
  `0190${family.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const workspaceId = (n = 1): WorkspaceId => uuid(1, n) as WorkspaceId;
export const campaignId = (n = 1): CampaignId => uuid(2, n) as CampaignId;
const ADDRESS = 'anna@example.org' as InboxAddress;

export const sampleWorkspace = (parts: Partial<WorkspaceRecord> = {}): WorkspaceRecord => ({
  id: workspaceId(),
  name: 'Northwind Outbound',
  keyTail: 'x9Kq',
  generation: 1,
  state: { kind: 'ok' },
  abilities: {
    readCampaigns: true,
    readInboxes: true,
    readWorkspace: undefined,
    readSubsequences: false,
    readTags: undefined,
    readAnalytics: undefined,
  },
  missingScopes: ['subsequences:read'],
  connectedAt: T0,
  order: 0,
  isDemo: false,
  ...parts,
});

const CAMPAIGN: CampaignFacts = {
  id: campaignId(),
  workspaceId: workspaceId(),
  name: 'SaaS founders',
  lifecycle: 'active',
  notSendingReason: null,
  schedule: {
    startDate: null,
    endDate: '2026-12-31',
    entries: [
      {
        name: 'Weekdays',
        fromMinute: 540,
        toMinute: 1_020,
        days: [false, true, true, true, true, true, false],
        timeZone: 'America/Detroit',
      },
    ],
  },
  inboxes: [ADDRESS],
  tagIds: [],
  limitPerDay: 100,
  newLeadsPerDay: null,
  gapMinutes: 10,
  randomGapMinutes: null,
  isPrioritizingNewLeads: false,
  isEspMatching: undefined,
  isBounceProtectOff: undefined,
  isEvergreen: undefined,
  createdAt: T0,
  updatedAt: undefined,
};

export const sampleObservation = (parts: Partial<ObservationRecord> = {}): ObservationRecord => ({
  workspaceId: workspaceId(),
  campaignId: campaignId(),
  campaign: CAMPAIGN,
  listedAt: T0,
  reading: { kind: 'empty', readAt: T0 },
  leads: null,
  subsequences: null,
  sentChanges: [],
  ...parts,
});

export const sampleCause = (parts: Partial<Cause> = {}): Cause => ({
  code: 'inboxes_disconnected',
  severity: 'red',
  params: { inboxes: ['anna@example.org', 'piet@example.org'], down: 2, total: 8, reset: null },
  loss: 60,
  clearsAt: null,
  needsPerson: true,
  actions: ['open_accounts', 'resume_inbox'],
  ...parts,
});

const COUNTERS: Counters = {
  sentToday: 12,
  limitPerDay: 100,
  newLeadsToday: undefined,
  newLeadsPerDay: null,
  inboxes: {
    total: 8,
    available: 6,
    atDailyLimit: 0,
    atSlowRampLimit: 0,
    disconnected: 2,
    inGap: 0,
  },
  followUpsWaiting: 4,
  nextFollowUpAt: T0,
};

const RANGE = { worst: 40, mean: 62, best: 80 };

export const sampleVerdict = (parts: Partial<Verdict> = {}): Verdict => ({
  workspaceId: workspaceId(),
  campaignId: campaignId(),
  name: 'SaaS founders — DACH, wave 3',
  health: 'blocked',
  code: 'all_accounts_unhealthy',
  causes: [sampleCause(), sampleCause({ code: 'out_of_schedule', severity: 'blue' })],
  since: T0,
  observedAt: T0,
  nextSendAt: null,
  clearsAt: null,
  capacity: {
    today: RANGE,
    remaining: RANGE,
    bottleneck: 'inboxes_down',
    withoutBottleneck: RANGE,
    nextBottleneck: 'campaign_limit',
    limitHitAt: null,
    assumed: ['leads'],
    contendedToday: null,
  },
  counters: COUNTERS,
  lastKnown: { health: 'healthy', code: 'healthy', at: T0 },
  ...parts,
});

export const sampleInboxes = (parts: Partial<InboxFleetRecord> = {}): InboxFleetRecord => ({
  workspaceId: workspaceId(),
  inboxes: [
    {
      workspaceId: workspaceId(),
      address: ADDRESS,
      status: 'connection_error',
      smtpMessage: {
        code: 'EAUTH',
        command: undefined,
        response: '535',
        errorText: undefined,
        responseCode: 535,
      },
      warmupStatus: { unseen: '-9' },
      warmupScore: null,
      provider: 'google',
      isSetupPending: false,
      limitPerDay: 30,
      gapMinutes: 10,
      isSlowRamp: null,
      tracking: { host: 'track.send.example', status: 'active' },
      tagIds: [],
      readAt: T0,
    },
  ],
  days: [],
  tags: [],
  readAt: T0,
  ...parts,
});

export const sampleJournal = (parts: Partial<JournalRecord> = {}): JournalRecord => ({
  workspaceId: workspaceId(),
  generation: 1,
  listedAt: T0,
  sweptAt: {},
  loopStepsMs: [],
  stretchedMs: null,
  checkedAt: { [campaignId(1)]: T0, [campaignId(2)]: T0 - 61_000 },
  notBefore: null,
  failures: 0,
  bucket: { tokens: 3.25, updatedAt: T0, ratePerSecond: 4.9 },
  ...parts,
});

export const sampleHistory = (parts: Partial<HistoryRecord> = {}): HistoryRecord => ({
  workspaceId: workspaceId(),
  campaignId: campaignId(),
  at: T0,
  health: 'blocked',
  previousHealth: 'healthy',
  code: 'all_accounts_unhealthy',
  causeCodes: ['inboxes_disconnected'],
  ...parts,
});

const INCIDENT: Incident = {
  id: 'inboxes_disconnected:anna@example.org',
  code: 'inboxes_disconnected',
  severity: 'red',
  subject: { kind: 'inboxes', addresses: [ADDRESS] },
  params: { inboxes: [ADDRESS] },
  campaignIds: [campaignId(1), campaignId(2)],
  loss: 60,
  restores: 2,
  since: T0,
  clearsAt: null,
  actions: ['open_accounts'],
};

export const sampleIncident = (
  incident: Partial<Incident> = {},
  parts: Partial<IncidentRecord> = {},
): IncidentRecord => ({
  incident: { ...INCIDENT, ...incident },
  workspaceIds: [workspaceId()],
  state: 'firing',
  acknowledgedAt: null,
  snoozedUntil: null,
  note: '',
  resolvedAt: null,
  ...parts,
});

export const sampleAction = (parts: Partial<ActionRecord> = {}): ActionRecord => ({
  id: 'set.0',
  setId: 'set',
  workspaceId: workspaceId(),
  change: { kind: 'set_campaign_limit', campaignId: campaignId(), limitPerDay: 150 },
  subject: 'SaaS founders',
  at: T0,
  by: 'this_browser',
  before: { limitPerDay: 100 },
  after: { limitPerDay: 150 },
  inverse: { kind: 'set_campaign_limit', campaignId: campaignId(), limitPerDay: 100 },
  undoesId: null,
  jobId: null,
  outcome: { kind: 'pending' },
  outcomeAt: T0,
  ...parts,
});
