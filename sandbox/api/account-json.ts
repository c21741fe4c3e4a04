import { type InboxState, isoOf, type WorldState } from '../world/index.ts';

/** How much of an account to show: a list abbreviates the warmup, tags only come when asked for. */
export interface AccountView {
  readonly isInList: boolean;
  readonly hasTags: boolean;
}

function warmupJson(isInList: boolean): object {
  if (isInList) return { limit: 20 };
  return {
    limit: 20,
    advanced: {
      warm_ctd: false,
      open_rate: 0.95,
      important_rate: 0.8,
      read_emulation: false,
      spam_save_rate: 0.95,
      weekday_only: false,
    },
    warmup_custom_ftag: 'warmup',
    increment: '2',
    reply_rate: 0.3,
  };
}

/** An inbox as Instantly shows it (INSTANTLY.md 2.7). `status_message` is missing while nothing ever went wrong. */
export function accountJson(
  world: WorldState,
  inbox: InboxState,
  view: AccountView,
): Record<string, unknown> {
  return {
    email: inbox.address,
    timestamp_created: isoOf(inbox.createdMs),
    timestamp_updated: isoOf(inbox.updatedMs),
    first_name: inbox.firstName,
    last_name: inbox.lastName,
    organization: world.workspaceId,
    warmup: warmupJson(view.isInList),
    added_by: world.ownerId,
    modified_by: world.ownerId,
    daily_limit: inbox.limitPerDay,
    sending_gap: inbox.gapMinutes,
    enable_slow_ramp: inbox.isSlowRamp,
    tracking_domain_name: `track.${inbox.address.split('@')[1]}`,
    tracking_domain_status: 'active',
    status: inbox.status,
    ...(inbox.statusMessage === null ? {} : { status_message: inbox.statusMessage }),
    warmup_status: inbox.warmupStatus,
    stat_warmup_score: inbox.warmupScore,
    timestamp_last_used: inbox.lastUsedMs === null ? null : isoOf(inbox.lastUsedMs),
    timestamp_warmup_start: isoOf(inbox.createdMs),
    provider_code: inbox.provider,
    setup_pending: inbox.isSetupPending,
    is_managed_account: false,
    dfy_password_changed: null,
    inbox_placement_test_limit: null,
    autofix_failed: inbox.fault === 'login_lost' ? true : null,
    ...(view.hasTags
      ? {
          tags: inbox.tagIds.map((id) => ({
            id,
            label: world.tags.get(id)?.label ?? '',
            description: null,
          })),
        }
      : {}),
    ...inbox.kept,
  };
}
