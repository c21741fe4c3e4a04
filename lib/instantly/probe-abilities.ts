import type { CampaignFacts, KeyAbilities, WorkspaceId } from '#model';
import type { Answer } from './answer.ts';
import type { CallOptions } from './call.ts';
import type { InstantlyClient } from './client.ts';
import { InstantlyError, type InstantlyErrorKind } from './error.ts';
import type { WorkspaceIdentity } from './workspace-wire.ts';

/** What was found out about a key. */
export interface AbilityReport {
  /** False where Instantly named a missing scope; undefined where the call failed otherwise or could not be tried. */
  readonly abilities: KeyAbilities;
  readonly missingScopes: readonly string[];
  /** Undefined when the key may not read it. */
  readonly workspace: WorkspaceIdentity | undefined;
  /** From the workspace itself, else from the first campaign or inbox seen. */
  readonly workspaceId: WorkspaceId | undefined;
}

/** After these the next call would end the same way. */
const STOPS: ReadonlySet<InstantlyErrorKind> = new Set([
  'key_rejected',
  'no_plan',
  'rate_limited',
  'timeout',
  'offline',
]);

/**
 * Tries the cheapest call for each ability, one after the other. Throws what concerns the key or the connection as a
 * whole; also the first failure when every call failed for another reason than a scope.
 */
export const probeAbilities = async (
  client: InstantlyClient,
  call: CallOptions = {},
): Promise<AbilityReport> => {
  const missingScopes = new Set<string>();
  let firstFailure: InstantlyError | undefined;

  const attempt = async <Value>(
    ask: () => Promise<Answer<Value>>,
  ): Promise<{ readonly isAllowed: boolean | undefined; readonly value: Value | undefined }> => {
    try {
      return { isAllowed: true, value: (await ask()).value };
    } catch (error) {
      if (!(error instanceof InstantlyError) || STOPS.has(error.kind)) throw error;
      for (const scope of error.scopes) missingScopes.add(scope);
      if (error.kind === 'scope_missing') return { isAllowed: false, value: undefined };
      firstFailure ??= error;
      return { isAllowed: undefined, value: undefined };
    }
  };

  const one = { ...call, limit: 1 };
  const workspace = await attempt(() => client.currentWorkspace(call));
  const campaigns = await attempt(() => client.listCampaigns(undefined, one));
  const inboxes = await attempt(() => client.listInboxes(one));
  const tags = await attempt(() => client.tags(undefined, one));
  const parent: CampaignFacts | undefined = campaigns.value?.[0];
  const subsequences =
    parent && (await attempt(() => client.subsequences(parent.id, undefined, one)));

  const abilities: KeyAbilities = {
    readWorkspace: workspace.isAllowed,
    readCampaigns: campaigns.isAllowed,
    readInboxes: inboxes.isAllowed,
    readTags: tags.isAllowed,
    readSubsequences: subsequences?.isAllowed,
    // Which scope analytics need is not documented (INSTANTLY.md 1.2): the first round finds out.
    readAnalytics: undefined,
  };
  const isNothingLearned = Object.values(abilities).every((isAllowed) => isAllowed === undefined);
  if (firstFailure && isNothingLearned) throw firstFailure;
  return {
    abilities,
    missingScopes: [...missingScopes],
    workspace: workspace.value,
    workspaceId: workspace.value?.id ?? parent?.workspaceId ?? inboxes.value?.[0]?.workspaceId,
  };
};
