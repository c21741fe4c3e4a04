import type { FleetInput } from '#diagnosis';
import type { InstantlyWriter } from '#instantly';
import type {
  CampaignFacts,
  Change,
  ChangeFields,
  ChangeNote,
  InboxFacts,
  InstantMs,
} from '#model';
import type { ActionRecord } from '#store/read';

/** What a change is about, as Instantly last told it: one campaign, or inboxes in the order of the change. */
export type Subject =
  | { readonly kind: 'campaign'; readonly campaign: CampaignFacts }
  | { readonly kind: 'inboxes'; readonly inboxes: readonly InboxFacts[] };

/** Everything that a plan is made from. Nothing else flows in. */
export interface ChangeFacts {
  readonly now: InstantMs;
  /** Null where nothing is known of it. */
  readonly subject: Subject | null;
  /** Why it could not be read anew; null where it could, or was not tried. */
  readonly problem: ChangeNote | null;
  /** Scopes that Instantly named as missing from the key. */
  readonly missingScopes: readonly string[];
  readonly isDemo: boolean;
  /** Changes of the last days in the same workspace. */
  readonly past: readonly ActionRecord[];
  /** All that is known of the workspace, for the forecast; null where that is not wanted. */
  readonly fleet: FleetInput | null;
  /** The action that this change takes back. */
  readonly undoes: ActionRecord | null;
}

/** Facts of a change whose subject is known. */
export interface KnownFacts<Known extends Subject = Subject> extends ChangeFacts {
  readonly subject: Known;
}

/** What Instantly answered to a call that it accepted. */
export interface Accepted {
  readonly jobId: string | null;
}

/** One kind of change: all that is special about it. Pure but for `send`. */
export interface ActionDefinition<One extends Change = Change> {
  /** Which of the key's scopes it needs. */
  readonly scope: 'campaigns:update' | 'accounts:update';
  /** The fields it is about, as they are; undefined where Instantly did not say. */
  fieldsOf(subject: Subject): ChangeFields | undefined;
  /** The same fields as they are to be. */
  after(change: One): ChangeFields;
  /** Why it must not be made, beyond what holds for all; null when it may. */
  refuse(change: One, facts: KnownFacts): ChangeNote | null;
  risks(change: One, facts: KnownFacts): readonly ChangeNote[];
  /** Whether what was read back is what was wished. */
  isDone(change: One, found: ChangeFields): boolean;
  /** Whether what was read back means that it did not take, or came undone: not that somebody changed it since. */
  isUndone(found: ChangeFields, before: ChangeFields): boolean;
  inverse(change: One, before: ChangeFields): Change | null;
  /** The workspace as it is after the change, for the forecast; null where mails do not depend on it. */
  applied(change: One, fleet: FleetInput): FleetInput | null;
  /** The one call. */
  send(client: InstantlyWriter, change: One): Promise<Accepted>;
}
