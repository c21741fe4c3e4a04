import type { CampaignId, InstantMs, WorkspaceId } from '#model';
import {
  isNumber,
  isNumberOrNull,
  isText,
  isTextOrNull,
  isTexts,
  listOf,
  recordOf,
  shape,
} from './guard.ts';

/** Mails sent on one day, from Instantly's daily analytics; whose midnight counts is undocumented (INSTANTLY.md 2.6). */
export interface SentDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Null where Instantly named the day without a count. */
  readonly sent: number | null;
}

/** What one campaign, or with null the whole workspace, sent on each of its last days, oldest first. */
export interface SentDaysRecord {
  readonly workspaceId: WorkspaceId;
  readonly campaignId: CampaignId | null;
  readonly days: readonly SentDay[];
  readonly readAt: InstantMs;
}

/** The tags that stand on campaigns themselves, not on their inboxes. Labels are in the record of the inboxes. */
export interface CampaignTagsRecord {
  readonly workspaceId: WorkspaceId;
  /** Ids of tags by campaign; one without tags is left out. */
  readonly tagIds: Readonly<Record<CampaignId, readonly string[]>>;
  readonly readAt: InstantMs;
}

export const isSentDaysRecord = shape<SentDaysRecord>({
  workspaceId: isText,
  campaignId: isTextOrNull,
  days: listOf(shape<SentDay>({ date: isText, sent: isNumberOrNull })),
  readAt: isNumber,
});

export const isCampaignTagsRecord = shape<CampaignTagsRecord>({
  workspaceId: isText,
  tagIds: recordOf(isTexts),
  readAt: isNumber,
});
