import type { CampaignId, InstantMs, KeyAbilities, SubsequenceFacts } from '#model';
import { DAY_MS, HOUR_MS, MINUTE_MS, utcDate } from '#model';
import { SWEEPS, type Sweep } from '#store/read';
import type { Ask } from './ask.ts';
import type { Memory } from './memory.ts';
import { isOlder } from './rhythm.ts';

/** Facts a verdict needs beside list and status, each at its own slow pace and only where the key allows it. */
interface SweepPlan {
  readonly intervalMs: number;
  readonly ability: keyof KeyAbilities;
  /** The questions of one round; none means that there is nothing to ask about. */
  readonly asks: (memory: Memory, now: InstantMs) => readonly Ask[];
}

/** Most ids or addresses in one question (INSTANTLY.md 2.6, 2.7). */
const MOST_PER_ASK = 100;

const inHundreds = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / MOST_PER_ASK) }, (_, n) =>
    items.slice(n * MOST_PER_ASK, (n + 1) * MOST_PER_ASK),
  );

const running = ({ observations }: Memory): CampaignId[] =>
  [...observations.values()]
    .filter(({ campaign }) => campaign.lifecycle === 'active')
    .map(({ campaignId }) => campaignId)
    .sort();

const runsSubsequences = ({ observations }: Memory): CampaignId[] =>
  [...observations.values()]
    .filter(
      ({ campaign, reading }) =>
        campaign.lifecycle === 'running_subsequences' ||
        (reading.kind === 'read' && reading.snapshot.code === 'campaign_running_subsequences'),
    )
    .map(({ campaignId }) => campaignId)
    .sort();

const PLANS: Readonly<Record<Sweep, SweepPlan>> = {
  // One cheap question that tells every broken inbox (INSTANTLY.md 2.7).
  inboxErrors: {
    intervalMs: 2 * MINUTE_MS,
    ability: 'readInboxes',
    asks: () => [{ kind: 'inboxErrors', cursor: null }],
  },
  inboxes: {
    intervalMs: 6 * HOUR_MS,
    ability: 'readInboxes',
    asks: () => [{ kind: 'inboxes', cursor: null }],
  },
  inboxDays: {
    intervalMs: HOUR_MS,
    ability: 'readInboxes',
    asks: ({ inboxes }, now) =>
      inHundreds([...inboxes.keys()].sort()).map((addresses) => ({
        kind: 'inboxDays',
        addresses,
        date: utcDate(now),
      })),
  },
  leads: {
    intervalMs: HOUR_MS,
    ability: 'readAnalytics',
    asks: (memory) =>
      inHundreds(running(memory)).map((campaignIds) => ({ kind: 'leads', campaignIds })),
  },
  subsequences: {
    intervalMs: 15 * MINUTE_MS,
    ability: 'readSubsequences',
    asks: (memory) =>
      runsSubsequences(memory).map((campaignId) => ({ kind: 'subsequences', campaignId })),
  },
  tags: {
    intervalMs: DAY_MS,
    ability: 'readTags',
    asks: () => [{ kind: 'tags', cursor: null }],
  },
};

/** The ability without which a round is not asked. */
export const abilityOf = (sweep: Sweep): keyof KeyAbilities => PLANS[sweep].ability;

// A new UTC day, a set of inboxes that was read since: what was swept no longer fits.
const isOutdated = (sweep: Sweep, { journal }: Memory, now: InstantMs): boolean => {
  const at = journal.sweptAt[sweep];
  if (sweep !== 'inboxDays' || at === undefined) return false;
  return utcDate(at) !== utcDate(now) || at < (journal.sweptAt.inboxes ?? 0);
};

/** Rounds that are due and allowed, in the order in which they are asked. */
export const dueSweeps = (memory: Memory, now: InstantMs): Sweep[] =>
  SWEEPS.filter((sweep) => {
    const { intervalMs, ability } = PLANS[sweep];
    return (
      memory.workspace.abilities[ability] !== false &&
      (isOlder(memory.journal.sweptAt[sweep], intervalMs, now) || isOutdated(sweep, memory, now))
    );
  });

/** The questions of one round. */
export const sweepAsks = (sweep: Sweep, memory: Memory, now: InstantMs): readonly Ask[] =>
  PLANS[sweep].asks(memory, now);

/** The questions after the subsequences of a campaign are known: how those that run stand. */
export const subsequenceAsks = (
  campaignId: CampaignId,
  subsequences: readonly SubsequenceFacts[],
): readonly Ask[] =>
  subsequences
    .filter(({ lifecycle }) => lifecycle === 'active')
    .map(({ id }) => ({ kind: 'subsequenceStatus', campaignId, subsequenceId: id }));

/** The instant at which the next round of any kind is due. */
export const nextSweepAt = ({ journal, workspace }: Memory, now: InstantMs): InstantMs =>
  SWEEPS.filter((sweep) => workspace.abilities[PLANS[sweep].ability] !== false).reduce(
    (least, sweep) => Math.min(least, (journal.sweptAt[sweep] ?? now) + PLANS[sweep].intervalMs),
    Number.POSITIVE_INFINITY,
  );

export const sweepOf = (ask: Ask): Sweep | null => {
  switch (ask.kind) {
    case 'campaigns':
    case 'status':
      return null;
    case 'subsequenceStatus':
      return 'subsequences';
    default:
      return ask.kind;
  }
};
