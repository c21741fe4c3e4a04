import { headlines } from '#locales/en/headlines';
import {
  type CampaignId,
  type Cause,
  type CauseCode,
  countHealths,
  DAY_MS,
  type Health,
  HOUR_MS,
  type InboxAddress,
  type Incident,
  MINUTE_MS,
  NO_COUNTERS,
  SECOND_MS,
  type Verdict,
  type WorkspaceId,
  type WorkspaceState,
} from '#model';
import type { FleetRecord, Head, JournalRecord, WorkspaceRecord } from '#store/read';

/** The instant at which every fixture is looked at. */
export const NOW = Date.UTC(2026, 10, 20, 20, 48);
export const WORKSPACE = '0190f0c0-0000-7000-8000-000000000001' as WorkspaceId;
export const OTHER_WORKSPACE = '0190f0c0-0000-7000-8000-000000000002' as WorkspaceId;

/** The id of the n-th campaign of a fixture. */
export const campaignId = (n: number): CampaignId =>
  `0190f0c0-0000-7000-9000-${String(n).padStart(12, '0')}` as CampaignId;

/** A cause with nothing to say but its code. */
export const cause = (code: CauseCode, rest: Partial<Cause> = {}): Cause => ({
  code,
  severity: 'red',
  params: {},
  loss: null,
  clearsAt: null,
  needsPerson: true,
  actions: [],
  ...rest,
});

/** The verdict about the n-th campaign, read 40 s before `NOW`. */
export const verdict = (n: number, health: Health, rest: Partial<Verdict> = {}): Verdict => ({
  workspaceId: WORKSPACE,
  campaignId: campaignId(n),
  name: `Campaign ${n}`,
  health,
  code: null,
  causes: [],
  since: NOW - HOUR_MS,
  observedAt: NOW - 40 * SECOND_MS,
  nextSendAt: null,
  clearsAt: null,
  capacity: null,
  counters: NO_COUNTERS,
  lastKnown: null,
  ...rest,
});

const sent = (sentToday: number, limitPerDay: number) => ({
  ...verdict(0, 'healthy').counters,
  sentToday,
  limitPerDay,
});

/** A fleet as in the design: every health, causes, counters and times. */
export const fleet: readonly Verdict[] = [
  verdict(1, 'blocked', {
    name: 'SaaS founders — DACH, wave 3',
    since: NOW - 134 * MINUTE_MS,
    causes: [
      cause('no_accounts_available', { params: { available: 0, inboxes: 4, disconnected: 2 } }),
      cause('account_daily_limit_met', { severity: 'amber', clearsAt: NOW + 192 * MINUTE_MS }),
    ],
  }),
  verdict(2, 'blocked', {
    name: 'Agency partners UK',
    since: NOW - DAY_MS,
    causes: [cause('campaign_bounce_protect')],
  }),
  verdict(3, 'degraded', {
    name: 'Fintech CFO — Nordics',
    causes: [cause('no_accounts_available', { severity: 'amber', loss: 54 })],
  }),
  verdict(4, 'limited', {
    name: 'E-com Shopify Plus',
    clearsAt: NOW + 192 * MINUTE_MS,
    counters: sent(100, 100),
    causes: [cause('daily_limit_met', { severity: 'amber', params: { sent: 100, limit: 100 } })],
  }),
  verdict(5, 'waiting', {
    name: 'Logistics Benelux',
    nextSendAt: NOW + 14 * HOUR_MS,
    causes: [cause('out_of_schedule', { severity: 'blue', needsPerson: false })],
  }),
  verdict(6, 'unknown', {
    name: 'New in town',
    causes: [cause('no_status_yet', { severity: 'grey', needsPerson: false })],
  }),
  verdict(7, 'healthy', { name: 'Recruiters US East', counters: sent(61, 150) }),
  verdict(8, 'healthy', { name: 'Series A founders', counters: sent(20, 80) }),
  verdict(9, 'inactive', {
    name: 'Old list 2024',
    causes: [cause('campaign_paused', { severity: 'grey' })],
  }),
];

/** Several campaigns without their inboxes. */
export const incident: Incident = {
  id: 'inbox_login_lost:anna',
  code: 'inbox_login_lost',
  severity: 'red',
  subject: {
    kind: 'inboxes',
    addresses: ['anna@nw-mail.co' as InboxAddress, 'piet@nw-mail.co' as InboxAddress],
  },
  params: {},
  campaignIds: [campaignId(1), campaignId(2), campaignId(3)],
  loss: null,
  restores: 2,
  since: NOW - 2 * HOUR_MS,
  clearsAt: null,
  actions: ['open_accounts'],
};

/** A connected workspace. */
export const workspaceRecord = (
  state: WorkspaceState = { kind: 'ok' },
  rest: Partial<WorkspaceRecord> = {},
): WorkspaceRecord => ({
  id: WORKSPACE,
  name: 'Northwind Outbound',
  keyTail: '3f9Q',
  generation: 1,
  state,
  abilities: {
    readCampaigns: true,
    readInboxes: true,
    readWorkspace: true,
    readSubsequences: undefined,
    readTags: false,
    readAnalytics: undefined,
  },
  missingScopes: [],
  connectedAt: NOW - 9 * DAY_MS,
  order: 0,
  isDemo: false,
  ...rest,
});

/** The head that the background would build of these workspaces and verdicts. */
export const headOf = (
  records: readonly WorkspaceRecord[],
  verdicts: readonly Verdict[],
  incidents: readonly Incident[] = [],
): Head => ({
  version: 1,
  silenced: { blocked: 0, degraded: 0 },
  workspaces: records.map(({ id, name, state, isDemo }) => ({
    id,
    name,
    state,
    isDemo,
    checkedAt: state.kind === 'ok' ? NOW - 40 * SECOND_MS : null,
    campaigns: verdicts.length,
  })),
  counts: countHealths(verdicts),
  rows: verdicts.slice(0, 20),
  incidents,
  headlines,
});

/** All verdicts of one workspace. */
export const fleetRecord = (verdicts: readonly Verdict[]): FleetRecord => ({
  workspaceId: WORKSPACE,
  verdicts,
});

/** A journal that says when each campaign was last answered for. */
export const journalRecord = (checkedAt: JournalRecord['checkedAt']): JournalRecord => ({
  workspaceId: WORKSPACE,
  generation: 1,
  listedAt: NOW,
  sweptAt: {},
  loopStepsMs: [],
  stretchedMs: null,
  checkedAt,
  notBefore: null,
  failures: 0,
  bucket: { tokens: 1, updatedAt: NOW, ratePerSecond: 5 },
});
