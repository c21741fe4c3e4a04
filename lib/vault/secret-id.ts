import type { WorkspaceId } from '#model';

const API_KEY = 'api-key:';

/** The id under which a workspace's API key is kept. */
export const apiKeySecretId = (workspaceId: WorkspaceId): string => `${API_KEY}${workspaceId}`;

/**
 * The workspace whose API key a secret is; undefined for any other secret. Together with `list()` it gives the
 * workspaces that a rebuilt cache has to read anew.
 */
export const workspaceOfSecretId = (secretId: string): WorkspaceId | undefined =>
  secretId.startsWith(API_KEY) && secretId.length > API_KEY.length
    ? (secretId.slice(API_KEY.length) as WorkspaceId)
    : undefined;
