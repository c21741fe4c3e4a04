import { LOOP_MS } from './build-world.ts';
import { applyFault, applyRecovery, SPONTANEOUS_FAULTS } from './inbox-faults.ts';
import { drawLeads } from './leads.ts';
import { activateCampaign, pauseCampaign } from './operations.ts';
import type { CampaignEvent } from './plan.ts';
import { runLoop } from './scheduler-loop.ts';
import { runBatch } from './sending.ts';
import type { CampaignState, WorldEvent, WorldState } from './state.ts';
import { DAY_MS, nextUtcMidnight, SECOND_MS } from './time.ts';

function befall(world: WorldState, campaign: CampaignState, planned: CampaignEvent): void {
  switch (planned.kind) {
    case 'pause':
      pauseCampaign(world, campaign, false);
      return;
    case 'activate':
      activateCampaign(world, campaign, false);
      return;
    case 'suspend':
      campaign.status = -99;
      campaign.updatedMs = world.nowMs;
      return;
    case 'go_silent':
      campaign.isSilent = true;
      return;
    case 'instantly_error':
      campaign.hasInstantlyError = true;
      return;
    case 'add_leads': {
      const count = planned.count ?? 0;
      campaign.pool.total += count;
      campaign.pool.uncontacted.push(...drawLeads(count, count, 0.6, campaign.random));
    }
  }
}

function drawFaults(world: WorldState): void {
  if (world.nowMs < world.faultsFromMs) return;
  const chance = world.faultsPerDay / Math.max(1, world.inboxes.size);
  for (const inbox of world.inboxes.values()) {
    if (!world.random.chance(chance) || inbox.fault !== null) continue;
    const atMs = world.nowMs + world.random.int(0, DAY_MS / SECOND_MS - 1) * SECOND_MS;
    world.queue.add(atMs, { kind: 'fault', inbox, fault: world.random.pick(SPONTANEOUS_FAULTS) });
  }
}

/** Lets one event happen at the world's present instant. */
export function happen(world: WorldState, event: WorldEvent): void {
  switch (event.kind) {
    case 'batch':
      if (event.generation === event.campaign.generation) runBatch(world, event.campaign);
      return;
    case 'loop':
      runLoop(world, event.campaign);
      world.queue.add(world.nowMs + LOOP_MS, event);
      return;
    case 'planned':
      befall(world, event.campaign, event.planned);
      return;
    case 'fault':
      applyFault(world, event.inbox, event.fault);
      return;
    case 'recovery':
      applyRecovery(world, event.inbox, event.fault);
      return;
    case 'utc_midnight':
      drawFaults(world);
      world.queue.add(nextUtcMidnight(world.nowMs), event);
  }
}
