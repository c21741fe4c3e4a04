import { diagnoseFleet } from '#diagnosis';
import { todayAt } from '#forecast';
import type { Constraint } from '#model';
import {
  createWorld,
  DEFAULT_START_MS,
  HOUR_MS,
  northwindPlan,
} from '../../sandbox/world/index.ts';
import { clientOf, readFleet } from './forecast-simulated-fleet.ts';

/** What binds in a forecast: one campaign's own constraint, or that others draw on the same inboxes. */
export type Binding = Constraint | 'shared_inboxes' | 'nothing';

/** One campaign's day as it was forecast at some hour, and as it then went in the simulation. */
export interface Comparison {
  readonly name: string;
  readonly binding: Binding;
  /** Shared fairly among all campaigns, in mails. */
  readonly forecast: number;
  /** As if it had its inboxes to itself, in mails. */
  readonly alone: number;
  readonly actual: number;
  readonly sentBefore: number;
  /** Whether Instantly says that no lead can be mailed now: what opens that later is not told by the API. */
  readonly isNoLeadReady: boolean;
  readonly assumed: readonly string[];
}

/** After the demo's start, Thursday 15:10 UTC: afternoon and evening, then the next morning, noon and afternoon. */
const HOURS_LATER = [0, 3, 17.5, 20.5, 23];
// By then the local day of every zone on earth is over.
const LAST_DAY_OVER_MS = (23 + 48) * HOUR_MS;

/**
 * Forecasts every running campaign of the demo workspace at several hours and lets the days end. Left out: campaigns
 * stopped or broken by script, and those whose day is over. The forecast knows only what the API tells.
 */
export const compareDays = async (
  seed: number,
  faultsPerDay: number,
): Promise<readonly Comparison[]> => {
  const world = createWorld({ seed, plan: { ...northwindPlan(DEFAULT_START_MS), faultsPerDay } });
  const client = clientOf(world);
  const days: { fromMs: number; toMs: number; id: string; rest: Omit<Comparison, 'actual'> }[] = [];
  for (const hours of HOURS_LATER) {
    world.runUntil(DEFAULT_START_MS + hours * HOUR_MS);
    const input = await readFleet(client, world.nowMs);
    const seen = new Map(input.observations.map((each) => [each.campaign.id, each]));
    for (const { campaignId: id, name, health, capacity } of diagnoseFleet(input)) {
      const { campaign, reading } = seen.get(id) ?? {};
      const today = todayAt(campaign?.schedule, world.nowMs);
      const isRunning = campaign?.lifecycle === 'active' && health !== 'blocked';
      const isSilent = world.state.campaigns.get(id)?.isSilent === true;
      if (!isRunning || isSilent || !capacity || !today || today.minutesLeft === 0) continue;
      const alone = capacity.today.mean;
      const forecast = capacity.contendedToday ?? alone;
      const rest: Omit<Comparison, 'actual'> = {
        name,
        binding: forecast < alone ? 'shared_inboxes' : (capacity.bottleneck ?? 'nothing'),
        forecast,
        alone,
        sentBefore: world.sentToday(id),
        isNoLeadReady: reading?.kind === 'read' && reading.snapshot.leads?.isNoneReady === true,
        assumed: capacity.assumed,
      };
      days.push({ id, fromMs: today.startsAt, toMs: today.endsAt, rest });
    }
  }
  world.runUntil(DEFAULT_START_MS + LAST_DAY_OVER_MS);
  return days.map(({ id, fromMs, toMs, rest }) => ({
    ...rest,
    actual: world.mails.filter(
      ({ campaignId, atMs }) => campaignId === id && fromMs <= atMs && atMs < toMs,
    ).length,
  }));
};
