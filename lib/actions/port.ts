import type { InstantlyClient, InstantlyWriter } from '#instantly';
import type { AskProblem } from '#messages';
import type { CampaignId, InstantMs, WorkspaceId } from '#model';
import type { StoreWriter } from '#store/write';
import type { TicketPlace } from './tickets.ts';

/** What was asked of Instantly gave. `error` is what the problem was read from; null where nothing was asked. */
export type Asked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: AskProblem; readonly error: unknown };

/** Everything that changes do to the world. Each call may be the last one before the worker is killed. */
export interface ChangesPort {
  readonly store: Pick<
    StoreWriter,
    | 'workspaces'
    | 'updateWorkspace'
    | 'journal'
    | 'inboxes'
    | 'observation'
    | 'observations'
    | 'actions'
    | 'actionsOf'
    | 'action'
    | 'openActions'
    | 'addAction'
    | 'putAction'
  >;
  readonly now: () => InstantMs;
  /** A name that nobody can guess. */
  readonly newId: () => string;
  readonly request: <Value>(
    workspaceId: WorkspaceId,
    ask: (client: InstantlyClient) => Promise<Value>,
  ) => Promise<Asked<Value>>;
  readonly change: <Value>(
    workspaceId: WorkspaceId,
    make: (client: InstantlyWriter) => Promise<Value>,
  ) => Promise<Asked<Value>>;
  readonly areChangesAllowed: () => Promise<boolean>;
  readonly tickets: TicketPlace;
  /** Opens the window that confirms what this ticket is for; false where the browser did not. */
  readonly openWindow: (ticket: string) => Promise<boolean>;
  /** Tells every surface that something became of a change. */
  readonly onChanged: () => void;
  /** Has a campaign checked soon. */
  readonly look: (campaignId: CampaignId) => void;
}
