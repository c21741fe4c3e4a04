import type { Fetch } from '#instantly';
import type { InstantMs, WorkspaceId } from '#model';
import type { StoreWriter } from '#store/write';
import type { Vault } from '#vault';
import type { Gateways } from '../gateways.ts';
import type { Allowance } from './allowance.ts';

/** What connecting, checking and removing workspaces needs of the world. */
export interface WorkspacesPort {
  readonly store: StoreWriter;
  readonly vault: Vault;
  readonly fetch: Fetch;
  readonly now: () => InstantMs;
  readonly newId: () => WorkspaceId;
  readonly gateways: Pick<Gateways, 'of' | 'close'>;
  /** Pays for what is asked where no workspace is connected yet. */
  readonly allowance: Allowance;
}
