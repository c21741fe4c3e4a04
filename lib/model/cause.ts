import type { ActionId } from './action.ts';
import type { SendingCode } from './lifecycle.ts';
import { OWN_CAUSE_CODES } from './own-cause-codes.ts';
import type { InstantMs } from './time.ts';

/** How bad one cause is (DIAGNOSIS.md 3.1): needs a person now, costs volume today, rests by rule, by intent, nothing wrong. */
export type Severity = 'red' | 'amber' | 'blue' | 'grey' | 'ok';

export { OWN_CAUSE_CODES };
export type OwnCauseCode = (typeof OWN_CAUSE_CODES)[number];
export type CauseCode = SendingCode | OwnCauseCode;

/** A number, a text, an instant or a list that a sentence about a cause needs. Instants end in `At`. */
export type CauseParam = string | number | boolean | null | readonly string[];

/** One reason why a campaign sends less than it should. Codes and figures only; words are made by the surfaces. */
export interface Cause {
  readonly code: CauseCode;
  readonly severity: Severity;
  /** The evidence: figures and names under which `locales/` words this cause. */
  readonly params: Readonly<Record<string, CauseParam>>;
  /** Mails lost today to this cause alone; null when it cannot be said. */
  readonly loss: number | null;
  /** When it clears by itself; null when it does not or nobody can say. */
  readonly clearsAt: InstantMs | null;
  /** Whether it stays until a person acts. */
  readonly needsPerson: boolean;
  readonly actions: readonly ActionId[];
}
