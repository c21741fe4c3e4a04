import { diagnoseFleet, type FleetInput } from '#diagnosis';
import type {
  CampaignFacts,
  CampaignId,
  CampaignSchedule,
  InboxAddress,
  InboxCounts,
  InboxFacts,
  InstantMs,
  LeadFacts,
  Observation,
  SendingCode,
  SendingSnapshot,
  SmtpMessage,
  SubsequenceFacts,
  SubsequenceId,
  Verdict,
  WorkspaceId,
} from '#model';
import { DAY_MS, MINUTE_MS, NO_COUNTERS } from '#model';

/** Thursday 14 May 2026, 12:00 in Belgrade: three hours into the window of every campaign here. */
export const NOON: InstantMs = Date.parse('2026-05-14T12:00:00+02:00');
export const at = (clock: string, day = '2026-05-14'): InstantMs =>
  Date.parse(`${day}T${clock}:00+02:00`);

export const WORKSPACE = '00000000-0000-4000-8000-000000000001' as WorkspaceId;
export const id = (n: number): CampaignId =>
  `11111111-1111-4111-8111-${String(n).padStart(12, '0')}` as CampaignId;

/** Monday to Friday, 09:00 to 17:00. */
export const hours = (
  over: Partial<CampaignSchedule['entries'][number]> = {},
): CampaignSchedule => ({
  startDate: null,
  endDate: null,
  entries: [
    {
      name: 'office hours',
      fromMinute: 540,
      toMinute: 1_020,
      days: [false, true, true, true, true, true, false],
      timeZone: 'Europe/Belgrade',
      ...over,
    },
  ],
});

/** An active campaign of five inboxes and 100 mails a day, untouched for ten days. */
export const campaign = (n = 1, over: Partial<CampaignFacts> = {}): CampaignFacts => ({
  id: id(n),
  workspaceId: WORKSPACE,
  name: `Campaign ${n}`,
  lifecycle: 'active',
  notSendingReason: null,
  schedule: hours(),
  inboxes: addresses(5),
  tagIds: [],
  limitPerDay: 100,
  newLeadsPerDay: null,
  gapMinutes: 10,
  randomGapMinutes: 10,
  isPrioritizingNewLeads: false,
  isEspMatching: false,
  isBounceProtectOff: false,
  isEvergreen: false,
  createdAt: NOON - 30 * DAY_MS,
  updatedAt: NOON - 10 * DAY_MS,
  ...over,
});

export const counts = (over: Partial<InboxCounts> = {}): InboxCounts => ({
  total: 5,
  available: 5,
  atDailyLimit: 0,
  atSlowRampLimit: 0,
  disconnected: 0,
  inGap: 0,
  ...over,
});

/** A complete snapshot taken two minutes ago: 50 of 100 sent, leads ready, a mail five minutes ago. */
export const snapshot = (
  code: SendingCode | null = 'healthy',
  over: Partial<SendingSnapshot> = {},
  now: InstantMs = NOON,
): SendingSnapshot => ({
  code: code,
  summaryCode: code,
  loopCode: code,
  takenAt: now - 2 * MINUTE_MS,
  issueSince: undefined,
  loopsWithIssue: 0,
  lastHealthySendAt: now - 5 * MINUTE_MS,
  subsequenceId: undefined,
  inboxCounts: counts(),
  campaignLimit: { limit: 100, sent: 50, isHit: false },
  newLeadLimit: { isEnabled: false, limit: null, contacted: 20, isHit: false },
  isInSchedule: true,
  oneByOne: { isEnabled: false, isSingleInboxPerGap: false },
  followUps: { count: 10, earliestWaitSeconds: 3_600 },
  espRouting: { isEnabled: false, isWaitingForMatch: false, connectedEsps: [] },
  domainLimiter: { isActive: true, domainsAtLimit: 0 },
  leads: { isNoneReady: false, inboxUnavailableSkips: 0, delaySkips: 0 },
  message: undefined,
  aiSummary: undefined,
  ...over,
});

