import { type FlowEdge, type FlowProblem, type FlowSolver, flowSolver } from './max-flow.ts';

/** Campaigns with what each wants, and the ports they share. Campaigns are numbered in the order that decides ties. */
export interface ShareProblem extends FlowProblem {
  readonly wanted: readonly number[];
}

/** What each campaign gets, and how much runs over each edge of the problem. */
export interface Shares {
  readonly mails: readonly number[];
  readonly onEdge: readonly number[];
}

/** A part of the whole problem that no longer touches the rest: numbers are those of the whole. */
interface Part {
  readonly campaigns: readonly number[];
  readonly ports: readonly { readonly port: number; readonly room: number }[];
  readonly edges: readonly number[];
  /** What its campaigns get together: the cut that made the part says so. */
  readonly total: number;
}

const sumOf = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0);

/** The greatest whole level at which everyone's share, between what it has for sure and what it wants, fits the total. */
const levelFor = (sure: readonly number[], wanted: readonly number[], total: number): number => {
  const at = (level: number): number =>
    sumOf(wanted.map((most, c) => Math.max(sure[c] ?? 0, Math.min(most, level))));
  let low = 0;
  let high = Math.max(0, ...wanted);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (at(middle) <= total) low = middle;
    else high = middle - 1;
  }
  return low;
};

/**
 * Max–min fair whole shares whose sum is the maximum flow. What a set of campaigns can get together is submodular, so
 * the fair split is found by cutting: level everyone, solve, and where the level does not fit, the minimum cut parts the
 * campaigns into those that stay below it and those that may rise above it; each side is a smaller problem of its own.
 * Mails left over by a whole level go to the lowest numbers.
 */
export const fairShares = (problem: ShareProblem): Shares => {
  const { wanted } = problem;
  const mails = wanted.map(() => 0);
  const onEdge = problem.edges.map(() => 0);

  const localise = ({ campaigns, ports, edges }: Part): FlowProblem => {
    const campaignAt = new Map(campaigns.map((campaign, at) => [campaign, at]));
    const portAt = new Map(ports.map(({ port }, at) => [port, at]));
    return {
      ports: ports.map(({ room }) => room),
      edges: edges.map((edge) => {
        const { campaign, port, most } = problem.edges[edge] as FlowEdge;
        return {
          campaign: campaignAt.get(campaign) as number,
          port: portAt.get(port) as number,
          most,
        };
      }),
    };
  };

  const keep = (part: Part, solver: FlowSolver): void => {
    part.campaigns.forEach((campaign, at) => {
      mails[campaign] = (mails[campaign] ?? 0) + solver.sentBy(at);
    });
    part.edges.forEach((edge, at) => {
      onEdge[edge] = solver.onEdge(at);
    });
  };

  /** Cuts a part in two. Edges out of the contended side are used in full by every best split, edges into it not at all. */
  const cut = (part: Part, local: FlowProblem, solver: FlowSolver): readonly [Part, Part] => {
    const side = solver.contended();
    const taken = part.ports.map(() => 0);
    const inside: number[] = [];
    const outside: number[] = [];
    let total = 0;
    part.campaigns.forEach((campaign, at) => {
      if (side.campaigns[at] === true) total += (mails[campaign] ?? 0) + solver.sentBy(at);
    });
    part.edges.forEach((edge, at) => {
      const { campaign, port, most } = local.edges[at] as FlowEdge;
      const isFromContended = side.campaigns[campaign] === true;
      const isToContended = side.ports[port] === true;
      if (isFromContended && isToContended) inside.push(edge);
      if (!isFromContended && !isToContended) outside.push(edge);
      if (!isFromContended || isToContended) return;
      const whole = part.campaigns[campaign] as number;
      mails[whole] = (mails[whole] ?? 0) + most;
      onEdge[edge] = most;
      taken[port] = (taken[port] ?? 0) + most;
    });
    const pick = (isContended: boolean, edges: readonly number[], sum: number): Part => ({
      campaigns: part.campaigns.filter((_, at) => side.campaigns[at] === isContended),
      ports: part.ports
        .map(({ port, room }, at) => ({ port, room: room - (taken[at] ?? 0) }))
        .filter((_, at) => side.ports[at] === isContended),
      edges,
      total: sum,
    });
    return [pick(true, inside, total), pick(false, outside, part.total - total)];
  };

  const waiting: Part[] = [];

  const settle = (part: Part): void => {
    const local = localise(part);
    const solver = flowSolver(part.campaigns.length, local);
    const sure = part.campaigns.map((campaign) => mails[campaign] ?? 0);
    const most = part.campaigns.map((campaign) => wanted[campaign] ?? 0);
    const beyondSure = (level: number): number[] =>
      most.map((one, at) => Math.max(0, Math.min(one, level) - (sure[at] ?? 0)));
    const missing = part.total - sumOf(sure);
    const level = levelFor(sure, most, part.total);
    const levelled = beyondSure(level);
    if (solver.fill(levelled) === sumOf(levelled)) {
      const next = beyondSure(level + 1);
      next.forEach((cap, at) => {
        if (solver.total() < missing && solver.sentBy(at) < cap) solver.addOne(at);
      });
      solver.fill(next);
    }
    if (solver.total() === missing) keep(part, solver);
    else waiting.push(...cut(part, local, solver));
  };

  const whole: Part = {
    campaigns: wanted.map((_, at) => at),
    ports: problem.ports.map((room, port) => ({ port, room })),
    edges: problem.edges.map((_, at) => at),
    total: 0,
  };
  const solver = flowSolver(wanted.length, problem);
  const total = solver.fill(wanted);
  if (total === sumOf(wanted)) keep(whole, solver);
  else waiting.push(...cut({ ...whole, total }, problem, solver));
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) settle(part);
  return { mails, onEdge };
};
