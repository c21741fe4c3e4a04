import type { Capacity } from './capacity.ts';
import type { ChangeFields, ChangeNote } from './change-note.ts';
import type { CampaignId, InboxAddress, WorkspaceId } from './ids.ts';

/** One change to Instantly: which thing, and how it is to be after it. One field each (DIAGNOSIS.md 3.5). */
export type Change =
  | { readonly kind: 'pause_campaign' | 'activate_campaign'; readonly campaignId: CampaignId }
  /** Mails a day of the whole campaign, 1 to 100,000; null takes the limit away. */
  | {
      readonly kind: 'set_campaign_limit';
      readonly campaignId: CampaignId;
      readonly limitPerDay: number | null;
    }
  /** New leads a day, 0 to 100,000; 0 stops new leads, null takes the limit away. */
  | {
      readonly kind: 'set_new_lead_limit';
      readonly campaignId: CampaignId;
      readonly limitPerDay: number | null;
    }
  | { readonly kind: 'set_esp_matching'; readonly campaignId: CampaignId; readonly isOn: boolean }
  | {
      readonly kind: 'pause_inbox' | 'resume_inbox' | 'mark_inbox_fixed';
      readonly inbox: InboxAddress;
    }
  /** Campaign mails a day over all campaigns, 1 to 1,000; null, which only an undo sets, is no limit of its own. */
  | {
      readonly kind: 'set_inbox_limit';
      readonly inbox: InboxAddress;
      readonly limitPerDay: number | null;
    }
  /** Minutes between two mails of one inbox, 0 to 1,440. */
  | { readonly kind: 'set_inbox_gap'; readonly inbox: InboxAddress; readonly gapMinutes: number }
  | { readonly kind: 'set_slow_ramp'; readonly inbox: InboxAddress; readonly isOn: boolean }
  /** Of inboxes that are named, 1 to 100; never of all. */
  | {
      readonly kind: 'set_warmup';
      readonly inboxes: readonly InboxAddress[];
      readonly isOn: boolean;
    };

export type ChangeKind = Change['kind'];

type Of<Each extends Change, Kind extends ChangeKind> = Each extends Change
  ? Kind extends Each['kind']
    ? Each & { readonly kind: Kind }
    : never
  : never;

/** A change of one kind. */
export type ChangeOf<Kind extends ChangeKind> = Of<Change, Kind>;

/** A change in one workspace. */
export interface PlannedChange {
  readonly workspaceId: WorkspaceId;
  readonly change: Change;
}

/** What changes do to today's mails. */
export interface ChangeEffect {
  readonly before: Capacity;
  readonly after: Capacity;
  /** Campaigns that are summed up in it: 1 for a change of a campaign, all that use it for one of an inbox. */
  readonly campaigns: number;
}

/** What a person sees before confirming. Fields are named as Sendwatch names them. */
export interface ChangePlan extends PlannedChange {
  /** What it is about, in Instantly's words: the campaign's name or the inbox's address. Untrusted text. */
  readonly subject: string;
  readonly before: ChangeFields;
  readonly after: ChangeFields;
  /** Why it must not be made; null when it may. */
  readonly refusal: ChangeNote | null;
  readonly risks: readonly ChangeNote[];
  /** What has to be typed to confirm it alone; null when a click is enough. */
  readonly typed: string | null;
  /** Today's forecast without and with it; null where there is none. */
  readonly effect: ChangeEffect | null;
  /** What takes it back; null where nothing does. */
  readonly inverse: Change | null;
}
