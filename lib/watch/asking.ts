import type { Gateway } from '#gateway';
import type { InstantlyClient, InstantlyWriter } from '#instantly';
import type { AskProblem } from '#messages';
import type { WorkspaceId } from '#model';
import type { StoreWriter } from '#store/write';
import { type AskContext, problemAfter } from './ask-instantly.ts';
import type { Gateways } from './gateways.ts';
import { loadJournal } from './load-memory.ts';

/** What asking on behalf of a person needs. */
export interface AskingPort extends AskContext {
  readonly store: Pick<StoreWriter, 'workspaces' | 'journal'>;
  readonly gateways: Gateways;
}

/** What a person's question gave. `error` is what the problem was read from; null where nothing was asked. */
export type Asked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: AskProblem; readonly error: unknown };

/** Asking Instantly for a person who waits: ahead of the watching, and never while the key is refused. */
export interface Asking {
  request<Value>(
    workspaceId: WorkspaceId,
    ask: (client: InstantlyClient) => Promise<Value>,
  ): Promise<Asked<Value>>;
  /** Makes a change that a person confirmed. It may have been made although this says no, unless the error is a refusal. */
  change<Value>(
    workspaceId: WorkspaceId,
    make: (client: InstantlyWriter) => Promise<Value>,
  ): Promise<Asked<Value>>;
}

/** Opens the way through each workspace's own gateway. Nothing rejects for what Instantly or the network does. */
export const createAsking = (port: AskingPort): Asking => {
  const through = async <Value>(
    workspaceId: WorkspaceId,
    ask: (gateway: Gateway) => Promise<Value>,
  ): Promise<Asked<Value>> => {
    const no = (problem: AskProblem, error: unknown = null) =>
      ({ ok: false, problem, error }) as const;
    const workspace = (await port.store.workspaces()).find(({ id }) => id === workspaceId);
    if (!workspace) return no({ kind: 'superseded' });
    const { state, isDemo } = workspace;
    if (isDemo) return no({ kind: 'demo' });
    if (state.kind === 'key_rejected') return no({ kind: state.kind, message: state.message });
    if (state.kind === 'no_plan') return no({ kind: state.kind });
    const journal = await loadJournal(port.store, workspace, port.now());
    const gateway = await port.gateways.of({ workspace, journal });
    try {
      return { ok: true, value: await ask(gateway) };
    } catch (error) {
      return no(await problemAfter(error, gateway, port), error);
    }
  };
  return {
    request: (workspaceId, ask) => through(workspaceId, (gateway) => gateway.request('user', ask)),
    change: (workspaceId, make) => through(workspaceId, (gateway) => gateway.change(make)),
  };
};
