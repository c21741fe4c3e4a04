import {
  type AlertedFleet,
  type AlertOutcome,
  digestDue,
  type FleetsNow,
  joinNotices,
  makeDigest,
  silenceOf,
  stepAlerts,
} from '#incidents';
import {
  type AlertLogRecord,
  type InstantMs,
  type Notice,
  needsPerson,
  type Silence,
  type WorkspaceId,
} from '#model';
import type { AlertBookRecord, SilencedCounts } from '#store/read';
import type { AlertFacts, WorkspaceFacts } from './load-facts.ts';

/** What one run of the alerting brings: what to store and what to tell. */
export interface Decision {
  /** Those that changed. */
  readonly books: readonly AlertBookRecord[];
  readonly log: readonly AlertLogRecord[];
  readonly notices: readonly Notice[];
  /** Ids of notices of which nothing holds any more. */
  readonly clearedIds: readonly string[];
  readonly endedSilenceIds: readonly string[];
  readonly digestAt: InstantMs | undefined;
}

const silencedIn = (
  { workspace, verdicts, tagsByCampaign }: WorkspaceFacts,
  silences: readonly Silence[],
  now: InstantMs,
): SilencedCounts => {
  const counts = { blocked: 0, degraded: 0 };
  if (silences.length === 0) return counts;
  for (const { campaignId, health, causes } of verdicts) {
    if (!needsPerson(health)) continue;
    const subject = { workspaceId: workspace.id, campaignId, code: causes[0]?.code ?? null };
    const silence = silenceOf(subject, silences, tagsByCampaign, now);
    // Somebody who is at it still needs to be: the badge counts what was acknowledged (SURFACES.md).
    if (!silence || silence.kind === 'acknowledged') continue;
    counts[health === 'blocked' ? 'blocked' : 'degraded'] += 1;
  }
  return counts;
};

const isSameCount = (a: SilencedCounts | undefined, b: SilencedCounts): boolean =>
  a?.blocked === b.blocked && a.degraded === b.degraded;

/** Notices of which a person could still see one. */
const openNoticesOf = ({ notices }: Pick<AlertFacts, 'notices'>): readonly Notice[] =>
  notices.filter(({ state }) => state !== 'over').map(({ notice }) => notice);

interface Stepped {
  readonly facts: WorkspaceFacts;
  readonly outcome: AlertOutcome;
}

interface Told {
  readonly notices: readonly Notice[];
  readonly log: readonly AlertLogRecord[];
  readonly clearedIds: readonly string[];
  readonly endedSilenceIds: readonly string[];
  readonly bookOf: (workspaceId: WorkspaceId) => AlertedFleet['book'] | undefined;
  readonly digestAt: InstantMs | undefined;
}

const tell = (stepped: readonly Stepped[], facts: AlertFacts, now: InstantMs): Told => {
  const { rules, silences, lastDigestAt } = facts;
  const outcomes = stepped.map(({ outcome }) => outcome);
  const state: FleetsNow = {
    fleets: stepped.map(({ facts: { verdicts }, outcome: { book } }) => ({ book, verdicts })),
    silences,
    // No campaign is in two workspaces.
    tagsByCampaign: new Map(stepped.flatMap((one) => [...one.facts.tagsByCampaign])),
    rules,
    now,
  };
  const joined = joinNotices({ outcomes, state, openNotices: openNoticesOf(facts) });
  const connectedAt = Math.min(...stepped.map((one) => one.facts.workspace.connectedAt));
  const isDigest = stepped.length > 0 && digestDue(state, lastDigestAt ?? connectedAt);
  const digest = isDigest ? makeDigest(state) : undefined;
  const books = digest?.books ?? outcomes.map(({ book }) => book);
  return {
    notices: [...joined.notices, ...(digest ? [digest.notice] : [])],
    log: [...outcomes.flatMap(({ log }) => log), ...(digest?.log ?? [])],
    clearedIds: joined.cleared,
    endedSilenceIds: joined.ended.map(({ id }) => id),
    bookOf: (id) => books.find(({ workspaceId }) => workspaceId === id),
    digestAt: digest && now,
  };
};

/** Decides what is told after what was read. Pure: the same facts at the same time give the same decision. */
export const decide = (facts: AlertFacts, now: InstantMs): Decision => {
  const { rules, silences } = facts;
  const openNotices = openNoticesOf(facts).map(({ id }) => id);
  // Nobody has to hear of the demo; what a person silences in it is left out of the badge all the same.
  const watched = facts.workspaces.filter(({ workspace }) => !workspace.isDemo);
  const stepped = watched.map(
    (one): Stepped => ({
      facts: one,
      outcome: stepAlerts({
        book: one.book,
        verdicts: one.verdicts,
        incidents: one.incidents,
        workspaceState: one.workspace.state,
        tagsByCampaign: one.tagsByCampaign,
        silences,
        rules,
        now,
        isSweepClean: one.isSweepClean,
        changes: one.changes,
        openNotices,
        loops: one.loops,
      }),
    }),
  );
  const told = tell(stepped, facts, now);
  const ended = new Set(told.endedSilenceIds);
  const standing = silences.filter(({ id }) => !ended.has(id));
  const books = facts.workspaces.flatMap((one): AlertBookRecord[] => {
    const { id: workspaceId } = one.workspace;
    const book = told.bookOf(workspaceId) ?? one.book;
    const silenced = silencedIn(one, standing, now);
    const isKnown = one.stored?.book === book && isSameCount(one.stored.silenced, silenced);
    return isKnown ? [] : [{ workspaceId, book, silenced }];
  });
  return { ...told, books };
};

/** Whether there is anything to store. */
export const isNews = (decision: Decision): boolean =>
  [
    decision.books,
    decision.log,
    decision.notices,
    decision.clearedIds,
    decision.endedSilenceIds,
  ].some((part) => part.length > 0);
