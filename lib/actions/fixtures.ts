import type { FleetInput } from '#diagnosis';
import {
  type CampaignFacts,
  type CampaignId,
  type Change,
  type ChangeFields,
  HOUR_MS,
  type InboxAddress,
  type InboxFacts,
  type Observation,
  type PlannedChange,
  type WorkspaceId,
} from '#model';
import type { ActionRecord } from '#store/read';
import type { ChangeFacts, Subject } from './action-definition.ts';
import { planChange } from './plan-change.ts';

// Facts for the tests of this room: one campaign that runs all day on two inboxes.

export const NOW = Date.UTC(2026, 10, 19, 12);
export const WORKSPACE = '00000000-0000-4000-8000-000000000001' as WorkspaceId;
export const CAMPAIGN = '11111111-1111-4111-8111-000000000001' as CampaignId;
export const ANN = 'ann@send.example' as InboxAddress;
export const BOB = 'bob@send.example' as InboxAddress;

export const aCampaign = (parts: Partial<CampaignFacts> = {}): CampaignFacts => ({
  id: CAMPAIGN,
  workspaceId: WORKSPACE,
  name: 'Spring outreach',
  lifecycle: 'active',
  notSendingReason: null,
  schedule: {
    startDate: null,
    endDate: null,
    entries: [
      {
        name: 'Every day',
        fromMinute: 9 * 60,
        toMinute: 17 * 60,
        days: [true, true, true, true, true, true, true],
        timeZone: 'Etc/GMT',
      },
    ],
  },
  inboxes: [ANN, BOB],
  tagIds: [],
  limitPerDay: 20,
  newLeadsPerDay: null,
  gapMinutes: 10,
  randomGapMinutes: 0,
  isPrioritizingNewLeads: false,
  isEspMatching: false,
  isBounceProtectOff: false,
  isEvergreen: false,
  createdAt: NOW - 1_000 * HOUR_MS,
  updatedAt: NOW - 100 * HOUR_MS,
  ...parts,
});

export const anInbox = (parts: Partial<InboxFacts> = {}): InboxFacts => ({
  workspaceId: WORKSPACE,
  address: ANN,
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
  readAt: NOW,
  ...parts,
});

/** An inbox in error, with what its mail server answered. */
export const brokenInbox = (response: string, parts: Partial<InboxFacts> = {}): InboxFacts =>
  anInbox({
    status: 'soft_bounce_error',
    smtpMessage: {
      code: undefined,
      command: undefined,
      response,
      errorText: undefined,
      responseCode: undefined,
    },
    ...parts,
  });

const observed = (campaign: CampaignFacts, sent: number): Observation => ({
  campaign,
  listedAt: NOW,
  reading: {
    kind: 'read',
    readAt: NOW,
    snapshot: {
      code: 'healthy',
      summaryCode: null,
      loopCode: null,
      takenAt: NOW,
      issueSince: undefined,
      loopsWithIssue: undefined,
      lastHealthySendAt: undefined,
      subsequenceId: undefined,
      inboxCounts: undefined,
      campaignLimit: { limit: campaign.limitPerDay, sent, isHit: false },
      newLeadLimit: undefined,
      isInSchedule: true,
      oneByOne: undefined,
      followUps: undefined,
      espRouting: undefined,
      domainLimiter: undefined,
      leads: undefined,
      message: undefined,
      aiSummary: undefined,
    },
  },
});

/** The workspace of one campaign that has sent 10 mails today, with leads for a year. */
export const aFleet = (
  campaign: CampaignFacts = aCampaign(),
  inboxes: readonly InboxFacts[] = [anInbox(), anInbox({ address: BOB })],
): FleetInput => ({
  workspaceId: WORKSPACE,
  observations: [observed(campaign, 10)],
  inboxes,
  inboxDays: inboxes.map(({ address }) => ({
    address,
    date: '2026-11-19',
    sent: 5,
    bounced: 0,
  })),
  leads: new Map([
    [
      campaign.id,
      {
        campaignId: campaign.id,
        leads: 50_000,
        contacted: 10_000,
        completed: 0,
        sent: 10_000,
        bounced: 0,
        newLeadsContacted: 10_000,
        readAt: NOW,
      },
    ],
  ]),
  subsequences: new Map(),
  sentSeries: new Map(),
  previous: new Map(),
  isInboxReadingAllowed: true,
  now: NOW,
});

export const ofCampaign = (parts: Partial<CampaignFacts> = {}): Subject => ({
  kind: 'campaign',
  campaign: aCampaign(parts),
});

export const ofInboxes = (...inboxes: readonly InboxFacts[]): Subject => ({
  kind: 'inboxes',
  inboxes,
});

export const factsOf = (
  subject: Subject | null,
  parts: Partial<ChangeFacts> = {},
): ChangeFacts => ({
  now: NOW,
  subject,
  problem: null,
  missingScopes: [],
  isDemo: false,
  past: [],
  fleet: null,
  undoes: null,
  ...parts,
});

export const planned = (change: Change): PlannedChange => ({ workspaceId: WORKSPACE, change });

/** A change that was made and read back. */
export const made = (
  change: Change,
  before: ChangeFields,
  after: ChangeFields,
  parts: Partial<ActionRecord> = {},
): ActionRecord => ({
  id: 'set.0',
  setId: 'set',
  workspaceId: WORKSPACE,
  change,
  subject: 'Spring outreach',
  at: NOW - HOUR_MS,
  by: 'this_browser',
  before,
  after,
  inverse: null,
  undoesId: null,
  jobId: null,
  outcome: { kind: 'verified' },
  outcomeAt: NOW - HOUR_MS,
  ...parts,
});

export const plan = (change: Change, facts: ChangeFacts) => planChange(planned(change), facts);

export const codeOf = (change: Change, facts: ChangeFacts) =>
  plan(change, facts).refusal?.code ?? null;

// What mail servers answer.
export const LOGIN = '535-5.7.8 Username and Password not accepted';

export const BAD_LEAD = '450 4.1.2 <a@gone.example>: Recipient address rejected: Domain not found';

export const TRANSIENT = '421 4.3.0 Temporary failure, try again';
