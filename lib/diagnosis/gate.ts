import type { Rule } from './cause.ts';

/**
 * Where a rule stands in the order of DIAGNOSIS.md 3.4: the folder of `rules/` that it lies in. `ours` and `trust`
 * silence all that follows; a lifecycle that decides alone leaves only `inboxes` to explain it; `lint` warns of what has
 * not happened yet.
 */
export const GATES = ['ours', 'lifecycle', 'trust', 'inboxes', 'running', 'lint'] as const;
export type Gate = (typeof GATES)[number];

export interface RuleEntry {
  readonly name: string;
  readonly gate: Gate;
  readonly find: Rule;
}

/** The rules of one gate, by name. */
export const of = (gate: Gate, rules: Readonly<Record<string, Rule>>): RuleEntry[] =>
  Object.entries(rules).map(([name, find]) => ({ name, gate, find }));