export const observe = (
  facts: CampaignFacts,
  reading: SendingSnapshot | 'empty' | 'not_asked' | { readonly problem: string },
  now: InstantMs = NOON,
): Observation => {
  const readAt = now - MINUTE_MS;
  if (reading === 'not_asked')
    return { campaign: facts, listedAt: readAt, reading: { kind: 'not_asked' } };
  if (reading === 'empty')
    return { campaign: facts, listedAt: readAt, reading: { kind: 'empty', readAt } };
  return 'problem' in reading
    ? {
        campaign: facts,
        listedAt: readAt,
        reading: { kind: 'failed', readAt, problem: reading.problem },
      }
    : { campaign: facts, listedAt: readAt, reading: { kind: 'read', readAt, snapshot: reading } };
};

export const address = (n: number, domain = 'nw-mail.co'): InboxAddress =>
  `i${n}@${domain}` as InboxAddress;
export const addresses = (count: number, from = 0): InboxAddress[] =>
  Array.from({ length: count }, (_, at) => address(from + at));

export const smtp = (response: string): SmtpMessage => ({
  code: undefined,
  command: undefined,
  response,
  errorText: undefined,
  responseCode: undefined,
});

/** A connected inbox of 30 mails a day. */
export const inbox = (n: number, over: Partial<InboxFacts> = {}): InboxFacts => ({
  workspaceId: WORKSPACE,
  address: address(n),
  status: 'active',
  smtpMessage: undefined,
  warmupStatus: 'active',
  warmupScore: 95,
  provider: 'google',
  isSetupPending: false,
  limitPerDay: 30,
  gapMinutes: 1,
  isSlowRamp: false,
  tracking: null,
  tagIds: [],
  readAt: NOON,
  ...over,
});

/** `up` working inboxes after `broken` ones with the given state. */
export const inboxes = (up: number, broken = 0, over: Partial<InboxFacts> = {}): InboxFacts[] =>
  Array.from({ length: up + broken }, (_, n) => inbox(n, n < broken ? over : {}));

export const LOST_LOGIN: Partial<InboxFacts> = {
  status: 'connection_error',
  smtpMessage: smtp('535 5.7.8 Username and Password not accepted'),
};

export const leadFacts = (n: number, over: Partial<LeadFacts> = {}): LeadFacts => ({
  campaignId: id(n),
  leads: 5_000,
  contacted: 1_000,
  completed: 100,
  sent: 2_000,
  bounced: 20,
  newLeadsContacted: 1_000,
  readAt: NOON,
  ...over,
});

export const subsequence = (n: number, reading: SendingSnapshot | 'empty'): SubsequenceFacts => ({
  id: `22222222-2222-4222-8222-${String(n).padStart(12, '0')}` as SubsequenceId,
  parentId: id(1),
  name: `Subsequence ${n}`,
  lifecycle: 'active',
  reading:
    reading === 'empty'
      ? { kind: 'empty', readAt: NOON }
      : { kind: 'read', readAt: NOON, snapshot: reading },
});

/** A verdict of an earlier check. */
export const earlier = (n: number, over: Partial<Verdict> = {}): Verdict => ({
  workspaceId: WORKSPACE,
  campaignId: id(n),
  name: `Campaign ${n}`,
  health: 'healthy',
  code: 'healthy',
  causes: [],
  since: NOON - DAY_MS,
  observedAt: NOON - 5 * MINUTE_MS,
  nextSendAt: null,
  clearsAt: null,
  capacity: null,
  counters: { ...NO_COUNTERS, sentToday: 45, limitPerDay: 100 },
  lastKnown: null,
  ...over,
});

/** A fleet of these observations; nothing else is known unless said. */
export const fleet = (
  observations: readonly Observation[],
  over: Partial<FleetInput> = {},
): FleetInput => ({
  workspaceId: WORKSPACE,
  observations,
  inboxes: [],
  inboxDays: [],
  leads: new Map(),
  subsequences: new Map(),
  sentSeries: new Map(),
  previous: new Map(),
  isInboxReadingAllowed: over.inboxes !== undefined,
  now: NOON,
  ...over,
});

/** The verdict about a single observation. */
export const verdictOf = (observation: Observation, over: Partial<FleetInput> = {}): Verdict => {
  const [verdict] = diagnoseFleet(fleet([observation], over));
  if (!verdict) throw new Error('one observation gives one verdict');
  return verdict;
};
