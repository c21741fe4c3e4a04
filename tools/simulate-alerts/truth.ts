import type { CampaignState, InboxState, World } from '../../sandbox/world/index.ts';

/** Why a campaign sends nothing until a person acts, as only the simulation knows it. */
export type BlockKind =
  | 'stopped'
  | 'error'
  | 'no_inboxes'
  | 'dead_inboxes'
  | 'no_window'
  | 'silent'
  | 'paused_by_somebody';

const NEVER_HEALS: ReadonlySet<unknown> = new Set(['login_lost', 'bad_lead_domain']);

/** An inbox that sends again only after a person has done something about it. */
export const isDead = (inbox: InboxState): boolean =>
  (NEVER_HEALS.has(inbox.fault) && inbox.status < 0) || inbox.status === 2 || inbox.isSetupPending;

/** Campaigns about which the simulated Instantly itself keeps quiet: nobody outside can know better. */
export const isMute = ({ statusShape, frozenAtMs }: CampaignState, nowMs: number): boolean =>
  statusShape === 'empty' || (frozenAtMs !== null && frozenAtMs <= nowMs);

/** Silence shows only while everything says that it sends. */
const isSilentNow = ({ isSilent, snapshot }: CampaignState): boolean =>
  isSilent &&
  snapshot?.code === 'healthy' &&
  snapshot.facts?.isInSchedule === true &&
  snapshot.facts.available > 0;

const hasNoWindow = ({ calendar, settings }: CampaignState, nowMs: number): boolean => {
  const { startDate } = settings.schedule;
  const isStarted = startDate === null || Date.parse(startDate) <= nowMs;
  return isStarted && calendar.windowAt(nowMs) === null && calendar.nextOpening(nowMs) === null;
};

/** Why a campaign needs a person now; null: it does not. `pausedBy` are those that somebody paused while they ran. */
export const blockOf = (
  campaign: CampaignState,
  { nowMs }: World,
  pausedBy: ReadonlyMap<string, number>,
): BlockKind | null => {
  const { status, senders } = campaign;
  if (status === -1 || status === -2 || status === -99) return 'stopped';
  if (status === 2) {
    const pausedAt = pausedBy.get(campaign.id);
    return pausedAt !== undefined && nowMs - pausedAt < 86_400_000 ? 'paused_by_somebody' : null;
  }
  if (status !== 1) return null;
  if (campaign.hasInstantlyError) return 'error';
  if (senders.length === 0) return 'no_inboxes';
  if (senders.every(isDead)) return 'dead_inboxes';
  if (hasNoWindow(campaign, nowMs)) return 'no_window';
  return isSilentNow(campaign) ? 'silent' : null;
};

/** Whether there is anything about a campaign that a person should do, blocked or not. */
export const needsAction = (campaign: CampaignState, block: BlockKind | null): boolean =>
  block !== null ||
  campaign.isSilent ||
  (campaign.status === 1 &&
    campaign.senders.some(
      (inbox) =>
        (NEVER_HEALS.has(inbox.fault) && inbox.status < 0) || inbox.fault === 'warmup_banned',
    ));
