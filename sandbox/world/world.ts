import { rollCampaignDay } from './availability.ts';
import { buildWorld } from './build-world.ts';
import { happen } from './happenings.ts';
import { northwindPlan } from './northwind-plan.ts';
import type { WorldPlan } from './plan.ts';
import type { Mail, WorldState } from './state.ts';
import { DAY_MS, DEFAULT_START_MS, type WorldMs } from './time.ts';

/** How a world is made. Without a plan it is the demo workspace with that many campaigns and inboxes. */
export interface WorldOptions {
  readonly seed?: string | number;
  /** Where the clock stands when the world is handed over. */
  readonly startMs?: WorldMs;
  readonly campaigns?: number;
  readonly inboxes?: number;
  readonly plan?: WorldPlan;
  /** How long before the start the simulation begins, at the first instant of that day of the inboxes; default two days. */
  readonly historyMs?: number;
}

/** One simulated workspace with a clock of its own, which only moves when told. */
export interface World {
  readonly state: WorldState;
  readonly nowMs: WorldMs;
  /** Every mail since the simulation began, in order. */
  readonly mails: readonly Mail[];
  advance(ms: number): void;
  /** Lets everything happen that is due up to and at an instant; an instant in the past does nothing. */
  runUntil(ms: WorldMs): void;
  /** Mails of a campaign since its last local midnight. */
  sentToday(campaignId: string): number;
  /** The id of the first campaign of that name; throws when there is none. */
  idOf(campaignName: string): string;
}

/** Makes a world and lets its history happen. The same options give the same world to the byte. */
export function createWorld(options: WorldOptions = {}): World {
  const startMs = options.startMs ?? DEFAULT_START_MS;
  const plan =
    options.plan ?? northwindPlan(startMs, options.campaigns ?? 60, options.inboxes ?? 40);
  const movedMs = plan.movedMs ?? 0;
  const historyMs = options.historyMs ?? 2 * DAY_MS;
  const beginMs = Math.floor((startMs - movedMs - historyMs) / DAY_MS) * DAY_MS + movedMs;
  const state = buildWorld(plan, String(options.seed ?? 1), beginMs, startMs);

  const runUntil = (ms: WorldMs): void => {
    for (let next = state.queue.takeUntil(ms); next !== null; next = state.queue.takeUntil(ms)) {
      state.nowMs = next.atMs;
      happen(state, next.event);
    }
    state.nowMs = Math.max(state.nowMs, ms);
  };
  runUntil(startMs);

  return {
    state,
    get nowMs() {
      return state.nowMs;
    },
    mails: state.mails,
    advance: (ms) => runUntil(state.nowMs + ms),
    runUntil,
    sentToday(campaignId) {
      const campaign = state.campaigns.get(campaignId) ?? state.subsequences.get(campaignId);
      if (campaign === undefined) throw new RangeError(`no campaign ${campaignId}`);
      rollCampaignDay(campaign, state.nowMs);
      return campaign.sentToday;
    },
    idOf(campaignName) {
      for (const { id, settings } of state.campaigns.values()) {
        if (settings.name === campaignName) return id;
      }
      throw new RangeError(`no campaign named ${campaignName}`);
    },
  };
}
