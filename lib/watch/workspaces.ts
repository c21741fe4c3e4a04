import {
  type AbilityReport,
  checkKeyText,
  createClient,
  type Fetch,
  InstantlyError,
  probeAbilities,
} from '#instantly';
import type { ConnectAnswer, ConnectProblem } from '#messages';
import type { InstantMs, WorkspaceId } from '#model';
import type { WorkspaceRecord } from '#store/read';
import { StoreError, type StoreWriter } from '#store/write';
import type { Vault } from '#vault';
import { apiKeySecretId, VaultError, workspaceOfSecretId } from '#vault';

/** What connecting needs of the world. */
export interface WorkspacesPort {
  readonly store: StoreWriter;
  readonly vault: Vault;
  readonly fetch: Fetch;
  readonly now: () => InstantMs;
  readonly newId: () => WorkspaceId;
  /** Throws away what is still being asked for a workspace. */
  readonly forget: (workspaceId: WorkspaceId) => void;
}

const PROBE_AGAIN_MS = 60_000;

const problemOf = (error: unknown, now: InstantMs): ConnectProblem => {
  if (error instanceof VaultError && error.problem === 'locked') return { code: 'locked' };
  if (error instanceof VaultError || error instanceof StoreError) return { code: 'storage_failed' };
  if (!(error instanceof InstantlyError)) throw error;
  const message = error.vendorMessage;
  switch (error.kind) {
    case 'key_rejected':
    case 'no_plan':
      return { code: error.kind, message };
    case 'scope_missing':
      return { code: 'scope_missing', scopes: error.scopes, message };
    case 'rate_limited':
      return { code: 'rate_limited', until: error.notBefore ?? now + PROBE_AGAIN_MS };
    case 'offline':
    case 'timeout':
      return { code: error.kind };
    case 'bad_body':
    case 'body_too_large':
      return { code: 'bad_body', message };
    case 'not_found':
    case 'too_large':
    case 'blocked':
    case 'bad_request':
    case 'server_fault':
      return { code: 'server_fault', message };
  }
};

const nextOrder = (workspaces: readonly WorkspaceRecord[]): number =>
  workspaces.reduce((most, { order }) => Math.max(most, order), -1) + 1;

const recordOf = (
  id: WorkspaceId,
  key: string,
  { abilities, missingScopes, workspace }: AbilityReport,
  known: WorkspaceRecord | undefined,
  place: { order: number; now: InstantMs },
): WorkspaceRecord => ({
  id,
  // A name the user gave, or knows it by, stays.
  name: known?.name || workspace?.name || '',
  keyTail: key.slice(-4),
  generation: (known?.generation ?? 0) + 1,
  state: { kind: 'first_check', found: 0, checked: 0 },
  abilities,
  missingScopes,
  connectedAt: known?.connectedAt ?? place.now,
  order: known?.order ?? place.order,
  isDemo: false,
});

const answerFor = (record: WorkspaceRecord, isReplaced: boolean): ConnectAnswer => ({
  ok: true,
  workspaceId: record.id,
  name: record.name,
  abilities: record.abilities,
  isReplaced,
});

/**
 * Accepts a pasted key: checks its text, asks Instantly what it may do, then stores the secret before the record, so
 * that no record ever stands without its key. A key of a workspace that is connected replaces the old one.
 */
export const connectWorkspace = async (
  port: WorkspacesPort,
  rawKey: string,
): Promise<ConnectAnswer> => {
  const text = checkKeyText(rawKey);
  if (!text.ok) return { ok: false, problem: { code: text.problem } };
  try {
    const client = createClient({ key: text.key, fetch: port.fetch, now: port.now });
    const report = await probeAbilities(client);
    if (report.abilities.readCampaigns === false) {
      const scopes = report.missingScopes.filter((scope) => scope.startsWith('campaigns'));
      return { ok: false, problem: { code: 'scope_missing', scopes, message: '' } };
    }
    const workspaces = await port.store.workspaces();
    const id = report.workspaceId ?? port.newId();
    const known = workspaces.find((workspace) => workspace.id === id);
    const place = { order: nextOrder(workspaces), now: port.now() };
    const record = recordOf(id, text.key, report, known, place);
    await port.vault.put(apiKeySecretId(id), text.key);
    await port.store.putWorkspace(record);
    return answerFor(record, known !== undefined);
  } catch (error) {
    return { ok: false, problem: problemOf(error, port.now()) };
  }
};

