import type { Health, Verdict } from '#model';
import { GROUP_OF, type GroupName } from './groups.ts';
import { compareWorst } from './worst-first.ts';

export type { GroupName } from './groups.ts';

/** Rows that ask the same of the reader, worst first. */
export interface Group {
  readonly name: GroupName;
  readonly verdicts: readonly Verdict[];
}

/** Text as it is compared: without case and accents. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a name holds every word of a query, in any order. */
export const matches = (name: string, query: string): boolean => {
  const folded = fold(name);
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
};

/** What a list shows: the campaigns that match filter and search, grouped, worst first. An empty filter lets all through. */
export const arrange = (
  verdicts: readonly Verdict[],
  filter: ReadonlySet<Health>,
  query: string,
): readonly Group[] => {
  const wanted = query.trim();
  const shown = verdicts
    .filter(({ health }) => filter.size === 0 || filter.has(health))
    .filter(({ name }) => wanted === '' || matches(name, wanted))
    .sort(compareWorst);
  const groups = new Map<GroupName, Verdict[]>();
  for (const verdict of shown) {
    const name = GROUP_OF[verdict.health];
    const group = groups.get(name);
    if (group) group.push(verdict);
    else groups.set(name, [verdict]);
  }
  return [...groups].map(([name, members]) => ({ name, verdicts: members }));
};
