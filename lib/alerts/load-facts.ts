import {
  type AlertBook,
  type ChangeMark,
  emptyBook,
  ruleFor,
  type ServerLoops,
  type TagsByCampaign,
} from '#incidents';
import {
  type AlertRules,
  type CampaignId,
  DAY_MS,
  type Incident,
  type InstantMs,
  MINUTE_MS,
  type Silence,
  type Verdict,
  type WorkspaceId,
} from '#model';
import type {
  AlertBookRecord,
  JournalRecord,
  NoticeRecord,
  ObservationRecord,
  WorkspaceRecord,
} from '#store/read';
import type { StoreWriter } from '#store/write';

/** One workspace as the alerting sees it. */
export interface WorkspaceFacts {
  readonly workspace: WorkspaceRecord;
  readonly stored: AlertBookRecord | undefined;
  readonly book: AlertBook;
  readonly verdicts: readonly Verdict[];
  readonly incidents: readonly Incident[];
  readonly tagsByCampaign: TagsByCampaign;
  readonly loops: ReadonlyMap<CampaignId, ServerLoops>;
  readonly isSweepClean: boolean;
  /** Of the last day. */
  readonly changes: readonly ChangeMark[];
}

/** Everything that the alerting decides from. */
export interface AlertFacts {
  readonly workspaces: readonly WorkspaceFacts[];
  readonly rules: AlertRules;
  readonly silences: readonly Silence[];
  readonly notices: readonly NoticeRecord[];
  readonly lastDigestAt: InstantMs | null;
}

/** What is read of the store. */
export type AlertSource = Pick<
  StoreWriter,
  | 'workspaces'
  | 'fleets'
  | 'openIncidents'
  | 'journal'
  | 'observation'
  | 'observations'
  | 'inboxes'
  | 'campaignTags'
  | 'alertRules'
  | 'silences'
  | 'alertBooks'
  | 'notices'
  | 'lastDigestAt'
  | 'actionsOf'
>;

/**
 * Whether all that is watched was answered for since an instant, without a failure. A campaign outside its window is
 * seldom asked about by itself; of it the list says enough.
 */
export const isCleanSince = (
  since: InstantMs,
  { state }: Pick<WorkspaceRecord, 'state'>,
  verdicts: readonly Verdict[],
  journal: Pick<JournalRecord, 'listedAt' | 'checkedAt' | 'failures'> | undefined,
): boolean => {
  if (state.kind !== 'ok' || !journal || journal.failures > 0) return false;
  // The journal keeps whole seconds.
  const from = since - 1_000;
  if (journal.listedAt === null || journal.listedAt < from) return false;
  return verdicts.every(
    ({ campaignId, health }) =>
      health === 'inactive' || health === 'waiting' || (journal.checkedAt[campaignId] ?? 0) >= from,
  );
};

/** What was answered longer ago is not of now any more: a Sendwatch that did not alert yet may have slept since. */
const FRESH_MS = 15 * MINUTE_MS;

/** From when on answers count for a workspace without a book: since it was connected everything was seen anew. */
const beginOf = ({ connectedAt }: WorkspaceRecord, now: InstantMs): InstantMs =>
  Math.min(now, Math.max(connectedAt, now - FRESH_MS));

/** The tags of every campaign of a workspace: its own, and those of the inboxes that it sends from. Throws StoreError. */
export const readTags = async (
  source: Pick<AlertSource, 'observations' | 'inboxes' | 'campaignTags'>,
  workspaceId: WorkspaceId,
): Promise<TagsByCampaign> => {
  const [observations, inboxes, own] = await Promise.all([
    source.observations(workspaceId),
    source.inboxes(workspaceId),
    source.campaignTags(workspaceId),
  ]);
  const byInbox = new Map(inboxes?.inboxes.map(({ address, tagIds }) => [address, tagIds]));
  return new Map(
    observations.map(({ campaignId, campaign }) => [
      campaignId,
      [
        ...campaign.tagIds,
        ...(own?.tagIds[campaignId] ?? []),
        ...campaign.inboxes.flatMap((address) => byInbox.get(address) ?? []),
      ],
    ]),
  );
};

