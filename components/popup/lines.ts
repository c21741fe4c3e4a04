import type { Verdict } from '#model';
import type { ListGroup } from './groups.ts';

/** One line of the list: the heading of a group (`verdict` is null), or a campaign. */
export interface Line {
  readonly key: string;
  /** Place among all lines, from 0. */
  readonly index: number;
  readonly group: ListGroup;
  readonly verdict: Verdict | null;
  /** Place in the group, from 1; 0 for its heading. */
  readonly position: number;
}

/** The lines of a list; a closed group is its heading only. */
export const linesOf = (
  groups: readonly ListGroup[],
  closed: ReadonlySet<string>,
): readonly Line[] => {
  const lines: Line[] = [];
  const add = (key: string, group: ListGroup, verdict: Verdict | null, position: number): void => {
    lines.push({ key, index: lines.length, group, verdict, position });
  };
  for (const group of groups) {
    add(group.id, group, null, 0);
    if (closed.has(group.id)) continue;
    group.verdicts.forEach((verdict, place) => {
      add(verdict.campaignId, group, verdict, place + 1);
    });
  }
  return lines;
};

/** The lines that are in the page, from `first` to before `end`, and how much room the others take, in px. */
export interface Part {
  readonly first: number;
  readonly end: number;
  readonly above: number;
  readonly below: number;
  /** For every line in the page: measures it as it is. Needs `data-index`. */
  readonly measure: (line: HTMLElement | null) => void;
}
