import type { InstantMs, WorkspaceId } from '#model';
import type { WorkspaceRecord } from '#store/read';

/** A workspace whose key may read everything. */
export const benchWorkspace = (
  id: WorkspaceId,
  connectedAt: InstantMs,
  state: WorkspaceRecord['state'],
): WorkspaceRecord => ({
  id,
  name: 'Northwind Outbound',
  keyTail: 'x9Kq',
  generation: 1,
  state,
  abilities: {
    readCampaigns: true,
    readInboxes: true,
    readWorkspace: true,
    readSubsequences: true,
    readTags: true,
    readAnalytics: true,
  },
  missingScopes: [],
  connectedAt,
  order: 0,
  isDemo: false,
});
