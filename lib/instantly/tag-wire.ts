import * as z from 'zod/mini';
import type { CampaignId, InboxAddress } from '#model';
import { parseCampaignId, parseInboxAddress } from '#model';
import { parseTagId } from './tag-id.ts';
import { always, clippedText, type Oddities, textAs } from './wire.ts';

/** A tag that people put on inboxes and campaigns. */
export interface Tag {
  readonly id: string;
  /** Untrusted text; empty when Instantly gave none. */
  readonly label: string;
}

/** What a tag is put on. */
export type TagMapping =
  | { readonly tagId: string; readonly kind: 'inbox'; readonly address: InboxAddress }
  | { readonly tagId: string; readonly kind: 'campaign'; readonly campaignId: CampaignId };

const tagId = textAs(parseTagId);

const CustomTag = z.lazy(() => z.object({ id: tagId, label: always(clippedText(300)) }));

const Mapping = z.lazy(() => z.object({ tag_id: tagId, resource_id: z.string() }));

/** One row of `custom-tags` in our words (INSTANTLY.md 2.8). Undefined without a valid id. */
export const readTag = (raw: unknown, odd: Oddities): Tag | undefined => {
  const row = CustomTag.safeParse(raw).data;
  return row && { id: row.id, label: odd.take(row.label) ?? '' };
};

/**
 * One row of `custom-tag-mappings` in our words (INSTANTLY.md 2.8). The resource's own form tells which kind it is:
 * the numbers that name the kind are third-party knowledge. Undefined without valid ids.
 */
export const readTagMapping = (raw: unknown): TagMapping | undefined => {
  const row = Mapping.safeParse(raw).data;
  if (row === undefined) return undefined;
  const campaignId = parseCampaignId(row.resource_id);
  if (campaignId) return { tagId: row.tag_id, kind: 'campaign', campaignId };
  const address = parseInboxAddress(row.resource_id);
  return address && { tagId: row.tag_id, kind: 'inbox', address };
};
