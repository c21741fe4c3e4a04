import type { CampaignId, InboxDay, InboxFacts, InstantMs, Verdict } from '#model';
import type {
  HistoryRecord,
  IncidentRecord,
  JournalRecord,
  ObservationRecord,
  TagLabel,
  WorkspaceRecord,
} from '#store/read';
import { inboxDaysAfter, inboxesAfter, observationsAfter } from './facts-after.ts';
import { incidentsAfter } from './incidents-after.ts';
import { journalAfter } from './journal-after.ts';
import type { Memory } from './memory.ts';
import { isSame } from './same.ts';
import { completedSweeps, type Slice } from './slice.ts';
import { verdictsAfter } from './verdicts-after.ts';
import { workspaceAfter } from './workspace-after.ts';

/** What one slice writes, all in one transaction. Parts that did not change are absent. */
export interface SliceCommit {
  readonly workspace: WorkspaceRecord | undefined;
  readonly journal: JournalRecord;
  readonly changedObservations: readonly ObservationRecord[];
  readonly removedCampaigns: readonly CampaignId[];
  readonly verdicts: readonly Verdict[] | undefined;
  readonly inboxes:
    | {
        readonly inboxes: readonly InboxFacts[];
        readonly days: readonly InboxDay[];
        readonly tags: readonly TagLabel[];
      }
    | undefined;
  readonly history: readonly HistoryRecord[];
  readonly changedIncidents: readonly IncidentRecord[];
  /** What the next slice starts from. */
  readonly after: Memory;
}

const factsOf = ({ listedAt: _listedAt, reading, ...facts }: ObservationRecord): unknown => [
  facts,
  'readAt' in reading ? { ...reading, readAt: 0 } : reading,
];

const changedOnly = (
  before: ReadonlyMap<CampaignId, ObservationRecord>,
  after: ReadonlyMap<CampaignId, ObservationRecord>,
): ObservationRecord[] =>
  [...after.values()].filter((record) => {
    const known = before.get(record.campaignId);
    return !known || !isSame(factsOf(known), factsOf(record));
  });

const historyOf = (
  before: ReadonlyMap<CampaignId, Verdict>,
  after: ReadonlyMap<CampaignId, Verdict>,
  now: InstantMs,
): HistoryRecord[] =>
  [...after.values()]
    .filter(({ campaignId, health, code }) => {
      const previous = before.get(campaignId);
      return previous?.health !== health || previous.code !== code;
    })
    .map(({ workspaceId, campaignId, health, code, causes }) => ({
      workspaceId,
      campaignId,
      at: now,
      health,
      previousHealth: before.get(campaignId)?.health ?? null,
      code,
      causeCodes: causes.map((cause) => cause.code),
    }));

/** Turns a finished slice into what is written. Pure: the same slice at the same time gives the same commit. */
export const conclude = (slice: Slice, now: InstantMs): SliceCommit => {
  const { before, swept } = slice;
  const completed = completedSweeps(slice);
  const observations = observationsAfter(slice, now);
  const workspace = workspaceAfter(slice, observations, now);
  const inboxes = inboxesAfter(slice);
  const inboxDays = inboxDaysAfter(slice);
  const tags = completed.includes('tags') ? swept.tags : before.tags;
  const verdicts = verdictsAfter(before, { workspace, observations, inboxes, inboxDays }, now);
  const journal = journalAfter(slice, observations, verdicts, now);
  const facts = { workspace, verdicts, inboxes };
  const incidents = incidentsAfter(before, facts, now);
  const senders = { inboxes: [...inboxes.values()], days: inboxDays, tags };
  const sendersBefore = {
    inboxes: [...before.inboxes.values()],
    days: before.inboxDays,
    tags: before.tags,
  };
  return {
    workspace: isSame(before.workspace, workspace) ? undefined : workspace,
    journal,
    changedObservations: changedOnly(before.observations, observations),
    removedCampaigns: [...before.observations.keys()].filter((id) => !observations.has(id)),
    verdicts: isSame([...before.verdicts.values()], [...verdicts.values()])
      ? undefined
      : [...verdicts.values()],
    inboxes: isSame(withoutReadAt(sendersBefore), withoutReadAt(senders)) ? undefined : senders,
    history: historyOf(before.verdicts, verdicts, now),
    changedIncidents: incidents.changed,
    after: { ...facts, journal, observations, inboxDays, tags, incidents: incidents.open },
  };
};

const withoutReadAt = (senders: NonNullable<SliceCommit['inboxes']>): unknown => ({
  ...senders,
  inboxes: senders.inboxes.map((inbox) => ({ ...inbox, readAt: 0 })),
});
