import type { Change, ChangePlan, PlannedChange } from '#model';
import type { ActionRecord } from '#store/read';
import type { AskProblem } from './tables.ts';

/** A confirmation that was opened: what the window shows. */
export type Confirmation =
  | { readonly kind: 'gone' }
  /** The user has not switched changes on. */
  | { readonly kind: 'read_only' }
  | { readonly kind: 'open'; readonly plans: readonly ChangePlan[] };

/** How far the changes of one confirmation are. */
export interface ChangeProgress {
  readonly records: readonly ActionRecord[];
  /** Changes that were not begun yet. */
  readonly waiting: number;
}

/**
 * Messages that change Instantly. Only pages of the extension send them; nothing is changed but by `change.apply`, which
 * takes a ticket that the background gave to a confirmation, once.
 */
export interface ChangeMessages {
  /** Opens the window in which these are confirmed, 1 to 500 of them. */
  'change.open': {
    request: { readonly changes: readonly PlannedChange[] };
    answer: { readonly ok: boolean };
  };
  /** What the window with this ticket is about, read from Instantly anew. */
  'change.confirmation': {
    request: { readonly ticket: string };
    answer: Confirmation;
  };
  /** The same change with another figure: the forecast for the slider. Nothing is asked of Instantly. */
  'change.whatIf': {
    request: { readonly workspaceId: PlannedChange['workspaceId']; readonly change: Change };
    answer: { readonly plan: ChangePlan | null };
  };
  /** Makes the changes of a confirmation, as they were shown; further calls with the same ticket only tell how far they are. */
  'change.apply': {
    request: {
      readonly ticket: string;
      readonly changes: readonly PlannedChange[];
      readonly typed: string;
    };
    answer:
      | ({ readonly ok: true } & ChangeProgress)
      | {
          readonly ok: false;
          readonly problem: 'gone' | 'read_only' | 'not_as_shown' | 'not_typed';
        };
  };
  /** Begins none of the changes that wait. */
  'change.stop': { request: { readonly ticket: string }; answer: { readonly ok: boolean } };
  /** Opens the window that confirms taking changes back. */
  'change.undo': {
    request: { readonly actionIds: readonly string[] };
    answer: { readonly ok: boolean };
  };
  /** Instantly's own log of who changed a campaign; nothing where the key may not read it. */
  'ask.auditLog': {
    request: { readonly workspaceId: PlannedChange['workspaceId'] };
    answer: {
      readonly entries: readonly {
        readonly at: number;
        readonly kind: string;
        readonly by: string;
        readonly campaignId: string | null;
      }[];
      readonly problem: AskProblem | null;
    };
  };
}
