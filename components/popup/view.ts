/** Orders within a group. */
export const SORTS = ['worst', 'name', 'lost', 'clears'] as const;
export type Sort = (typeof SORTS)[number];

/** What the groups are made by. */
export const GROUPINGS = ['state', 'workspace', 'cause', 'tag'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How the list is laid out; the reader's choice is remembered. */
export interface View {
  readonly sort: Sort;
  readonly grouping: Grouping;
}

/** The names under which choices are remembered. */
export type PreferenceName = 'workspace' | 'closed' | 'sort' | 'grouping';

/** A remembered word if it is still one that can be chosen, else the first of them. */
export const chosenOf = <Word extends string>(
  words: readonly [Word, ...Word[]],
  kept: string | null,
): Word => words.find((word) => word === kept) ?? words[0];
