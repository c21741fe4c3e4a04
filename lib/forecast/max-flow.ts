/** At most this many mails can go from a campaign into a port. */
export interface FlowEdge {
  readonly campaign: number;
  readonly port: number;
  readonly most: number;
}

/** Campaigns send over edges into ports: an inbox before or after its reset. All figures are whole and below 2^30. */
export interface FlowProblem {
  /** Room of each port. */
  readonly ports: readonly number[];
  readonly edges: readonly FlowEdge[];
}

export interface FlowSolver {
  /** Sends as much as the caps allow on top of what flows already, and never takes any back from a campaign. */
  readonly fill: (caps: readonly number[]) => number;
  /** Sends up to one more mail for one campaign; false when there is no way for it. */
  readonly addOne: (campaign: number) => boolean;
  readonly sentBy: (campaign: number) => number;
  readonly total: () => number;
  readonly onEdge: (edge: number) => number;
  /** Which campaigns and ports could still take from the source: the contended side of the minimum cut. */
  readonly contended: () => {
    readonly campaigns: readonly boolean[];
    readonly ports: readonly boolean[];
  };
}

/**
 * Maximum flow by Dinic's method on typed arrays, without any flow at first. Campaigns are served in the order of their
 * numbers, so the same problem always gives the same flow.
 */
export const flowSolver = (campaignCount: number, problem: FlowProblem): FlowSolver => {
  const { ports, edges } = problem;
  const source = 0;
  const portAt = 1 + campaignCount;
  const sink = portAt + ports.length;
  const arcCount = 2 * (campaignCount + edges.length + ports.length);
  const head = new Int32Array(sink + 1).fill(-1);
  const next = new Int32Array(arcCount);
  const to = new Int32Array(arcCount);
  const room = new Int32Array(arcCount);
  // An arc and its reverse are neighbours: arc ^ 1. Lists grow at the head, so they are laid backwards.
  const lay = (arc: number, from: number, target: number, most: number): void => {
    to[arc] = target;
    room[arc] = most;
    next[arc] = head[from] as number;
    head[from] = arc;
    to[arc + 1] = from;
    next[arc + 1] = head[target] as number;
    head[target] = arc + 1;
  };
  const edgeArc = 2 * campaignCount;
  const portArc = edgeArc + 2 * edges.length;
  for (let at = campaignCount - 1; at >= 0; at -= 1) lay(2 * at, source, 1 + at, 0);
  for (let at = edges.length - 1; at >= 0; at -= 1) {
    const edge = edges[at] as FlowEdge;
    lay(edgeArc + 2 * at, 1 + edge.campaign, portAt + edge.port, edge.most);
  }
  for (let at = ports.length - 1; at >= 0; at -= 1) {
    lay(portArc + 2 * at, portAt + at, sink, ports[at] as number);
  }

  const level = new Int32Array(sink + 1);
  const queue = new Int32Array(sink + 1);
  const open = new Int32Array(sink + 1);
  const path = new Int32Array(sink + 1);

  const rank = (start: number): boolean => {
    level.fill(-1);
    level[start] = 0;
    queue[0] = start;
    let filled = 1;
    for (let at = 0; at < filled && level[sink] === -1; at += 1) {
      const node = queue[at] as number;
      for (let arc = head[node] as number; arc !== -1; arc = next[arc] as number) {
        const target = to[arc] as number;
        if ((room[arc] as number) <= 0 || level[target] !== -1) continue;
        level[target] = (level[node] as number) + 1;
        queue[filled] = target;
        filled += 1;
      }
    }
    return level[sink] !== -1;
  };

  /** One walk from `start` along rising levels; 0 when there is none left. */
  const walk = (start: number, most: number): number => {
    let depth = 0;
    let node = start;
    while (node !== sink) {
      let arc = open[node] as number;
      while (
        arc !== -1 &&
        ((room[arc] as number) <= 0 || level[to[arc] as number] !== (level[node] as number) + 1)
      ) {
        arc = next[arc] as number;
      }
      open[node] = arc;
      if (arc !== -1) {
        path[depth] = arc;
        depth += 1;
        node = to[arc] as number;
      } else if (depth === 0) return 0;
      else {
        depth -= 1;
        level[node] = -1;
        node = to[(path[depth] as number) ^ 1] as number;
      }
    }
    let amount = most;
    for (let at = 0; at < depth; at += 1)
      amount = Math.min(amount, room[path[at] as number] as number);
    for (let at = 0; at < depth; at += 1) {
      const arc = path[at] as number;
      room[arc] = (room[arc] as number) - amount;
      room[arc ^ 1] = (room[arc ^ 1] as number) + amount;
    }
    return amount;
  };

  let total = 0;
  const sentBy = (campaign: number): number => room[2 * campaign + 1] as number;

  return {
    sentBy,
    total: () => total,
    onEdge: (edge) => room[edgeArc + 2 * edge + 1] as number,
    fill: (caps) => {
      for (let at = 0; at < campaignCount; at += 1) {
        room[2 * at] = Math.max(0, (caps[at] ?? 0) - sentBy(at));
      }
      while (rank(source)) {
        open.set(head);
        for (let sent = walk(source, 2 ** 31 - 1); sent > 0; sent = walk(source, 2 ** 31 - 1))
          total += sent;
      }
      return total;
    },
    addOne: (campaign) => {
      if (!rank(1 + campaign)) return false;
      open.set(head);
      if (walk(1 + campaign, 1) === 0) return false;
      room[2 * campaign + 1] = sentBy(campaign) + 1;
      total += 1;
      return true;
    },
    contended: () => {
      rank(source);
      return {
        campaigns: Array.from({ length: campaignCount }, (_, at) => level[1 + at] !== -1),
        ports: ports.map((_, at) => level[portAt + at] !== -1),
      };
    },
  };
};
