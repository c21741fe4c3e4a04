import { type Report, simulateHours } from '../../tools/simulate/simulate-hours.ts';
import { SITUATIONS, type Situation } from '../../tools/simulate/situations.ts';
import { START, type World } from '../../tools/simulate/world.ts';
import type { Sabotage, WorldOptions } from '../../tools/simulate/world-options.ts';

// The real watcher and the real gateways in a simulated browser, over a simulated Instantly.

/** One question as it left the browser. */
export interface Asked {
  /** True time since the start, in ms. */
  readonly at: number;
  readonly url: string;
  /** What came back; null until then, and for ever when nothing did. */
  status: number | null;
  /** When it came back, as `at`. */
  answeredAt: number | null;
}

/** What a play asked for and broke. */
export interface Played {
  readonly report: Report;
  readonly asked: readonly Asked[];
  readonly world: World;
}

/** What is played: nothing happens to the world but what the script does. */
export interface Play extends Partial<WorldOptions> {
  readonly hours?: number;
  readonly campaigns?: number;
  readonly workspaces?: number;
  readonly script?: (world: World) => void;
  /** The simulation, loaded without one of its guards. */
  readonly simulate?: typeof simulateHours;
}

/** A situation of the simulated Instantly, by its name. */
export const situation = (name: string): Situation => {
  const found = SITUATIONS.find((candidate) => candidate.name === name);
  if (found === undefined) throw new RangeError(name);
  return found;
};

/** Plays a few simulated hours and notes every question. */
export const play = async ({
  script,
  simulate = simulateHours,
  sabotage = {},
  ...options
}: Play): Promise<Played> => {
  const asked: Asked[] = [];
  let world: World | undefined;
  const elapsed = (): number => (world?.timeline.now() ?? START) - START;
  const noting: Sabotage['fetch'] = (fetch) => {
    const inner = sabotage.fetch?.(fetch) ?? fetch;
    return async (url, init) => {
      const one: Asked = { at: elapsed(), url, status: null, answeredAt: null };
      asked.push(one);
      const response = await inner(url, init);
      one.status = response.status;
      one.answeredAt = elapsed();
      return response;
    };
  };
  const report = await simulate({
    seed: 2,
    hours: 2,
    campaigns: 8,
    workspaces: 2,
    faults: 0,
    killChance: 0,
    isQuiet: true,
    situationOf: () => situation('sends'),
    ...options,
    sabotage: { ...sabotage, fetch: noting },
    script: (played) => {
      world = played;
      script?.(played);
    },
  });
  if (world === undefined) throw new Error('nothing was played');
  return { report, asked, world };
};

/** Most questions in any stretch of so many ms. */
export const mostWithin = (asked: readonly { readonly at: number }[], spanMs: number): number => {
  let most = 0;
  let from = 0;
  for (const [to, { at }] of asked.entries()) {
    while ((asked[from]?.at ?? at) <= at - spanMs) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
};

/** The sum of what a report found broken. */
export const brokenIn = ({ failed }: Report): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(failed).filter(([, times]) => times > 0));

/** The simulation as it is when some modules are other ones: to be given to `loadWithout`. */
export const loadSimulation = async (): Promise<typeof simulateHours> =>
  (await import('../../tools/simulate/simulate-hours.ts')).simulateHours;
