import { diagnose } from '#diagnosis';
import type {
  CampaignId,
  InboxAddress,
  InboxFacts,
  InstantMs,
  Verdict,
  WorkspaceState,
} from '#model';
import type { HistoryRecord, JournalRecord, ObservationRecord, WorkspaceRecord } from '#store/read';
import type { Problem } from './ask.ts';
import type { Memory } from './memory.ts';
import { mergeList } from './merge.ts';
import { needsStatus, PROBE_MS } from './rhythm.ts';
import type { Slice, StatusResult } from './slice.ts';

/** What one slice writes, all in one transaction. Parts that did not change are absent. */
export interface SliceCommit {
  readonly workspace: WorkspaceRecord | undefined;
  readonly journal: JournalRecord;
  readonly changedObservations: readonly ObservationRecord[];
  readonly removedCampaigns: readonly CampaignId[];
  readonly verdicts: readonly Verdict[] | undefined;
  readonly inboxes: readonly InboxFacts[] | undefined;
  readonly history: readonly HistoryRecord[];
  /** What the next slice starts from. */
  readonly after: Memory;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const readingFrom = (
  before: ObservationRecord,
  result: StatusResult,
): ObservationRecord['reading'] => {
  if (result.ok) {
    return result.snapshot === null
      ? { kind: 'empty', readAt: result.at }
      : { kind: 'read', readAt: result.at, snapshot: result.snapshot };
  }
  // One failed call proves nothing: what is known stays and grows old in the open.
  if (before.reading.kind !== 'not_asked' && before.reading.kind !== 'failed')
    return before.reading;
  const problem = 'message' in result.problem ? result.problem.message : result.problem.kind;
  return { kind: 'failed', readAt: result.at, problem };
};

const isListIn = ({ campaigns }: Slice): boolean =>
  campaigns.phase === 'complete' || campaigns.phase === 'cut';

const observationsAfter = (slice: Slice, now: InstantMs): Map<CampaignId, ObservationRecord> => {
  const { before, campaigns, statuses } = slice;
  const merged = new Map(
    isListIn(slice)
      ? mergeList(before.observations, campaigns.items, campaigns.phase === 'complete', now)
          .observations
      : before.observations,
  );
  for (const [id, result] of statuses) {
    const known = merged.get(id);
    if (known) merged.set(id, { ...known, reading: readingFrom(known, result) });
  }
  return merged;
};

const checkedAfter = (
  slice: Slice,
  observations: ReadonlyMap<CampaignId, ObservationRecord>,
  now: InstantMs,
): Record<CampaignId, InstantMs> => {
  const checkedAt: Record<CampaignId, InstantMs> = {};
  for (const { campaignId, campaign } of observations.values()) {
    const before = slice.before.journal.checkedAt[campaignId];
    const status = slice.statuses.get(campaignId);
    const isListed = isListIn(slice) && !needsStatus(campaign);
    if (status?.ok) checkedAt[campaignId] = status.at;
    else if (isListed) checkedAt[campaignId] = now;
    else if (before !== undefined) checkedAt[campaignId] = before;
  }
  return checkedAt;
};

const inboxesAfter = ({ inboxes, before }: Slice): Map<InboxAddress, InboxFacts> =>
  inboxes.phase === 'complete'
    ? new Map(inboxes.items.map((inbox) => [inbox.address, inbox]))
    : new Map(before.inboxes);

const sinceOf = (state: WorkspaceState, kind: WorkspaceState['kind'], now: InstantMs): InstantMs =>
  state.kind === kind && 'since' in state ? state.since : now;

const troubledState = (state: WorkspaceState, problem: Problem, now: InstantMs): WorkspaceState => {
  const since = (kind: WorkspaceState['kind']): InstantMs => sinceOf(state, kind, now);
  switch (problem.kind) {
    case 'key_rejected':
      return { kind: 'key_rejected', since: since('key_rejected'), message: problem.message };
    case 'no_plan':
      return { kind: 'no_plan', since: since('no_plan') };
    case 'scope_missing':
      return { kind: 'scope_missing', since: since('scope_missing'), scopes: problem.scopes };
    case 'offline':
      return { kind: 'offline', since: since('offline') };
    case 'rate_limited':
      return {
        kind: 'rate_limited',
        since: since('rate_limited'),
        until: problem.notBefore ?? now + PROBE_MS,
      };
    case 'fault':
      return { kind: 'api_down', since: since('api_down'), message: problem.message };
    case 'locked':
      return { kind: 'locked' };
    case 'permission_missing':
      return { kind: 'permission_missing', since: since('permission_missing') };
    case 'not_found':
    case 'deferred':
    case 'superseded':
      return state;
  }
};

const stateAfter = (
  slice: Slice,
  observations: ReadonlyMap<CampaignId, ObservationRecord>,
  now: InstantMs,
): WorkspaceState => {
  const { state } = slice.before.workspace;
  if (slice.halt) return troubledState(state, slice.halt, now);
  if (slice.answers === 0) return state;
  const watched = [...observations.values()].filter(({ campaign }) => needsStatus(campaign));
  const unasked = watched.filter(({ reading }) => reading.kind === 'not_asked').length;
  const isFirst = slice.before.journal.listedAt === null || state.kind === 'first_check';
  return isFirst && unasked > 0
    ? { kind: 'first_check', found: watched.length, checked: watched.length - unasked }
    : { kind: 'ok' };
};

const notBeforeAfter = ({ halt }: Slice, now: InstantMs): InstantMs | null => {
  if (halt?.kind === 'rate_limited') return halt.notBefore ?? now + PROBE_MS;
  if (halt?.kind === 'deferred') return halt.until;
  return halt?.kind === 'offline' || halt?.kind === 'fault' ? now + PROBE_MS : null;
};

const journalAfter = (
  slice: Slice,
  observations: ReadonlyMap<CampaignId, ObservationRecord>,
  now: InstantMs,
): JournalRecord => {
  const { journal } = slice.before;
  return {
    ...journal,
    listedAt: isListIn(slice) ? now : journal.listedAt,
    inboxesReadAt: slice.inboxes.phase === 'complete' ? now : journal.inboxesReadAt,
    checkedAt: checkedAfter(slice, observations, now),
    notBefore: notBeforeAfter(slice, now),
    failures: slice.halt ? journal.failures + 1 : 0,
  };
};

const verdictsAfter = (
  before: Memory,
  observations: ReadonlyMap<CampaignId, ObservationRecord>,
  now: InstantMs,
): Map<CampaignId, Verdict> =>
  new Map(
    [...observations].map(([id, observation]) => {
      const previous = before.verdicts.get(id);
      const verdict = diagnose({ observation, previous, now });
      // The same answer read again is no change: when it was read stands in the journal.
      const isUnchanged =
        previous && isSame(previous, { ...verdict, observedAt: previous.observedAt });
      return [id, isUnchanged ? previous : verdict];
    }),
  );

const factsOf = ({ campaign, reading }: ObservationRecord): unknown => [
  campaign,
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
  const { before } = slice;
  const observations = observationsAfter(slice, now);
  const verdicts = verdictsAfter(before, observations, now);
  const inboxes = inboxesAfter(slice);
  const journal = journalAfter(slice, observations, now);
  const lacking = slice.lackingInboxScope;
  const workspace: WorkspaceRecord = {
    ...before.workspace,
    state: stateAfter(slice, observations, now),
    ...(lacking.length > 0 && {
      abilities: { ...before.workspace.abilities, readInboxes: false },
      missingScopes: [...new Set([...before.workspace.missingScopes, ...lacking])],
    }),
  };
  const isFleetSame = isSame([...before.verdicts.values()], [...verdicts.values()]);
  return {
    workspace: isSame(before.workspace, workspace) ? undefined : workspace,
    journal,
    changedObservations: changedOnly(before.observations, observations),
    removedCampaigns: [...before.observations.keys()].filter((id) => !observations.has(id)),
    verdicts: isFleetSame ? undefined : [...verdicts.values()],
    inboxes: isSame([...before.inboxes.values()], [...inboxes.values()])
      ? undefined
      : [...inboxes.values()],
    history: historyOf(before.verdicts, verdicts, now),
    after: { workspace, journal, observations, verdicts, inboxes },
  };
};