/** Asks again what a stored key may do, and takes a latched workspace up again when the key turns out to be good. */
export const checkStoredKey = async (
  port: WorkspacesPort,
  workspaceId: WorkspaceId,
): Promise<ConnectAnswer> => {
  try {
    const key = await port.vault.get(apiKeySecretId(workspaceId));
    if (key === undefined) {
      return { ok: false, problem: { code: 'key_rejected', message: '' } };
    }
    const report = await probeAbilities(
      createClient({ key, fetch: port.fetch, now: port.now, workspaceId }),
    );
    // A gateway that was refused keeps its latch as long as the worker lives: a good answer opens a new one.
    port.forget(workspaceId);
    const updated = await port.store.updateWorkspace(workspaceId, (workspace) => ({
      ...workspace,
      name: workspace.name || report.workspace?.name || '',
      abilities: report.abilities,
      missingScopes: report.missingScopes,
      state: workspace.state.kind === 'first_check' ? workspace.state : { kind: 'ok' },
    }));
    return updated
      ? answerFor(updated, false)
      : { ok: false, problem: { code: 'key_rejected', message: '' } };
  } catch (error) {
    const problem = problemOf(error, port.now());
    await latch(port, workspaceId, problem);
    return { ok: false, problem };
  }
};

const latch = async (
  port: WorkspacesPort,
  workspaceId: WorkspaceId,
  problem: ConnectProblem,
): Promise<void> => {
  if (problem.code !== 'key_rejected' && problem.code !== 'no_plan') return;
  const since = port.now();
  await port.store.updateWorkspace(workspaceId, (workspace) => ({
    ...workspace,
    state:
      problem.code === 'no_plan'
        ? { kind: 'no_plan', since }
        : { kind: 'key_rejected', since, message: problem.message },
  }));
};

/**
 * Takes up again every workspace whose key is in the vault but whose record is not: the cache was lost or made anew,
 * the keys never are (ARCHITECTURE.md 3). Everything else is read anew from Instantly.
 */
export const restoreWorkspaces = async ({ store, vault, now }: WorkspacesPort): Promise<void> => {
  const known = new Set((await store.workspaces()).map(({ id }) => id));
  const ids = (await vault.list()).flatMap((secretId) => workspaceOfSecretId(secretId) ?? []);
  for (const id of ids.filter((candidate) => !known.has(candidate))) {
    const key = await vault.get(apiKeySecretId(id));
    if (key === undefined) continue;
    const report: AbilityReport = {
      abilities: NOTHING_TRIED,
      missingScopes: [],
      workspace: undefined,
      workspaceId: id,
    };
    const place = { order: nextOrder(await store.workspaces()), now: now() };
    await store.putWorkspace(recordOf(id, key, report, undefined, place));
  }
};

const NOTHING_TRIED: AbilityReport['abilities'] = {
  readCampaigns: undefined,
  readInboxes: undefined,
  readWorkspace: undefined,
  readSubsequences: undefined,
  readTags: undefined,
  readAnalytics: undefined,
};

/** Forgets a workspace: first its key, then everything that was stored about it. */
export const removeWorkspace = async (
  { store, vault, forget }: WorkspacesPort,
  workspaceId: WorkspaceId,
): Promise<void> => {
  forget(workspaceId);
  await vault.remove(apiKeySecretId(workspaceId));
  await store.removeWorkspace(workspaceId);
};
