import { HOUR_MS, MINUTE_MS } from '#model';
import type { Failure, Invariant } from './audit.ts';
import { inspectIn, liveIn } from './life.ts';
import { createWorld, START, type World } from './world.ts';
import type { Tally, WorldOptions } from './world-options.ts';

export interface SimulationOptions extends Partial<Omit<WorldOptions, 'seed'>> {
  readonly seed: number;
  /** Over all workspaces. */
  readonly campaigns: number;
  /** 3 if not said. */
  readonly workspaces?: number;
  readonly hours: number;
  /** What happens instead of a whole life; only in one's own thread. */
  readonly script?: (world: World) => void;
}

/** What a simulation found. */
export interface Report {
  readonly seed: number;
  readonly hours: number;
  readonly counts: Readonly<Record<Invariant, number>>;
  readonly failed: Readonly<Record<Invariant, number>>;
  readonly failures: readonly Failure[];
  readonly tally: Tally;
  readonly longestLatenessMs: number;
  readonly longestRecoveryMs: number;
  readonly mostPerMinute: number;
}

/** Plays so many simulated hours from a seed. The same options give the same report. */
export const simulateHours = async (options: SimulationOptions): Promise<Report> => {
  const { seed, hours, campaigns, workspaces = 3 } = options;
  const world = createWorld({
    faults: 0.05,
    killChance: 0.000_2,
    runningMs: 5 * MINUTE_MS,
    budgetPercent: 5,
    ...options,
  });
  for (let n = 0; n < workspaces; n += 1) {
    world.connect(Math.floor((campaigns + n) / workspaces));
  }
  if (options.script) options.script(world);
  else if (options.isQuiet !== true) liveIn(world);
  inspectIn(world);
  await world.timeline.playUntil(START + hours * HOUR_MS);
  const { counts, failed, failures } = world.audit;
  return {
    seed,
    hours,
    counts,
    failed,
    failures,
    tally: world.tally,
    longestLatenessMs: world.turns.longestLatenessMs(),
    longestRecoveryMs: world.turns.longestRecoveryMs(),
    mostPerMinute: world.budget.mostPerMinute(),
  };
};
