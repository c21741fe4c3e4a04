import type { ActionId, Cause, CauseCode, Severity } from '#model';
import type { CampaignContext } from './context.ts';

/** What a rule is: it looks at one campaign and names what it finds. */
export type Rule = (context: CampaignContext) => Cause | readonly Cause[] | null;

/** A cause with everything that is not said left at "nothing". */
export const cause = (
  code: CauseCode,
  severity: Severity,
  rest: Partial<Omit<Cause, 'code' | 'severity'>> = {},
): Cause => ({
  code,
  severity,
  params: {},
  loss: null,
  clearsAt: null,
  needsPerson: false,
  actions: [],
  ...rest,
});

/** A cause that a person has to remove. */
export const personCause = (
  code: CauseCode,
  severity: Severity,
  actions: readonly ActionId[],
  rest: Partial<Omit<Cause, 'code' | 'severity' | 'actions'>> = {},
): Cause => cause(code, severity, { needsPerson: true, actions, ...rest });
