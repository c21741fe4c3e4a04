import * as z from 'zod/mini';
import { parseCampaignId, type WorkspaceId } from '#model';

const nothing = z.strictObject({});
// Ids of workspaces whose key cannot read the workspace are made by us and are UUIDs as well.
const uuid = z.string().check(
  z.maxLength(36),
  z.refine((text) => parseCampaignId(text) !== undefined),
);
const workspaceId = z.pipe(
  uuid,
  z.transform((text) => text.toLowerCase() as WorkspaceId),
);
const campaignId = z.pipe(
  uuid,
  z.transform((text, context) => {
    const id = parseCampaignId(text);
    if (id) return id;
    context.issues.push({ code: 'custom', message: 'not a campaign id', input: text });
    return z.NEVER;
  }),
);

/** Payloads of the extension's messages. What does not fit is dropped before anything reads it. */
export const EXTENSION_SCHEMAS = {
  // The key's own rules are worded by the client; here only its size is bounded.
  'workspace.connect': z.strictObject({ key: z.string().check(z.maxLength(10_000)) }),
  'workspace.checkKey': z.strictObject({ workspaceId }),
  'workspace.remove': z.strictObject({ workspaceId }),
  'check.now': nothing,
} as const;

/** Payloads of the panel's messages: none can change anything. */
export const PANEL_SCHEMAS = {
  'panel.campaign': z.strictObject({ campaignId }),
  'panel.openOptions': nothing,
} as const;
