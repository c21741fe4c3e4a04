import type { CauseCode, Severity } from './cause.ts';
import type { CampaignId, WorkspaceId } from './ids.ts';
import type { InstantMs } from './time.ts';

/** Where a problem goes: at once, in the next digest, or only into badge and popup. */
export const CHANNELS = ['notify', 'digest', 'never'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How one kind of problem is told. */
export interface CauseRule {
  readonly channel: Channel;
  /** How long it has to last before anybody is told, in minutes, 0 to 1,440. */
  readonly forMinutes: number;
  /** After how many hours without an acknowledgement it is told again, 1 to 72; null: never. */
  readonly renotifyHours: number | null;
}

/** Severities that can be told at all; `ok` is none. */
export const ALERT_SEVERITIES = [
  'red',
  'amber',
  'blue',
  'grey',
] as const satisfies readonly Severity[];
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** Hours in which nothing is told at once. What would have been is in the digest after them. */
export interface QuietHours {
  /** Minutes after local midnight, 0 to 1,439. `from` after `to` goes over midnight; equal is the whole day. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** IANA name. */
  readonly timeZone: string;
  /** Told in spite of them. */
  readonly except: readonly AlertSeverity[];
}

/** What the user wants to be told, and when. */
export interface AlertRules {
  readonly bySeverity: Readonly<Record<AlertSeverity, CauseRule>>;
  /** What differs from the rule of the severity. */
  readonly byCause: Readonly<Partial<Record<CauseCode, Partial<CauseRule>>>>;
  readonly quietHours: QuietHours | null;
  /** The morning digest: minutes after midnight in `timeZone`; null: none. */
  readonly digest: { readonly atMinute: number; readonly timeZone: string } | null;
}

/** What a silence or an alert is about. Narrower scopes inherit what is said of the wider ones. */
export type SilenceScope =
  | {
      readonly kind: 'campaign';
      readonly workspaceId: WorkspaceId;
      readonly campaignId: CampaignId;
    }
  /** Every campaign that carries the tag, or sends from inboxes that do. */
  | { readonly kind: 'tag'; readonly workspaceId: WorkspaceId; readonly tagId: string }
  | { readonly kind: 'workspace'; readonly workspaceId: WorkspaceId }
  /** One cause, in one workspace or, with null, in all of them. */
  | { readonly kind: 'cause'; readonly workspaceId: WorkspaceId | null; readonly code: CauseCode };

/**
 * Why nobody is told. `acknowledged` ends when all that it covers has recovered; `snoozed` and `expected` end at
 * `until`, `snoozed` without it when it clears; `muted` until it is taken back. What is still wrong when `expected`
 * ends is told even where it was told before.
 */
export const SILENCE_KINDS = ['acknowledged', 'snoozed', 'muted', 'expected'] as const;
export type SilenceKind = (typeof SILENCE_KINDS)[number];

/** Something that a person does not want to hear of for now. It is still checked, shown and counted. */
export interface Silence {
  readonly id: string;
  readonly kind: SilenceKind;
  readonly scope: SilenceScope;
  /** The person's own words; may be empty. */
  readonly note: string;
  readonly at: InstantMs;
  /** Null: no end by the clock. */
  readonly until: InstantMs | null;
}

/** Until when something is snoozed, as a person says it. */
export type SnoozeChoice =
  | { readonly kind: 'hour' }
  /** The campaign's next sending window; of several the first. */
  | { readonly kind: 'next_window' }
  /** When the limit that stops it clears by itself, or the trouble is gone. */
  | { readonly kind: 'clears' }
  | { readonly kind: 'date'; readonly at: InstantMs };

/** One cause of one campaign, or with `campaignId` null of a whole workspace, as the alerting sees it. */
export interface Alert {
  readonly workspaceId: WorkspaceId;
  readonly campaignId: CampaignId | null;
  readonly code: CauseCode;
  readonly severity: AlertSeverity;
  /**
   * `pending`: seen, but not for as long as its rule asks. `firing`: it has lasted. `clearing`: not seen any more, but
   * not for long enough to call it over.
   */
  readonly state: 'pending' | 'firing' | 'clearing';
  /** First seen in this occurrence. */
  readonly since: InstantMs;
  /** When `state` was entered. */
  readonly stateAt: InstantMs;
  /** When a person was last told; null: not yet. */
  readonly announcedAt: InstantMs | null;
}

/** Why a firing alert was not told. */
export const HOLD_REASONS = [
  'baseline',
  'grace',
  'inhibited',
  'acknowledged',
  'snoozed',
  'muted',
  'expected',
  'quiet_hours',
  'flapping',
  'rule',
  'digest',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** One transition of an alert, for the incident log. */
export interface AlertLogRecord {
  readonly workspaceId: WorkspaceId;
  readonly campaignId: CampaignId | null;
  readonly code: CauseCode;
  readonly severity: AlertSeverity;
  readonly at: InstantMs;
  /** Of the occurrence: time to detect is `fired` less it, time to recover `resolved` less it. */
  readonly since: InstantMs;
  readonly kind: 'pending' | 'fired' | 'announced' | 'held' | 'recovered' | 'resolved';
  /** Why it was held; null unless `held`. */
  readonly reason: HoldReason | null;
}

/** One message to a person: one per cause and workspace, or one for many. Codes and figures; words are made where it is shown. */
export interface Notice {
  /** Stable: the same again replaces it, and a receiver of webhooks knows it by this. */
  readonly id: string;
  readonly kind: 'problem' | 'recovery' | 'summary' | 'digest';
  /** Null where several workspaces are meant. */
  readonly workspaceId: WorkspaceId | null;
  /** Null in `summary` and `digest`. */
  readonly code: CauseCode | null;
  readonly severity: AlertSeverity;
  readonly campaignIds: readonly CampaignId[];
  /** All campaigns meant; `campaignIds` holds at most 50 of them. */
  readonly campaigns: number;
  /** Mails lost today; null when it cannot be said. */
  readonly loss: number | null;
  readonly at: InstantMs;
  readonly isRepeated: boolean;
  /** Of a digest or summary; else null. */
  readonly counts: {
    readonly needYou: number;
    readonly fine: number;
    readonly silenced: number;
    /** Campaigns that run out of leads within a week, by UTC day, the first first. */
    readonly dryDays: readonly { readonly date: string; readonly campaigns: number }[];
  } | null;
}

const told = (channel: Channel, forMinutes: number, renotifyHours: number | null): CauseRule => ({
  channel,
  forMinutes,
  renotifyHours,
});

const AT_ONCE = { channel: 'notify', forMinutes: 0 } as const;
const UNTOLD = { channel: 'never' } as const;

/** What differs from the severity in every preset: how long a cause has to last to be believed (DIAGNOSIS.md 3.1). */
const LASTING = {
  campaign_account_suspended: AT_ONCE,
  campaign_bounce_protect: AT_ONCE,
  campaign_accounts_unhealthy: AT_ONCE,
  unexpected_pause: AT_ONCE,
  key_rejected: AT_ONCE,
  no_plan: AT_ONCE,
  scope_missing: AT_ONCE,
  permission_missing: AT_ONCE,
  // Whoever locks the vault with a passphrase starts every day with it locked.
  locked: { channel: 'notify', forMinutes: 60 },
  all_accounts_unhealthy: { forMinutes: 10 },
  no_accounts_available: { forMinutes: 15 },
  inboxes_disconnected: { forMinutes: 10 },
  inbox_login_lost: { forMinutes: 10 },
  inbox_transient_error: { forMinutes: 60 },
  inbox_bad_lead: { forMinutes: 10 },
  inbox_provider_cap: { forMinutes: 10 },
  inbox_daily_quota: { forMinutes: 10 },
  inbox_reputation: { forMinutes: 10 },
  inbox_error: { forMinutes: 10 },
  no_inboxes_attached: { forMinutes: 10 },
  empty_tag: { forMinutes: 10 },
  waiting_for_esp_match: { forMinutes: 60 },
  waiting_for_leads: { forMinutes: 1_440 },
  api_down: { channel: 'digest', forMinutes: 30 },
  rate_limited: { channel: 'digest', forMinutes: 60 },
  offline: UNTOLD,
  out_of_schedule: UNTOLD,
  campaign_draft: UNTOLD,
  campaign_paused: UNTOLD,
  // That nothing is known is in popup and badge; of a whole workspace the workspace's own state is told.
  no_status_yet: UNTOLD,
  unseen_status: UNTOLD,
  unseen_lifecycle: UNTOLD,
  status_failed: UNTOLD,
  status_not_permitted: UNTOLD,
  stale_ours: UNTOLD,
  stale_instantly: UNTOLD,
  contradiction: UNTOLD,
} as const satisfies AlertRules['byCause'];

/** Limits and waits that a person set: only those who want everything hear of them. */
const BY_RULE = {
  account_daily_limit_met: { channel: 'digest', forMinutes: 0 },
  domain_limit_reached: UNTOLD,
  new_lead_limit_met: UNTOLD,
  daily_limit_met: UNTOLD,
  follow_up_delay_not_met: UNTOLD,
} as const satisfies AlertRules['byCause'];

/** Ready-made rules (DIAGNOSIS.md 3.1 `for` and notify defaults; FEATURES.md 2.2). `standard` holds until the user chooses. */
export const ALERT_PRESETS = {
  calm: {
    bySeverity: {
      red: told('notify', 10, null),
      amber: told('digest', 60, null),
      blue: told('never', 0, null),
      grey: told('never', 0, null),
    },
    byCause: { ...LASTING, ...BY_RULE },
    quietHours: null,
    digest: null,
  },
  standard: {
    bySeverity: {
      red: told('notify', 0, 4),
      amber: told('digest', 15, null),
      blue: told('never', 0, null),
      grey: told('never', 0, null),
    },
    byCause: { ...LASTING, ...BY_RULE, campaign_completed: { channel: 'digest', forMinutes: 0 } },
    quietHours: null,
    digest: null,
  },
  everything: {
    bySeverity: {
      red: told('notify', 0, 4),
      amber: told('notify', 15, null),
      blue: told('digest', 60, null),
      grey: told('never', 0, null),
    },
    byCause: { ...LASTING, campaign_completed: AT_ONCE },
    quietHours: null,
    digest: null,
  },
} as const satisfies Readonly<Record<string, AlertRules>>;
export type AlertPreset = keyof typeof ALERT_PRESETS;
