import * as z from 'zod/mini';
import { type CampaignId, parseCampaignId, type WorkspaceId } from '#model';

/** Ids of workspaces whose key cannot read the workspace are made by us and are UUIDs as well. */
export const uuid = z.string().check(
  z.maxLength(36),
  z.refine((text) => parseCampaignId(text) !== undefined),
);

export const workspaceId = z.pipe(
  uuid,
  z.transform((text) => text.toLowerCase() as WorkspaceId),
);

export const campaignId = z.pipe(
  uuid,
  z.transform((text) => text.toLowerCase() as CampaignId),
);
