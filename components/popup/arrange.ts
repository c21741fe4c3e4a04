import { type Health, healthRank, type Verdict } from '#model';

export type GroupName = 'needsYou' | 'unknown' | 'clears' | 'sending' | 'off';

/** Rows that ask the same of the reader, worst first. */
export interface Group {
  readonly name: GroupName;
  readonly verdicts: readonly Verdict[];
}

const GROUP_OF: Readonly<Record<Health, GroupName>> = {
  blocked: 'needsYou',
  degraded: 'needsYou',
  unknown: 'unknown',
  limited: 'clears',
  waiting: 'clears',
  healthy: 'sending',
  inactive: 'off',
};

/** Text as it is compared: without case and accents. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a name holds every word of a query, in any order. */
export const matches = (name: string, query: string): boolean => {
  const folded = fold(name);
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
};

/** Within one health: what was worse when last known, then the greatest loss, then what lasts longest, then by name so that rows do not jump. */
const compare = (a: Verdict, b: Verdict): number =>
  healthRank(a.health) - healthRank(b.health) ||
  healthRank(a.lastKnown?.health ?? a.health) - healthRank(b.lastKnown?.health ?? b.health) ||
  (b.causes[0]?.loss ?? 0) - (a.causes[0]?.loss ?? 0) ||
  a.since - b.since ||
  (a.name < b.name ? -1 : Number(a.name > b.name));

/** What the list shows: the campaigns that match filter and search, grouped, worst first. An empty filter lets all through. */
export const arrange = (
  verdicts: readonly Verdict[],
  filter: ReadonlySet<Health>,
  query: string,
): readonly Group[] => {
  const wanted = query.trim();
  const shown = verdicts
    .filter(({ health }) => filter.size === 0 || filter.has(health))
    .filter(({ name }) => wanted === '' || matches(name, wanted))
    .sort(compare);
  const groups = new Map<GroupName, Verdict[]>();
  for (const verdict of shown) {
    const name = GROUP_OF[verdict.health];
    const group = groups.get(name);
    if (group) group.push(verdict);
    else groups.set(name, [verdict]);
  }
  return [...groups].map(([name, members]) => ({ name, verdicts: members }));
};
