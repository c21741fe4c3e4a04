import type { InstantMs, WorkspaceState } from '#model';
import type { Head } from '#store/read';

/** What the toolbar icon shows (SURFACES.md). `title` is a key of the catalogue with its figures. */
export interface Badge {
  readonly text: string;
  readonly tone: 'blocked' | 'degraded' | 'unknown' | 'none';
  readonly title:
    | {
        readonly key:
          | 'badge.notConnected'
          | 'badge.keyProblem'
          | 'badge.firstCheck'
          | 'badge.notFresh'
          | 'badge.nothing';
      }
    | { readonly key: 'badge.needYou'; readonly count: number }
    | {
        readonly key: 'badge.needYouSilenced' | 'badge.nothingSilenced';
        readonly count: number;
        /** Campaigns that need a person, of which nobody is told for now. */
        readonly silenced: number;
      };
}

/** Older than this, no answer of a workspace counts as fresh. */
export const FRESH_FOR_MS = 15 * 60_000;

const KEY_PROBLEMS: ReadonlySet<WorkspaceState['kind']> = new Set([
  'key_rejected',
  'no_plan',
  'scope_missing',
  'permission_missing',
]);

const forCounts = ({ counts, silenced }: Pick<Head, 'counts' | 'silenced'>): Badge => {
  const blocked = Math.max(0, counts.blocked - silenced.blocked);
  const count = blocked + Math.max(0, counts.degraded - silenced.degraded);
  const rest = counts.blocked + counts.degraded - count;
  const text = count > 99 ? '99+' : String(count);
  const tone = blocked > 0 ? 'blocked' : 'degraded';
  if (rest === 0) {
    return count === 0
      ? { text: '', tone: 'none', title: { key: 'badge.nothing' } }
      : { text, tone, title: { key: 'badge.needYou', count } };
  }
  return count === 0
    ? { text: '', tone: 'none', title: { key: 'badge.nothingSilenced', count, silenced: rest } }
    : { text, tone, title: { key: 'badge.needYouSilenced', count, silenced: rest } };
};

/** Decides the badge from the head alone, so that it can be made again after any restart. */
export const badgeFor = (head: Head | null, now: InstantMs): Badge => {
  const workspaces = head?.workspaces ?? [];
  if (head === null || workspaces.length === 0) {
    return { text: '', tone: 'none', title: { key: 'badge.notConnected' } };
  }
  if (workspaces.some(({ state }) => KEY_PROBLEMS.has(state.kind))) {
    return { text: '!', tone: 'blocked', title: { key: 'badge.keyProblem' } };
  }
  if (
    workspaces.every(({ state, checkedAt }) => state.kind === 'first_check' || checkedAt === null)
  ) {
    return { text: '…', tone: 'none', title: { key: 'badge.firstCheck' } };
  }
  const isFresh = ({ checkedAt }: (typeof workspaces)[number]): boolean =>
    checkedAt !== null && now - checkedAt < FRESH_FOR_MS;
  if (!workspaces.some(isFresh)) {
    return { text: '?', tone: 'unknown', title: { key: 'badge.notFresh' } };
  }
  return forCounts(head);
};
