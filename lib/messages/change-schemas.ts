import * as z from 'zod/mini';
import { parseInboxAddress } from '#model';
import type { ChangeMessages, PanelChangeMessages } from './change-messages.ts';
import { campaignId, workspaceId } from './id-schemas.ts';

const MOST_CHANGES = 500;
const MOST_INBOXES = 100;

const inbox = z.pipe(
  z.string().check(z.maxLength(254)),
  z.transform((text, context) => {
    const address = parseInboxAddress(text);
    if (address !== undefined) return address;
    context.issues.push({ code: 'custom', input: text });
    return z.NEVER;
  }),
);
const inboxes = z.array(inbox).check(z.minLength(1), z.maxLength(MOST_INBOXES));
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const ticket = z.string().check(z.maxLength(36));

// Which values are sensible is the plan's to say; here they are only bounded.
const change = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['pause_campaign', 'activate_campaign']), campaignId }),
    z.strictObject({
      kind: z.enum(['set_campaign_limit', 'set_new_lead_limit']),
      campaignId,
      limitPerDay: z.nullable(whole(0, 1_000_000)),
    }),
    z.strictObject({ kind: z.literal('set_esp_matching'), campaignId, isOn: z.boolean() }),
    z.strictObject({ kind: z.enum(['pause_inbox', 'resume_inbox', 'mark_inbox_fixed']), inbox }),
    z.strictObject({
      kind: z.literal('set_inbox_limit'),
      inbox,
      limitPerDay: z.nullable(whole(0, 1_000_000)),
    }),
    z.strictObject({ kind: z.literal('set_inbox_gap'), inbox, gapMinutes: whole(0, 1_000_000) }),
    z.strictObject({ kind: z.literal('set_slow_ramp'), inbox, isOn: z.boolean() }),
    z.strictObject({ kind: z.literal('set_warmup'), inboxes, isOn: z.boolean() }),
  ]);
const planned = () => ({ workspaceId, change: change() });
const changes = () =>
  z.array(z.strictObject(planned())).check(z.minLength(1), z.maxLength(MOST_CHANGES));

/** Payloads of the messages about changes. */
export const CHANGE_SCHEMAS = {
  'change.open': () => z.strictObject({ changes: changes() }),
  'change.confirmation': () => z.strictObject({ ticket }),
  'change.whatIf': () => z.strictObject({ ticket, ...planned() }),
  'change.apply': () =>
    z.strictObject({ ticket, changes: changes(), typed: z.string().check(z.maxLength(40)) }),
  'change.stop': () => z.strictObject({ ticket }),
  'change.undo': () =>
    z.strictObject({
      actionIds: z
        .array(z.string().check(z.maxLength(60)))
        .check(z.minLength(1), z.maxLength(MOST_CHANGES)),
    }),
  'ask.inboxVitals': () => z.strictObject({ workspaceId, inboxes }),
  'ask.warmup': () => z.strictObject({ workspaceId, inboxes }),
  'ask.trackingDomain': () =>
    z.strictObject({
      workspaceId,
      host: z.string().check(z.maxLength(253), z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i)),
    }),
  'ask.auditLog': () => z.strictObject({ workspaceId }),
} as const satisfies Record<keyof ChangeMessages, () => z.ZodMiniType>;

/** Payloads of what the panel may ask for about changes: it opens a window, and changes nothing. */
export const PANEL_CHANGE_SCHEMAS = {
  'panel.openConfirm': () =>
    z.strictObject({
      campaignId,
      kind: z.enum(['pause_campaign', 'activate_campaign']),
    }),
} as const satisfies Record<keyof PanelChangeMessages, () => z.ZodMiniType>;
