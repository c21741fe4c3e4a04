import type { CampaignId, InstantMs } from '#model';
import { MINUTE_MS } from '#model';
import type {
  AskedRecord,
  HistoryRecord,
  JournalRecord,
  ObservationRecord,
  WorkspaceRecord,
} from '#store/read';
import type { Slice } from '#store/write';
import { DEMO_WORKSPACE_ID } from './demo-workspace-id.ts';
import type { RecordedChange, RecordedFacts, RecordedState, Recording } from './recording.ts';
import { shiftTimes } from './shift-times.ts';

/** Everything that the store holds of the demo: the workspace, and one slice of the same generation. */
export interface DemoSlice {
  readonly workspace: WorkspaceRecord;
  readonly slice: Slice;
}

const GENERATION = 1;
const RATE_PER_SECOND = 5;

const workspaceAt = (now: InstantMs, order: number): WorkspaceRecord => ({
  id: DEMO_WORKSPACE_ID,
  name: 'Northwind Outbound',
  // There is no key.
  keyTail: '',
  generation: GENERATION,
  state: { kind: 'ok' },
  abilities: {
    readCampaigns: true,
    readInboxes: true,
    readWorkspace: true,
    readSubsequences: true,
    readTags: true,
    readAnalytics: true,
  },
  missingScopes: [],
  connectedAt: now,
  order,
  isDemo: true,
});

const journalAt = (now: InstantMs, campaigns: readonly CampaignId[]): JournalRecord => ({
  workspaceId: DEMO_WORKSPACE_ID,
  generation: GENERATION,
  listedAt: now,
  sweptAt: {
    inboxErrors: now,
    inboxes: now,
    inboxDays: now,
    leads: now,
    subsequences: now,
    tags: now,
  },
  loopStepsMs: [],
  stretchedMs: null,
  checkedAt: Object.fromEntries(campaigns.map((id) => [id, now])),
  notBefore: null,
  failures: 0,
  bucket: { tokens: RATE_PER_SECOND, updatedAt: now, ratePerSecond: RATE_PER_SECOND },
});

const historyOf = (
  campaignId: CampaignId,
  changes: readonly RecordedChange[],
  states: readonly RecordedState[],
  now: InstantMs,
): HistoryRecord[] => {
  let previousHealth: HistoryRecord['previousHealth'] = null;
  return changes.flatMap(([minutesBefore, place]) => {
    const state = states[place];
    if (!state) return [];
    const at = now - minutesBefore * MINUTE_MS;
    const record = { workspaceId: DEMO_WORKSPACE_ID, campaignId, at, previousHealth, ...state };
    previousHealth = state.health;
    return [record];
  });
};

const observationsOf = (
  { observations }: RecordedFacts,
  now: InstantMs,
): readonly ObservationRecord[] =>
  observations.map(({ campaign, reading }) => ({
    workspaceId: DEMO_WORKSPACE_ID,
    campaignId: campaign.id,
    campaign,
    listedAt: now,
    reading,
    leads: null,
    subsequences: null,
    sentChanges: [],
  }));

const askedOf = (
  { sentDays, campaignTags }: RecordedFacts,
  now: InstantMs,
): readonly AskedRecord[] => [
  { workspaceId: DEMO_WORKSPACE_ID, tagIds: campaignTags, readAt: now },
  ...Object.entries(sentDays).map(([id, days]) => ({
    workspaceId: DEMO_WORKSPACE_ID,
    campaignId: id === '' ? null : (id as CampaignId),
    days,
    readAt: now,
  })),
];

/**
 * The recorded workspace as if it had been checked at `now`, with the changes of the days before. `order` is its place
 * in the list of workspaces.
 */
export const demoSlice = (recording: Recording, now: InstantMs, order: number): DemoSlice => {
  const { verdicts, inboxes, days, tags, incidents, facts } = shiftTimes(
    recording,
    recording.recordedAt,
    now,
  );
  const campaigns = verdicts.map(({ campaignId }) => campaignId);
  return {
    workspace: workspaceAt(now, order),
    slice: {
      workspaceId: DEMO_WORKSPACE_ID,
      journal: journalAt(now, campaigns),
      fleet: { workspaceId: DEMO_WORKSPACE_ID, verdicts },
      inboxes: { workspaceId: DEMO_WORKSPACE_ID, inboxes, days, tags, readAt: now },
      history: campaigns.flatMap((id) =>
        historyOf(id, recording.changes[id] ?? [], recording.states, now),
      ),
      incidents,
      observations: facts ? observationsOf(facts, now) : [],
      asked: facts ? askedOf(facts, now) : [],
    },
  };
};
