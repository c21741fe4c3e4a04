import {
  activateCampaign,
  type CampaignState,
  DAY_MS,
  HOUR_MS,
  heal,
  pauseCampaign,
  type World,
} from '../../sandbox/world/index.ts';
import { createRandom, type Random } from '../simulate/random.ts';
import { isDead } from './truth.ts';

/** Chances a day, of a campaign that runs. */
const A_DAY = { pause: 0.01, silence: 0.004, error: 0.003, bounces: 0.003, suspension: 0.001 };
/** How long people take to put something right, in hours. */
const LEAST_HOURS = 2;
const MOST_HOURS = 40;

/** What befalls campaigns, and the people who see to it some hours later. */
export interface People {
  /** Campaigns that somebody paused while they ran, and when. */
  readonly pausedBy: ReadonlyMap<string, number>;
  /** Lets happen what is due; `stepMs` is the time since the last call. */
  act(stepMs: number): void;
}

const befall = (
  world: World,
  campaign: CampaignState,
  random: Random,
  share: number,
  pausedBy: Map<string, number>,
): void => {
  if (campaign.status !== 1 || campaign.isSilent || campaign.hasInstantlyError) return;
  if (random.chance(A_DAY.pause * share)) {
    pauseCampaign(world.state, campaign, false);
    pausedBy.set(campaign.id, world.nowMs);
  } else if (random.chance(A_DAY.silence * share)) campaign.isSilent = true;
  else if (random.chance(A_DAY.error * share)) campaign.hasInstantlyError = true;
  else if (random.chance(A_DAY.bounces * share)) stop(world, campaign, -2);
  else if (random.chance(A_DAY.suspension * share)) stop(world, campaign, -99);
};

const stop = (world: World, campaign: CampaignState, status: -2 | -99): void => {
  campaign.status = status;
  campaign.updatedMs = world.nowMs;
};

const mend = (world: World, campaign: CampaignState, pausedBy: Map<string, number>): void => {
  campaign.isSilent = false;
  campaign.hasInstantlyError = false;
  if (campaign.status === 1 || campaign.status === 0 || campaign.status === 3) return;
  pausedBy.delete(campaign.id);
  activateCampaign(world.state, campaign, false);
};

/** People who work on the workspace; the same seed brings the same events, `troubleFactor` times as many as usual. */
export const createPeople = (world: World, seed: number, troubleFactor: number): People => {
  const random = createRandom(seed, 'people');
  const pausedBy = new Map<string, number>();
  const dueAt = new Map<string, number>();
  /** Whether the time to put this right has come; counted from when it was first seen broken. */
  const isDue = (id: string, isBroken: boolean): boolean => {
    if (!isBroken) {
      dueAt.delete(id);
      return false;
    }
    const due = dueAt.get(id) ?? world.nowMs + random.between(LEAST_HOURS, MOST_HOURS) * HOUR_MS;
    dueAt.set(id, due);
    if (world.nowMs < due) return false;
    dueAt.delete(id);
    return true;
  };
  return {
    pausedBy,
    act: (stepMs) => {
      for (const inbox of world.state.inboxes.values()) {
        if (isDue(inbox.address, isDead(inbox) && inbox.fault !== null)) heal(world.state, inbox);
      }
      for (const campaign of world.state.campaigns.values()) {
        befall(world, campaign, random, (troubleFactor * stepMs) / DAY_MS, pausedBy);
        const isBroken =
          campaign.isSilent ||
          campaign.hasInstantlyError ||
          campaign.status < 0 ||
          pausedBy.has(campaign.id);
        if (isDue(campaign.id, isBroken)) mend(world, campaign, pausedBy);
      }
    },
  };
};
