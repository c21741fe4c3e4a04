import { type AlertBook, emptyBook, joinNotices, stepAlerts } from '#incidents';
import {
  type AlertLogRecord,
  type AlertRules,
  type CampaignId,
  HOUR_MS,
  MINUTE_MS,
  type Notice,
  type WorkspaceId,
} from '#model';
import {
  type CampaignState,
  createWorld,
  DAY_MS,
  DEFAULT_START_MS,
  northwindPlan,
} from '../../sandbox/world/index.ts';
import { createRandom } from '../simulate/random.ts';
import { createObserver, type Sight } from './observe.ts';
import { createPeople } from './people.ts';
import { type BlockKind, blockOf, isMute, needsAction } from './truth.ts';

/** What is played. */
export interface WeekOptions {
  readonly seed: number;
  readonly campaigns: number;
  readonly days: number;
  readonly stepMinutes: number;
  readonly rules: AlertRules;
  /** So many times the usual trouble, for short plays; default 1. */
  readonly troubleFactor?: number;
}

/** A stretch in which a campaign truly sent nothing and needed a person, in awake checks. */
export interface Block {
  readonly campaignId: string;
  readonly kind: BlockKind;
  readonly from: number;
  to: number;
  /** Checks that could have seen it. */
  checks: number;
}

/** A campaign that was named in a message, and whether it truly needed anybody. */
export interface Announcement {
  readonly record: AlertLogRecord;
  readonly isNeeded: boolean;
}

/** A played week: what was true and what was told. */
export interface Week {
  readonly blocks: readonly Block[];
  readonly announcements: readonly Announcement[];
  readonly log: readonly AlertLogRecord[];
  readonly notices: readonly Notice[];
  readonly checks: number;
  readonly endedAt: number;
}

/** The computer sleeps at night and Instantly is down for a while each day. UTC hours. */
const SLEEPS_TO = 5;
const DOWN_MS = 40 * MINUTE_MS;
/** Trouble that has just ended, or is seen a loop late, is no false alarm. */
const LATE_MS = 60 * MINUTE_MS;

const hourOf = (ms: number): number => (ms % DAY_MS) / HOUR_MS;

/** Whether a block goes on. A silent campaign is as silent outside its window as before. */
const isStill = (block: Block, kind: BlockKind | null, campaign: CampaignState): boolean =>
  kind === block.kind || (block.kind === 'silent' && campaign.isSilent && campaign.status === 1);

const blockFrom = (campaignId: string, kind: BlockKind, now: number, isSeen: boolean): Block => ({
  campaignId,
  kind,
  from: now,
  to: now,
  checks: isSeen ? 1 : 0,
});

/** Plays a workspace of the demo for some days, and the alerting beside it. */
export const playWeek = async (options: WeekOptions): Promise<Week> => {
  const { seed, campaigns, days, stepMinutes, rules } = options;
  const inboxes = Math.max(40, Math.round(campaigns / 2));
  const plan = northwindPlan(DEFAULT_START_MS, campaigns, inboxes);
  const world = createWorld({ seed, plan: { ...plan, faultsPerDay: inboxes * 0.015 } });
  const people = createPeople(world, seed, options.troubleFactor ?? 1);
  const observe = createObserver(world);
  const random = createRandom(seed, 'outages');
  const workspaceId = world.state.workspaceId as WorkspaceId;
  let book: AlertBook = emptyBook(workspaceId, world.nowMs);
  let sight: Sight = { verdicts: [], loops: new Map() };
  let open: readonly Notice[] = [];
  let downUntil = 0;
  let checks = 0;
  const running = new Map<string, Block>();
  const blocks: Block[] = [];
  const neededAt = new Map<string, number>();
  const announcements: Announcement[] = [];
  const log: AlertLogRecord[] = [];
  const notices: Notice[] = [];

  /** Notes what is true; `isSeeing` is whether this check could see it. */
  const noteTruth = (isSeeing: boolean): void => {
    for (const campaign of world.state.campaigns.values()) {
      const kind = blockOf(campaign, world, people.pausedBy);
      if (needsAction(campaign, kind)) neededAt.set(campaign.id, world.nowMs);
      const block = running.get(campaign.id);
      if (block && isStill(block, kind, campaign)) {
        block.to = world.nowMs;
        if (kind !== null && isSeeing) block.checks += 1;
        continue;
      }
      running.delete(campaign.id);
      const isHidden = isMute(campaign, world.nowMs) && campaign.status === 1;
      if (kind === null || isHidden) continue;
      const fresh = blockFrom(campaign.id, kind, world.nowMs, isSeeing);
      running.set(campaign.id, fresh);
      blocks.push(fresh);
    }
  };

  const endsAt = world.nowMs + days * DAY_MS;
  while (world.nowMs < endsAt) {
    const stepMs = stepMinutes * MINUTE_MS;
    world.advance(stepMs);
    people.act(stepMs);
    const isAsleep = hourOf(world.nowMs) < SLEEPS_TO;
    if (!isAsleep && random.chance(stepMs / DAY_MS)) downUntil = world.nowMs + DOWN_MS;
    const isDown = world.nowMs < downUntil;
    noteTruth(!isAsleep && !isDown);
    if (isAsleep) continue;
    if (!isDown) sight = await observe();
    checks += 1;
    const state = { silences: [], tagsByCampaign: new Map<CampaignId, string[]>(), rules };
    const outcome = stepAlerts({
      ...state,
      book,
      verdicts: sight.verdicts,
      incidents: [],
      workspaceState: isDown
        ? { kind: 'api_down', since: downUntil - DOWN_MS, message: '' }
        : { kind: 'ok' },
      now: world.nowMs,
      isSweepClean: !isDown,
      changes: [],
      openNotices: open.map(({ id }) => id),
      loops: sight.loops,
    });
    book = outcome.book;
    const joined = joinNotices({
      outcomes: [outcome],
      state: { ...state, fleets: [{ book, verdicts: sight.verdicts }], now: world.nowMs },
      openNotices: open,
    });
    const gone = new Set([...joined.cleared, ...joined.notices.map(({ id }) => id)]);
    open = [...open.filter(({ id }) => !gone.has(id)), ...joined.notices];
    notices.push(...joined.notices);
    log.push(...outcome.log);
    for (const record of outcome.log) {
      if (record.kind !== 'announced') continue;
      const needed = neededAt.get(record.campaignId ?? '');
      const isNeeded = needed !== undefined && world.nowMs - needed <= LATE_MS;
      announcements.push({ record, isNeeded });
    }
  }
  return { blocks, announcements, log, notices, checks, endedAt: world.nowMs };
};
