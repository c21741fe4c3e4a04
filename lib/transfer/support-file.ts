import { type CauseCode, countHealths, type InstantMs, utcDate, type Verdict } from '#model';
import type { StorageTrouble, StoreReader, WorkspaceRecord } from '#store/read';
import { isSettingName, isSettingValue, type Settings } from '#store/settings';
import { APP } from './export-file.ts';

/** What a support file says beside what is stored. */
export interface SupportContext {
  readonly version: string;
  /** The browser's name for itself, and its language. */
  readonly userAgent: string;
  readonly language: string;
  readonly settings: Settings;
  readonly trouble: StorageTrouble | null;
  /** Bytes that Sendwatch takes; null when the browser does not say. */
  readonly bytes: number | null;
  /** Whether ids of workspaces and campaigns may be in it. Names and addresses never are. */
  readonly hasIds: boolean;
  readonly now: InstantMs;
}

type Source = Pick<
  StoreReader,
  'workspaces' | 'fleets' | 'inboxes' | 'journal' | 'historyOf' | 'incidents' | 'cacheReset'
> &
  Pick<StoreReader, 'quarantined'>;

/** How a scope is spelled. What Instantly names otherwise might be anything, and is left out. */
const SCOPE = /^[a-z_]{3,40}:[a-z_]{3,20}$/;
const AGENT = /\b(?:Chrome|Firefox|Edg|OPR|Vivaldi)\/[\d.]+/g;
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
const VERSION = /^\d+(?:\.\d+){0,3}$/;

const secondsAgo = (at: InstantMs | null | undefined, now: InstantMs): number | null =>
  at == null ? null : Math.round((now - at) / 1_000);

const countBy = <Word extends string>(words: readonly Word[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

/** Only what has the shape of a setting: a broken value could be anything. */
const plainSettings = (settings: Settings) =>
  Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) => isSettingName(name) && isSettingValue(name, value),
    ),
  );

const stateOf = ({ state, missingScopes }: WorkspaceRecord, now: InstantMs) => ({
  kind: state.kind,
  forSeconds: 'since' in state ? secondsAgo(state.since, now) : null,
  missingScopes: [
    ...new Set([...missingScopes, ...(state.kind === 'scope_missing' ? state.scopes : [])]),
  ].filter((scope) => SCOPE.test(scope)),
});

const causesOf = (verdicts: readonly Verdict[]): readonly CauseCode[] =>
  verdicts.flatMap(({ causes }) => causes.map(({ code }) => code));

const aboutWorkspace = async (
  source: Source,
  record: WorkspaceRecord,
  verdicts: readonly Verdict[],
  { now, hasIds }: SupportContext,
) => {
  const [journal, inboxes, history] = await Promise.all([
    source.journal(record.id),
    source.inboxes(record.id),
    source.historyOf(record.id, 0),
  ]);
  return {
    ...(hasIds && { id: record.id }),
    state: stateOf(record, now),
    abilities: record.abilities,
    isDemo: record.isDemo,
    hasAdminKey: record.adminId !== undefined,
    generation: record.generation,
    connectedSecondsAgo: secondsAgo(record.connectedAt, now),
    healths: countHealths(verdicts),
    causes: countBy(causesOf(verdicts)),
    inboxes: inboxes && {
      readSecondsAgo: secondsAgo(inboxes.readAt, now),
      tags: inboxes.tags.length,
      statuses: countBy(inboxes.inboxes.map(({ status }) => wordOf(status))),
    },
    changesOfVerdicts: history.length,
    checking: journal && {
      listedSecondsAgo: secondsAgo(journal.listedAt, now),
      sweptSecondsAgo: Object.fromEntries(
        Object.entries(journal.sweptAt).map(([sweep, at]) => [sweep, secondsAgo(at, now)]),
      ),
      oldestAnswerSecondsAgo: secondsAgo(
        Object.values(journal.checkedAt).reduce<number | null>(
          (oldest, at) => (oldest === null || at < oldest ? at : oldest),
          null,
        ),
        now,
      ),
      roundMs: journal.stretchedMs,
      failuresInARow: journal.failures,
      waitsForSeconds:
        journal.notBefore === null ? null : Math.round((journal.notBefore - now) / 1_000),
      requestsPerSecond: journal.bucket.ratePerSecond,
      requestsLeft: Math.round(journal.bucket.tokens),
      stepsOfInstantlyMs: journal.loopStepsMs,
    },
    ...(hasIds && {
      campaigns: verdicts.map(({ campaignId, health, causes, observedAt }) => ({
        id: campaignId,
        health,
        causes: causes.map(({ code }) => code),
        readSecondsAgo: secondsAgo(observedAt, now),
      })),
    }),
  };
};

/** A closed word as it is; what Sendwatch does not know as "unseen", for it could be anything. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' && /^[a-z_]{2,30}$/.test(value) ? value : 'unseen';

/**
 * What somebody who helps has to know: versions, counts, states, rates and errors. No names, no addresses, no part of a
 * key, no text of Instantly's; ids only where chosen. Throws StoreError.
 */
export const supportFile = async (source: Source, context: SupportContext) => {
  const { now, version, userAgent, language, settings, trouble, bytes } = context;
  const [workspaces, fleets, incidents, reset] = await Promise.all([
    source.workspaces(),
    source.fleets(),
    source.incidents(),
    source.cacheReset(),
  ]);
  const verdictsOf = ({ id }: WorkspaceRecord): readonly Verdict[] =>
    fleets.find(({ workspaceId }) => workspaceId === id)?.verdicts ?? [];
  const open = incidents.filter(({ state }) => state !== 'resolved');
  return {
    app: APP,
    kind: 'support',
    format: 1,
    at: new Date(now).toISOString(),
    version: VERSION.test(version) ? version : 'unknown',
    browser: userAgent.match(AGENT) ?? [],
    language: LANGUAGE.test(language) ? language : 'unknown',
    settings: plainSettings(settings),
    storage: {
      bytes,
      trouble,
      damagedValues: source.quarantined(),
      readAnew: reset ? { reason: reset.reason, secondsAgo: secondsAgo(reset.at, now) } : null,
    },
    incidents: { open: countBy(open.map(({ incident }) => incident.code)), all: incidents.length },
    workspaces: await Promise.all(
      workspaces.map((record) => aboutWorkspace(source, record, verdictsOf(record), context)),
    ),
  };
};

export type SupportFile = Awaited<ReturnType<typeof supportFile>>;

/** The name under which a support file is saved. */
export const supportFileName = (now: InstantMs): string => `sendwatch-support-${utcDate(now)}.json`;
