import type {
  AuditKind,
  CampaignId,
  ChangeEffect,
  ChangePlan,
  DomainVitals,
  InboxAddress,
  InboxWarmup,
  InstantMs,
  PlannedChange,
  TrackingDomain,
  WorkspaceId,
} from '#model';
import type { ActionRecord } from '#store/read';
import type { AskProblem } from './ask-problem.ts';

/** A confirmation that was opened: what the window shows. */
export type Confirmation =
  /** There is none with this ticket, or its time is over. */
  | { readonly kind: 'gone' }
  /** The user has not switched changes on. */
  | { readonly kind: 'read_only' }
  | {
      readonly kind: 'open';
      readonly plans: readonly ChangePlan[];
      /** What has to be typed to confirm them together, as they are now; null when a click is enough. */
      readonly typed: string | null;
      /** What all of them together do to today's mails; a single plan has its own effect only among ten or fewer. */
      readonly effect: ChangeEffect | null;
    }
  /** Confirmed already: the window shows how far it is. */
  | ({ readonly kind: 'applied' } & ChangeProgress);

/** How far the changes of one confirmation are. */
export interface ChangeProgress {
  /** In the order of the confirmation; of changes that were not begun there are none. */
  readonly records: readonly ActionRecord[];
  /** Changes that were not begun yet. */
  readonly waiting: number;
  /** Whether those that wait are not begun any more. */
  readonly isStopped: boolean;
}

/** One entry of Instantly's own log. */
export interface AuditEntry {
  readonly at: InstantMs;
  readonly kind: AuditKind;
  /** The person's name in Instantly's words; null where a key did it, or Instantly does not say. Untrusted text. */
  readonly by: string | null;
  /** Whether it came through the API: from Sendwatch or another tool. */
  readonly isFromApi: boolean;
  readonly campaignId: CampaignId | null;
}

/** What a person asks before or instead of a change. Nothing is changed by any of it. */
export interface ChangeQuestionMessages {
  /** Tests the DNS records of the domains of these inboxes, 1 to 100 of them, each domain once. */
  'ask.inboxVitals': {
    request: { readonly workspaceId: WorkspaceId; readonly inboxes: readonly InboxAddress[] };
    answer:
      | { readonly ok: true; readonly domains: readonly DomainVitals[] }
      | { readonly ok: false; readonly problem: AskProblem };
  };
  /** How the warmup of these inboxes goes, 1 to 100 of them. Inboxes without figures are missing. */
  'ask.warmup': {
    request: { readonly workspaceId: WorkspaceId; readonly inboxes: readonly InboxAddress[] };
    answer:
      | { readonly ok: true; readonly warmups: readonly InboxWarmup[] }
      | { readonly ok: false; readonly problem: AskProblem };
  };
  /** Whether a tracking domain, such as `track.example.com`, stands as it should. */
  'ask.trackingDomain': {
    request: { readonly workspaceId: WorkspaceId; readonly host: string };
    answer:
      | { readonly ok: true; readonly domain: TrackingDomain }
      | { readonly ok: false; readonly problem: AskProblem };
  };
  /** Instantly's own log of who changed what, of the last 30 days, the latest first; nothing where the key may not read it. */
  'ask.auditLog': {
    request: { readonly workspaceId: WorkspaceId };
    answer: { readonly entries: readonly AuditEntry[]; readonly problem: AskProblem | null };
  };
}

/**
 * Messages that change Instantly. Only pages of the extension send them; nothing is changed but by `change.apply`, which
 * takes a ticket that the background gave to a confirmation, once.
 */
export interface ChangeMessages extends ChangeQuestionMessages {
  /** Opens the window in which these are confirmed, 1 to 500 of them. */
  'change.open': {
    request: { readonly changes: readonly PlannedChange[] };
    answer: { readonly ok: boolean };
  };
  /** What the window with this ticket is about, up to ten changes of it read from Instantly anew. */
  'change.confirmation': {
    request: { readonly ticket: string };
    answer: Confirmation;
  };
  /**
   * A change of the confirmation with another figure: the forecast for the slider, and what has to be typed for all of
   * them then. Nothing is asked of Instantly. Null where the ticket has no change of this kind and subject.
   */
  'change.whatIf': {
    request: { readonly ticket: string } & PlannedChange;
    answer: { readonly plan: ChangePlan | null; readonly typed: string | null };
  };
  /**
   * Makes the changes of a confirmation, which may differ from those it was opened with in their figures alone; further
   * calls with the same ticket only tell how far they are. `not_as_shown`: somebody changed it since; it was not made, and
   * `change.confirmation` tells how it is now. `not_planned`: other changes than the ticket's.
   */
  'change.apply': {
    request: {
      readonly ticket: string;
      readonly changes: readonly PlannedChange[];
      /** What the person typed; empty where nothing had to be. */
      readonly typed: string;
    };
    answer:
      | ({ readonly ok: true } & ChangeProgress)
      | {
          readonly ok: false;
          readonly problem: 'gone' | 'read_only' | 'not_as_shown' | 'not_typed' | 'not_planned';
        };
  };
  /** Begins none of the changes that wait. */
  'change.stop': { request: { readonly ticket: string }; answer: { readonly ok: boolean } };
  /** Opens the window that confirms taking changes back: of these actions those that stand and can be. False where none can. */
  'change.undo': {
    request: { readonly actionIds: readonly string[] };
    answer: { readonly ok: boolean };
  };
}

/** What the panel may ask for: the same window, for the one campaign of its page. It changes nothing. */
export interface PanelChangeMessages {
  'panel.openConfirm': {
    request: {
      readonly campaignId: CampaignId;
      readonly kind: 'pause_campaign' | 'activate_campaign';
    };
    answer: { readonly ok: boolean };
  };
}
