import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fairShares, type ShareProblem } from './fair-share.ts';

/** What a set of campaigns can get together at most: port by port, the port's room or the edges into it. */
const mostOf = ({ ports, edges }: ShareProblem, isIn: (campaign: number) => boolean): number =>
  ports.reduce((sum, room, port) => {
    const into = edges.filter((edge) => edge.port === port && isIn(edge.campaign));
    return (
      sum +
      Math.min(
        room,
        into.reduce((all, { most }) => all + most, 0),
      )
    );
  }, 0);

/** The definition, one mail at a time: always the poorest campaign that can still get one, the lowest number first. */
const oneByOne = (problem: ShareProblem): number[] => {
  const { wanted } = problem;
  const mails = wanted.map(() => 0);
  const sets = Array.from({ length: 2 ** wanted.length }, (_, bits) => ({
    bits,
    most: mostOf(problem, (campaign) => (bits & (1 << campaign)) !== 0),
  }));
  const fits = (): boolean =>
    sets.every(
      ({ bits, most }) =>
        mails.reduce((sum, one, at) => sum + ((bits & (1 << at)) !== 0 ? one : 0), 0) <= most,
    );
  const open = new Set(wanted.map((_, at) => at));
  while (open.size > 0) {
    const [poorest] = [...open].sort((a, b) => (mails[a] ?? 0) - (mails[b] ?? 0) || a - b);
    if (poorest === undefined) break;
    mails[poorest] = (mails[poorest] ?? 0) + 1;
    if ((mails[poorest] ?? 0) <= (wanted[poorest] ?? 0) && fits()) continue;
    mails[poorest] = (mails[poorest] ?? 0) - 1;
    open.delete(poorest);
  }
  return mails;
};

const anyProblem: fc.Arbitrary<ShareProblem> = fc
  .record({
    wanted: fc.array(fc.nat(14), { minLength: 1, maxLength: 6 }),
    ports: fc.array(fc.nat(12), { maxLength: 6 }),
  })
  .chain(({ wanted, ports }) =>
    fc
      .array(fc.option(fc.integer({ min: 1, max: 8 }), { freq: 2 }), {
        minLength: wanted.length * ports.length,
        maxLength: wanted.length * ports.length,
      })
      .map((cells) => ({
        wanted,
        ports,
        edges: cells.flatMap((most, at) =>
          most === null
            ? []
            : [{ campaign: at % wanted.length, port: Math.floor(at / wanted.length), most }],
        ),
      })),
  );

describe('fair shares', () => {
  test('are those of giving one mail at a time to the poorest', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        expect(fairShares(problem).mails).toEqual(oneByOne(problem));
      }),
      { numRuns: 3_000 },
    );
  });

  test('run over the edges within their bounds and the ports’ room', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { mails, onEdge } = fairShares(problem);
        const byCampaign = mails.map(() => 0);
        const byPort = problem.ports.map(() => 0);
        problem.edges.forEach(({ campaign, port, most }, at) => {
          const flow = onEdge[at] ?? Number.NaN;
          expect(flow).toBeGreaterThanOrEqual(0);
          expect(flow).toBeLessThanOrEqual(most);
          byCampaign[campaign] = (byCampaign[campaign] ?? 0) + flow;
          byPort[port] = (byPort[port] ?? 0) + flow;
        });
        expect(byCampaign).toEqual(mails);
        byPort.forEach((sum, port) => {
          expect(sum).toBeLessThanOrEqual(problem.ports[port] ?? 0);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test('nobody gets more because one more campaign joins', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const last = problem.wanted.length - 1;
        const without = fairShares({
          ports: problem.ports,
          wanted: problem.wanted.slice(0, last),
          edges: problem.edges.filter(({ campaign }) => campaign !== last),
        }).mails;
        const { mails } = fairShares(problem);
        without.forEach((one, at) => {
          expect(mails[at]).toBeLessThanOrEqual(one);
        });
      }),
      { numRuns: 3_000 },
    );
  });

  test('a poor campaign is not starved by one that can go elsewhere', () => {
    const problem = {
      wanted: [100, 100],
      ports: [30, 30],
      edges: [
        { campaign: 0, port: 0, most: 30 },
        { campaign: 0, port: 1, most: 30 },
        { campaign: 1, port: 0, most: 30 },
      ],
    };
    expect(fairShares(problem).mails).toEqual([30, 30]);
  });

  test('an odd mail goes to the lower number', () => {
    const edges = [0, 1, 2].map((campaign) => ({ campaign, port: 0, most: 30 }));
    expect(fairShares({ wanted: [9, 9, 9], ports: [11], edges }).mails).toEqual([4, 4, 3]);
  });

  test('nothing at all', () => {
    expect(fairShares({ wanted: [], ports: [], edges: [] })).toEqual({ mails: [], onEdge: [] });
    expect(fairShares({ wanted: [5], ports: [], edges: [] }).mails).toEqual([0]);
  });
});
