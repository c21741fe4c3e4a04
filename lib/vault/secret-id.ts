import type { WorkspaceId } from '#model';

const API_KEY = 'api-key:';
const OF_ADMIN = '@';

/** Whose key a secret is: a workspace's, and the admin workspace's that it comes from when it is not its own. */
export interface KeyPlace {
  readonly workspaceId: WorkspaceId;
  readonly adminId: WorkspaceId | undefined;
}

/**
 * The id under which a workspace's API key is kept. An admin key is kept once for each workspace that uses it: so
 * removing one takes it from no other, removing the last erases it, and whose it is outlives the cache.
 */
export const apiKeySecretId = (workspaceId: WorkspaceId, adminId?: WorkspaceId): string =>
  adminId === undefined
    ? `${API_KEY}${workspaceId}`
    : `${API_KEY}${workspaceId}${OF_ADMIN}${adminId}`;

/**
 * Whose API key a secret is; undefined for any other secret. Together with `list()` it gives the workspaces that a
 * rebuilt cache has to read anew.
 */
export const keyPlaceOf = (secretId: string): KeyPlace | undefined => {
  if (!secretId.startsWith(API_KEY)) return undefined;
  const [workspaceId, adminId] = secretId.slice(API_KEY.length).split(OF_ADMIN);
  return workspaceId
    ? {
        workspaceId: workspaceId as WorkspaceId,
        adminId: (adminId || undefined) as WorkspaceId | undefined,
      }
    : undefined;
};

/** The workspace whose API key a secret is; undefined for any other secret. */
export const workspaceOfSecretId = (secretId: string): WorkspaceId | undefined =>
  keyPlaceOf(secretId)?.workspaceId;

const WEBHOOK = 'webhook:';

/** The id under which the address of a webhook is kept. It is nobody's key. */
export const webhookSecretId = (webhookId: string): string => `${WEBHOOK}${webhookId}`;

/** The webhook whose address a secret is; undefined for any other secret. */
export const webhookOfSecretId = (secretId: string): string | undefined =>
  secretId.startsWith(WEBHOOK) ? secretId.slice(WEBHOOK.length) || undefined : undefined;