const isOfTagIn =
  (workspaceId: WorkspaceId) =>
  ({ scope }: Silence): boolean =>
    scope.kind === 'tag' && scope.workspaceId === workspaceId;

const loopsIn = (observation: ObservationRecord | undefined): ServerLoops | undefined => {
  const reading = observation?.reading;
  if (reading?.kind !== 'read') return undefined;
  const { code, loopsWithIssue } = reading.snapshot;
  return typeof code === 'string' && loopsWithIssue !== undefined
    ? { code, loops: loopsWithIssue }
    : undefined;
};

/** Instantly's own count is looked up only where it could end a wait: a red cause that has not lasted long enough yet. */
const loopsOf = async (
  source: AlertSource,
  { workspaceId, alerts }: AlertBook,
  verdicts: readonly Verdict[],
  rules: AlertRules,
): Promise<ReadonlyMap<CampaignId, ServerLoops>> => {
  const lasting = new Set(
    alerts
      .filter(({ state }) => state !== 'pending')
      .map(({ campaignId, code }) => `${campaignId} ${code}`),
  );
  const waiting = verdicts.filter(({ campaignId, causes }) =>
    causes.some(
      ({ code, severity }) =>
        severity === 'red' &&
        ruleFor(rules, code, severity).forMinutes > 0 &&
        !lasting.has(`${campaignId} ${code}`),
    ),
  );
  const loops = new Map<CampaignId, ServerLoops>();
  for (const { campaignId } of waiting) {
    const found = loopsIn(await source.observation(workspaceId, campaignId));
    if (found) loops.set(campaignId, found);
  }
  return loops;
};

/** What Sendwatch changed within the last day, and to which campaigns: those that send from a changed inbox as well. */
const changesOf = async (
  source: AlertSource,
  workspaceId: WorkspaceId,
  now: InstantMs,
): Promise<readonly ChangeMark[]> => {
  const actions = await source.actionsOf(workspaceId, now - DAY_MS);
  const ofInboxes = actions.filter(({ change }) => !('campaignId' in change));
  const observations = ofInboxes.length > 0 ? await source.observations(workspaceId) : [];
  return actions.flatMap(({ change, at }): ChangeMark[] => {
    if ('campaignId' in change) return [{ campaignId: change.campaignId, at }];
    const changed = new Set('inbox' in change ? [change.inbox] : change.inboxes);
    return observations
      .filter(({ campaign }) => campaign.inboxes.some((inbox) => changed.has(inbox)))
      .map(({ campaignId }) => ({ campaignId, at }));
  });
};

/** Reads all that the alerting decides from, as it is stored. Throws StoreError. */
export const loadFacts = async (source: AlertSource, now: InstantMs): Promise<AlertFacts> => {
  const [records, fleets, open, books, rules, silences, notices, lastDigestAt] = await Promise.all([
    source.workspaces(),
    source.fleets(),
    source.openIncidents(),
    source.alertBooks(),
    source.alertRules(),
    source.silences(),
    source.notices(),
    source.lastDigestAt(),
  ]);
  const factsOf = async (workspace: WorkspaceRecord): Promise<WorkspaceFacts> => {
    const { id } = workspace;
    const stored = books.find(({ workspaceId }) => workspaceId === id);
    const book = stored?.book ?? emptyBook(id, beginOf(workspace, now));
    const verdicts = fleets.find(({ workspaceId }) => workspaceId === id)?.verdicts ?? [];
    const { baselineSince } = book;
    return {
      workspace,
      stored,
      book,
      verdicts,
      incidents: open
        .filter(({ workspaceIds }) => workspaceIds.includes(id))
        .map(({ incident }) => incident),
      changes: await changesOf(source, id, now),
      tagsByCampaign: silences.some(isOfTagIn(id)) ? await readTags(source, id) : new Map(),
      loops: await loopsOf(source, book, verdicts, rules),
      isSweepClean:
        baselineSince !== null &&
        isCleanSince(baselineSince, workspace, verdicts, await source.journal(id)),
    };
  };
  return {
    workspaces: await Promise.all(records.map(factsOf)),
    rules,
    silences,
    notices,
    lastDigestAt,
  };
};
