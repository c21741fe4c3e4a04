import { type InstantMs, MINUTE_MS, SECOND_MS } from '#model';
import type { NoticeRecord } from '#store/read';
import type { AlertCommit, StoreWriter } from '#store/write';
import { type Decision, decide, isNews } from './decide.ts';
import { type AlertFacts, type AlertSource, loadFacts } from './load-facts.ts';
import { type ShowPort, showNotices, standingIn } from './show-notices.ts';
import { deliveriesOf } from './webhooks/index.ts';

/** What the alerting needs of the world. Each call may be the last one before the worker is killed. */
export interface AlertsPort extends Omit<ShowPort, 'store'> {
  readonly store: AlertSource & Pick<StoreWriter, 'commitAlerts' | 'changeNotices'>;
  /** Places outside the browser to which notices go too: what is to be delivered is stored together with them. */
  readonly readWebhooks: () => Promise<readonly { readonly id: string }[]>;
}

/** The background's hold on telling people. */
export interface Alerts {
  /**
   * One step of the alerting over what is stored now: decides, stores, shows. Says whether anything was stored. Calls
   * that come while one runs are met by one more.
   */
  run(): Promise<boolean>;
  /** The same, unless it ran within the last moments anyway. */
  catchUp(): Promise<boolean>;
  /** Makes the screen anew what is stored: after notifications were switched on or off, or everything was erased. */
  redraw(): Promise<void>;
  /** When it has to run again although nothing was checked; null: never. As of the last run. */
  dueAt(): InstantMs | null;
}

const LATELY_MS = 20 * SECOND_MS;

/** The alarm is never set later than this (lib/watch/alarm.ts); what is to end in hours is looked at so often. */
const LOOK_AGAIN_MS = 15 * MINUTE_MS;

/**
 * When the clock alone changes something: a silence ends, an alert has lasted, quiet hours are over, the digest's hour
 * has come. What is watched is checked far more often; this is for what waits while nothing is.
 */
const dueAfter = (
  { workspaces, rules, silences }: AlertFacts,
  decision: Decision,
  now: InstantMs,
): InstantMs | null => {
  const books = workspaces.map(
    ({ workspace, book }) =>
      decision.books.find(({ workspaceId }) => workspaceId === workspace.id)?.book ?? book,
  );
  const ends = silences.flatMap(({ until }) => (until !== null && until > now ? [until] : []));
  const isWaiting =
    books.some(({ alerts, troubles }) => alerts.length + troubles.length > 0) ||
    (workspaces.length > 0 && rules.digest !== null);
  if (!isWaiting && ends.length === 0) return null;
  return Math.min(now + LOOK_AGAIN_MS, ...ends);
};

const recordsOf = (
  { notices, clearedIds }: Decision,
  known: readonly NoticeRecord[],
  now: InstantMs,
): readonly NoticeRecord[] => {
  const told = new Set(notices.map(({ id }) => id));
  const cleared = new Set(clearedIds.filter((id) => !told.has(id)));
  return [
    ...known
      .filter(({ notice, state }) => cleared.has(notice.id) && state !== 'over')
      .map(({ notice }) => ({ notice, state: 'over' as const, stateAt: now })),
    ...notices.map((notice) => ({ notice, state: 'due' as const, stateAt: now })),
  ];
};

/** Runs one piece of work at a time; calls that come meanwhile share the next one. */
const oneAtATime = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    const mine = work().finally(() => {
      if (running === mine) running = undefined;
    });
    running = mine;
    return mine;
  };
  const beginNext = (): Promise<T> => {
    next = undefined;
    return begin();
  };
  return () => {
    if (running === undefined) return begin();
    next ??= running.then(beginNext, beginNext);
    return next;
  };
};

/** Makes the alerting. All that it knows between two runs is stored; a new worker goes on where the last one was killed. */
export const createAlerts = (port: AlertsPort): Alerts => {
  const { store } = port;
  let dueAt: InstantMs | null = null;
  /** What this worker last left on the screen; undefined: not known. */
  let standing: ReadonlySet<string> | undefined;
  let ranAt = -Infinity;

  const commitOf = async (decision: Decision, facts: AlertFacts): Promise<AlertCommit> => ({
    books: decision.books,
    log: decision.log,
    notices: recordsOf(decision, facts.notices, port.now()),
    endedSilenceIds: decision.endedSilenceIds,
    ...(decision.digestAt !== undefined && { digestAt: decision.digestAt }),
    deliveries:
      decision.notices.length > 0
        ? deliveriesOf(decision.notices, await port.readWebhooks(), port.now())
        : [],
  });

  const step = async (): Promise<boolean> => {
    const now = port.now();
    const facts = await loadFacts(store, now);
    const decision = decide(facts, now);
    dueAt = dueAfter(facts, decision, now);
    const hasNews = isNews(decision);
    if (hasNews) await store.commitAlerts(await commitOf(decision, facts));
    // A workspace that was removed took its notices along.
    const isSame = standing && standing.symmetricDifference(standingIn(facts.notices)).size === 0;
    if (!isSame || decision.notices.length + decision.clearedIds.length > 0) {
      standing = undefined;
      standing = await showNotices(port);
    }
    ranAt = now;
    return hasNews;
  };

  const run = oneAtATime(step);
  return {
    run,
    catchUp: async () => Math.abs(port.now() - ranAt) >= LATELY_MS && run(),
    redraw: async () => {
      standing = undefined;
      await run();
    },
    dueAt: () => dueAt,
  };
};
