import type {
  CampaignFacts,
  CampaignId,
  InstantMs,
  Lifecycle,
  SendingCode,
  SendingSnapshot,
  WorkspaceId,
} from '#model';
import type { Memory } from './memory.ts';

export const NOW: InstantMs = Date.UTC(2026, 10, 19, 15, 10);
export const WORKSPACE = '00000000-0000-4000-8000-000000000001' as WorkspaceId;

/** The n-th campaign id of a test. */
export const campaignId = (n: number): CampaignId =>
  `11111111-1111-4111-8111-${String(n).padStart(12, '0')}` as CampaignId;

/** A plain campaign of a test. */
export const campaign = (
  n: number,
  lifecycle: Lifecycle = 'active',
  rest: Partial<CampaignFacts> = {},
): CampaignFacts => ({
  id: campaignId(n),
  workspaceId: WORKSPACE,
  name: `Campaign ${n}`,
  lifecycle,
  notSendingReason: null,
  schedule: undefined,
  inboxes: [],
  tagIds: [],
  limitPerDay: 100,
  newLeadsPerDay: null,
  gapMinutes: 10,
  randomGapMinutes: 10,
  isPrioritizingNewLeads: false,
  isEspMatching: false,
  isBounceProtectOff: false,
  isEvergreen: false,
  createdAt: NOW - 86_400_000,
  updatedAt: NOW - 86_400_000,
  ...rest,
});

/** A snapshot with a code and nothing else. */
export const snapshot = (
  code: SendingCode | null,
  rest: Partial<SendingSnapshot> = {},
): SendingSnapshot => ({
  code,
  summaryCode: null,
  loopCode: null,
  takenAt: NOW,
  issueSince: undefined,
  loopsWithIssue: undefined,
  lastHealthySendAt: undefined,
  subsequenceId: undefined,
  inboxCounts: undefined,
  campaignLimit: undefined,
  newLeadLimit: undefined,
  isInSchedule: true,
  oneByOne: undefined,
  followUps: undefined,
  espRouting: undefined,
  domainLimiter: undefined,
  leads: undefined,
  message: undefined,
  aiSummary: undefined,
  ...rest,
});

/** A workspace that was just connected and never checked. */
export const freshMemory = (): Memory => ({
  workspace: {
    id: WORKSPACE,
    name: 'Northwind',
    keyTail: 'abcd',
    generation: 1,
    state: { kind: 'first_check', found: 0, checked: 0 },
    abilities: {
      readCampaigns: true,
      readInboxes: true,
      readWorkspace: true,
      readSubsequences: undefined,
      readTags: undefined,
      readAnalytics: undefined,
    },
    missingScopes: [],
    connectedAt: NOW,
    order: 0,
    isDemo: false,
  },
  journal: {
    workspaceId: WORKSPACE,
    generation: 1,
    listedAt: null,
    sweptAt: {},
    loopStepsMs: [],
    stretchedMs: null,
    checkedAt: {},
    notBefore: null,
    failures: 0,
    bucket: { tokens: 5, updatedAt: NOW, ratePerSecond: 5 },
  },
  observations: new Map(),
  verdicts: new Map(),
  inboxes: new Map(),
  inboxDays: [],
  tags: [],
  incidents: [],
});
