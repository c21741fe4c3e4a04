import { buildCampaign, buildSubsequence, type Surroundings } from './build-campaigns.ts';
import { buildInbox, buildTags } from './build-inboxes.ts';
import { createEventQueue } from './event-queue.ts';
import { uuidFrom } from './ids.ts';
import { createInboxDays } from './inbox-days.ts';
import type { WorldPlan } from './plan.ts';
import { createRandom } from './random.ts';
import { planBatch } from './sending.ts';
import type { WorldState } from './state.ts';
import { DAY_MS, MINUTE_MS, nextUtcMidnight, SECOND_MS, type WorldMs } from './time.ts';

/** How often Instantly's scheduler looks at a campaign; not published, 5 minutes is an assumption. */
export const LOOP_MS = 5 * MINUTE_MS;

function populate(world: WorldState, plan: WorldPlan, around: Surroundings): void {
  plan.campaigns.forEach((campaignPlan, index) => {
    const campaign = buildCampaign(campaignPlan, `campaign:${index}`, around);
    world.campaigns.set(campaign.id, campaign);
    for (const subsequencePlan of campaignPlan.subsequences ?? []) {
      const subsequence = buildSubsequence(subsequencePlan, campaign, around);
      world.subsequences.set(subsequence.id, subsequence);
    }
  });
}

function windUp(world: WorldState, plan: WorldPlan): void {
  for (const campaign of [...world.campaigns.values(), ...world.subsequences.values()]) {
    planBatch(world, campaign, world.nowMs + campaign.random.int(0, 300) * SECOND_MS);
    const phaseMs = campaign.random.int(0, 299) * SECOND_MS;
    world.queue.add(world.nowMs + phaseMs, { kind: 'loop', campaign });
    for (const planned of campaign.plannedEvents) {
      world.queue.add(planned.atMs, { kind: 'planned', campaign, planned });
    }
  }
  for (const { address, faults } of plan.inboxes) {
    const inbox = world.inboxes.get(address);
    if (inbox === undefined) continue;
    for (const { atMs, kind } of faults ?? []) {
      world.queue.add(atMs, { kind: 'fault', inbox, fault: kind });
    }
  }
  world.queue.add(nextUtcMidnight(world.nowMs), { kind: 'utc_midnight' });
}

/** A world at the instant its history begins, everything wound up; it is handed over at `startMs`. */
export function buildWorld(
  plan: WorldPlan,
  seed: string,
  beginMs: WorldMs,
  startMs: WorldMs,
): WorldState {
  const movedMs = plan.movedMs ?? 0;
  const inboxDayAt = createInboxDays(startMs, movedMs);
  const firstDay = inboxDayAt(beginMs);
  const movedDays = firstDay - Math.floor((beginMs - movedMs) / DAY_MS);
  const tags = buildTags(plan, seed, beginMs);
  const inboxes = new Map(
    plan.inboxes.map((inbox) => [inbox.address, buildInbox(inbox, tags, seed, beginMs, firstDay)]),
  );
  const createdMs = beginMs - 400 * DAY_MS;
  const world: WorldState = {
    seed,
    workspaceId: uuidFrom(seed, `workspace:${plan.workspaceName}`, createdMs),
    ownerId: uuidFrom(seed, `owner:${plan.workspaceName}`, createdMs),
    workspaceName: plan.workspaceName,
    createdMs,
    nowMs: beginMs,
    queue: createEventQueue(),
    inboxes,
    campaigns: new Map(),
    subsequences: new Map(),
    tags: new Map([...tags.values()].map((tag) => [tag.id, tag])),
    mails: [],
    audit: [],
    jobs: [],
    leadsPerCompanyPerDay:
      plan.leadsPerCompanyPerDay === undefined ? 2 : plan.leadsPerCompanyPerDay,
    inboxDayAt,
    faultsPerDay: plan.faultsPerDay ?? 0,
    faultsFromMs: startMs,
    random: createRandom(seed, `world:${plan.workspaceName}`),
  };
  populate(world, plan, { seed, beginMs, firstDay, movedDays, inboxes, tags });
  windUp(world, plan);
  return world;
}
