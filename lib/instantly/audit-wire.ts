import * as z from 'zod/mini';
import { type AuditKind, type CampaignId, type InstantMs, parseCampaignId } from '#model';
import { parseInstant } from './moment.ts';
import { always, clippedText, flag, maybeNull, number, type Oddities, textAs } from './wire.ts';

/** One entry of Instantly's own log. */
export interface AuditRow {
  readonly at: InstantMs;
  readonly kind: AuditKind;
  /** Untrusted text; null where a key did it, or Instantly does not say. */
  readonly by: string | null;
  readonly isFromApi: boolean;
  readonly campaignId: CampaignId | null;
}

// INSTANTLY.md 2.8; the numbers are third-party knowledge.
const KINDS: Readonly<Record<number, AuditKind>> = {
  3: 'campaign_deleted',
  4: 'campaign_activated',
  5: 'campaign_paused',
  6: 'inbox_added',
  7: 'inbox_deleted',
  11: 'campaign_changed',
  36: 'inbox_changed',
  37: 'key_created',
  38: 'key_deleted',
};

const Row = z.lazy(() =>
  z.object({
    timestamp: textAs(parseInstant),
    activity_type: always(number),
    from_api: maybeNull(flag),
    user_name: maybeNull(clippedText(200)),
    campaign_id: maybeNull(textAs(parseCampaignId)),
  }),
);

/** One row of `audit-logs` in our words. Undefined without a valid time. */
export const readAuditRow = (raw: unknown, odd: Oddities): AuditRow | undefined => {
  const row = Row.safeParse(raw).data;
  return (
    row && {
      at: row.timestamp,
      kind: KINDS[odd.take(row.activity_type) ?? -1] ?? 'other',
      by: odd.take(row.user_name) ?? null,
      isFromApi: odd.take(row.from_api) ?? false,
      campaignId: odd.take(row.campaign_id) ?? null,
    }
  );
};
