import * as z from 'zod/mini';
import { WEBHOOK_KINDS } from '#model';
import { DEFAULT_SETTINGS, type Settings } from '#store/settings';
import { ALERT_SCHEMAS } from './alert-schemas.ts';
import { CHANGE_SCHEMAS, PANEL_CHANGE_SCHEMAS } from './change-schemas.ts';
import { campaignId, uuid, workspaceId } from './id-schemas.ts';
import { MARKS_AT_MOST } from './marks.ts';
import type { PanelTable } from './panel-messages.ts';
import type { ExtensionTable } from './tables.ts';

const nothing = () => z.strictObject({});

// A passphrase is stretched: its length only has to be bounded, its quality is the vault's to judge.
const passphrase = z.string().check(z.maxLength(1_000));
const vaultChoice = () =>
  z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.enum(['persistent', 'session']) }),
    z.strictObject({
      mode: z.literal('passphrase'),
      passphrase,
      lockAfterMinutes: z.nullable(z.int().check(z.minimum(1), z.maximum(1_440))),
    }),
  ]);
// Shown as text and only to the user who typed it; longer ones would break no layout but help nobody.
const workspaceName = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));
const MOST_WORKSPACES = 200;
/** As long as the client lets one of Instantly's names be. */
const LONGEST_NAME = 300;
/** What the options page sends at once of an export it restores, in characters. */
const MOST_IMPORT_LENGTH = 8_000_000;

/**
 * Payloads of the extension's messages. What does not fit is dropped before anything reads it. Each schema is made when a
 * message of its kind comes: to make all of them took a quarter of a cold worker's start.
 */
export const EXTENSION_SCHEMAS = {
  // The key's own rules are worded by the client; here only its size is bounded.
  'workspace.connect': () => z.strictObject({ key: z.string().check(z.maxLength(10_000)) }),
  'workspace.checkKey': () => z.strictObject({ workspaceId }),
  'workspace.remove': () => z.strictObject({ workspaceId }),
  'workspace.members': () => z.strictObject({ workspaceId }),
  'workspace.addMember': () =>
    z.strictObject({
      workspaceId,
      memberId: workspaceId,
      name: z.string().check(z.maxLength(LONGEST_NAME)),
    }),
  'workspace.rename': () => z.strictObject({ workspaceId, name: workspaceName }),
  'workspace.reorder': () =>
    z.strictObject({
      workspaceIds: z.array(workspaceId).check(z.maxLength(MOST_WORKSPACES)),
    }),
  'vault.state': nothing,
  'vault.setMode': () =>
    z.strictObject({
      choice: vaultChoice(),
      presentPassphrase: z.optional(passphrase),
    }),
  'vault.unlock': () => z.strictObject({ passphrase }),
  'vault.lock': nothing,
  'check.now': nothing,
  'check.look': () => z.strictObject({ campaignId }),
  'ask.aiSummary': () => z.strictObject({ workspaceId, campaignId }),
  'ask.sentDays': () => z.strictObject({ workspaceId, campaignId: z.nullable(campaignId) }),
  'ask.campaignTags': () => z.strictObject({ workspaceId }),
  // Which values a setting may take is the store's to say.
  'settings.set': () =>
    z.strictObject({
      name: z.enum(Object.keys(DEFAULT_SETTINGS) as [keyof Settings, ...(keyof Settings)[]]),
      value: z.union([z.string().check(z.maxLength(40)), z.number(), z.boolean()]),
    }),
  'demo.load': nothing,
  'demo.remove': nothing,
  'data.import': () => z.strictObject({ text: z.string().check(z.maxLength(MOST_IMPORT_LENGTH)) }),
  'data.erase': nothing,
  'webhook.list': nothing,
  // What makes an address one that is kept is said in words: here only its size is bounded.
  'webhook.put': () =>
    z.strictObject({
      id: z.nullable(uuid),
      kind: z.enum(WEBHOOK_KINDS),
      name: z.string().check(z.trim(), z.maxLength(100)),
      address: z.nullable(z.string().check(z.maxLength(10_000))),
      hasAddresses: z.boolean(),
    }),
  'webhook.remove': () => z.strictObject({ id: uuid }),
  'webhook.test': () => z.strictObject({ id: uuid }),
  ...ALERT_SCHEMAS,
  ...CHANGE_SCHEMAS,
} as const satisfies Record<keyof ExtensionTable, () => z.ZodMiniType>;

/** Payloads of the panel's messages: none can change anything, save that panels are no longer shown. */
export const PANEL_SCHEMAS = {
  'panel.campaign': () => z.strictObject({ campaignId }),
  'panel.marks': () =>
    z.strictObject({
      kind: z.enum(['campaigns', 'inboxes']),
      ids: z.array(campaignId).check(z.maxLength(MARKS_AT_MOST.ids)),
      texts: z
        .array(z.string().check(z.maxLength(MARKS_AT_MOST.textLength)))
        .check(z.maxLength(MARKS_AT_MOST.texts)),
    }),
  'panel.openOptions': nothing,
  'panel.openDashboard': () => z.strictObject({ campaignId: z.nullable(campaignId) }),
  'panel.hide': nothing,
  ...PANEL_CHANGE_SCHEMAS,
} as const satisfies Record<keyof PanelTable, () => z.ZodMiniType>;
