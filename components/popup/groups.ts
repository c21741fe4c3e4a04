import type { Health, Verdict } from '#model';

export type GroupName = 'needsYou' | 'silenced' | 'unknown' | 'clears' | 'sending' | 'off';

/** What a campaign of each health asks of the reader. */
export const GROUP_OF: Readonly<Record<Health, GroupName>> = {
  blocked: 'needsYou',
  degraded: 'needsYou',
  unknown: 'unknown',
  limited: 'clears',
  waiting: 'clears',
  healthy: 'sending',
  inactive: 'off',
};

/** Campaigns under one heading of the list. */
export interface ListGroup {
  /** Stable over checks, so that a closed group stays closed. */
  readonly id: string;
  readonly title: string;
  readonly verdicts: readonly Verdict[];
}

/** Puts verdicts under headings. The headings stand in the order of their first member. */
export const gather = <Id extends string>(
  verdicts: readonly Verdict[],
  idOf: (verdict: Verdict) => Id,
  titleOf: (id: Id, first: Verdict) => string,
): readonly ListGroup[] => {
  const groups = new Map<Id, { title: string; verdicts: Verdict[] }>();
  for (const verdict of verdicts) {
    const id = idOf(verdict);
    const group = groups.get(id);
    if (group) group.verdicts.push(verdict);
    else groups.set(id, { title: titleOf(id, verdict), verdicts: [verdict] });
  }
  return [...groups].map(([id, group]) => ({ id, ...group }));
};
