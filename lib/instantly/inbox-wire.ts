import * as z from 'zod/mini';
import type { InboxFacts, InboxTracking, InstantMs, SmtpMessage, WorkspaceId } from '#model';
import { parseInboxAddress, parseWorkspaceId } from '#model';
import { clip } from './clip.ts';
import { inboxProvider, inboxStatus, warmupStatus } from './enums.ts';
import { parseHost } from './host.ts';
import { parseTagId } from './tag-id.ts';
import {
  always,
  clippedText,
  flag,
  list,
  maybeNull,
  number,
  type Oddities,
  takeEntries,
  textAs,
  waitMinutes,
} from './wire.ts';

const LONGEST_MESSAGE = 2_000;
const message = clippedText(LONGEST_MESSAGE);
const LONGEST_WORD = 40;

const StatusMessage = z.lazy(() =>
  z.object({
    // A text by the documents; mail libraries also put a number here.
    code: maybeNull(z.union([message, z.pipe(number, z.transform(String))])),
    command: maybeNull(message),
    response: maybeNull(message),
    e_message: maybeNull(message),
    responseCode: maybeNull(number),
  }),
);

const Account = z.lazy(() =>
  z.object({
    email: textAs(parseInboxAddress),
    organization: maybeNull(textAs(parseWorkspaceId)),
    status: maybeNull(inboxStatus),
    status_message: maybeNull(z.union([z.string(), StatusMessage])),
    warmup_status: always(warmupStatus),
    stat_warmup_score: maybeNull(number),
    provider_code: always(inboxProvider),
    setup_pending: always(flag),
    daily_limit: maybeNull(number),
    sending_gap: maybeNull(waitMinutes),
    enable_slow_ramp: maybeNull(flag),
    // An account without one has null here, or an empty text.
    tracking_domain_name: maybeNull(z.union([z.literal(''), textAs(parseHost)])),
    tracking_domain_status: maybeNull(clippedText(LONGEST_WORD)),
    tags: maybeNull(list),
  }),
);

const Tag = z.lazy(() => z.object({ id: z.string() }));

const readTagId = (raw: unknown): string | undefined => parseTagId(Tag.safeParse(raw).data?.id);

const readMessage = (
  body: string | z.infer<typeof StatusMessage> | null | undefined,
  odd: Oddities,
): SmtpMessage | undefined => {
  if (body == null) return undefined;
  const parts =
    typeof body === 'string'
      ? { response: clip(body, LONGEST_MESSAGE) }
      : {
          code: odd.take(body.code),
          command: odd.take(body.command),
          response: odd.take(body.response),
          errorText: odd.take(body.e_message),
          responseCode: odd.take(body.responseCode),
        };
  const { code, command, response, errorText, responseCode }: SmtpParts = parts;
  if (!(code || command || response || errorText || responseCode)) return undefined;
  return {
    code: code ?? undefined,
    command: command ?? undefined,
    response: response ?? undefined,
    errorText: errorText ?? undefined,
    responseCode: responseCode ?? undefined,
  };
};

const trackingOf = (
  host: string | null | undefined,
  status: string | null | undefined,
): InboxTracking | null | undefined => {
  if (host === undefined) return undefined;
  return host ? { host, status: status || null } : null;
};

type SmtpParts = { readonly [Part in keyof SmtpMessage]?: SmtpMessage[Part] | null };

/**
 * A sending inbox in our words (INSTANTLY.md 2.7), filed under `workspaceId`, else under its own `organization`.
 * Undefined without a valid address or any workspace.
 */
export const readInbox = (
  raw: unknown,
  workspaceId: WorkspaceId | undefined,
  readAt: InstantMs,
  odd: Oddities,
): InboxFacts | undefined => {
  const parsed = Account.safeParse(raw);
  if (!parsed.success) return undefined;
  const row = parsed.data;
  const owner = workspaceId ?? odd.take(row.organization);
  if (owner == null) return undefined;
  return {
    workspaceId: owner,
    address: row.email,
    status: odd.take(row.status) ?? undefined,
    smtpMessage: readMessage(odd.take(row.status_message), odd),
    warmupStatus: odd.take(row.warmup_status),
    warmupScore: odd.take(row.stat_warmup_score),
    provider: odd.take(row.provider_code),
    isSetupPending: odd.take(row.setup_pending),
    limitPerDay: odd.take(row.daily_limit),
    gapMinutes: odd.take(row.sending_gap) ?? undefined,
    isSlowRamp: odd.take(row.enable_slow_ramp),
    tracking: trackingOf(odd.take(row.tracking_domain_name), odd.take(row.tracking_domain_status)),
    tagIds: takeEntries(odd.take(row.tags), readTagId, odd),
    readAt,
  };
};
