import { type CampaignId, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type WorkspaceId } from '#model';
import type { Outage } from './network.ts';
import { drawSituation } from './situations.ts';
import type { World } from './world.ts';

/** How often things happen, on average; each on its own and at any time. */
const MEAN = {
  campaignChangesMs: 8 * HOUR_MS,
  campaignComesOrGoesMs: 12 * HOUR_MS,
  inboxBreaksMs: 8 * HOUR_MS,
  outageMs: 15 * HOUR_MS,
  clockMovesMs: 60 * HOUR_MS,
  restartMs: 30 * HOUR_MS,
  idleKillMs: 12 * HOUR_MS,
  keyRefusedMs: 80 * HOUR_MS,
  keyReplacedMs: 60 * HOUR_MS,
  workspaceGoesMs: 120 * HOUR_MS,
  wishMs: 2 * HOUR_MS,
  lookMs: 3 * HOUR_MS,
};

const OUTAGES: readonly Outage[] = ['offline', 'api_down', 'api_down', 'crowded'];
const CLOCK_MOVES = [DAY_MS, -DAY_MS, -3 * SECOND_MS, 3 * SECOND_MS, HOUR_MS, -HOUR_MS];
const NIGHT_MS = 8 * HOUR_MS;
const WEEKEND_MS = 2 * DAY_MS;
const LOOK_EVERY_MS = 2 * MINUTE_MS;
/** How long alarms wait for each other on battery; every third day is spent on mains. */
const BATTERY_MS = [0, 3 * MINUTE_MS, 3 * MINUTE_MS];
/** Days from the first, a Thursday, to its Friday. */
const FRIDAY = 1;

/** Looks at the whole world now and then, and lets nothing happen to it. */
export const inspectIn = (world: World): void => {
  const { timeline } = world;
  const inspect = (): void => {
    world.inspect();
    timeline.after(LOOK_EVERY_MS, inspect);
  };
  timeline.after(LOOK_EVERY_MS, inspect);
};

/** Lets the world live: everything that a watcher meets in months, in an order that the seed alone decides. */
export const liveIn = (world: World): void => {
  const { timeline, random } = world;

  const often = (meanMs: number, act: () => void): void =>
    timeline.after(random.untilNext(meanMs), () => {
      act();
      often(meanMs, act);
    });

  const someWorkspace = (): WorkspaceId | undefined => {
    const ids = [...world.store.rows.keys()];
    return ids.length === 0 ? undefined : random.pick(ids);
  };

  const changeSomeCampaign = (): void => {
    const model = random.pick(world.models());
    const ids = [...model.campaigns.keys()];
    if (ids.length === 0) return;
    const id = random.pick(ids);
    const situation = drawSituation(random.next());
    model.campaigns.set(id, { id, situation, changedAt: timeline.now() });
  };

  const exchangeSomeCampaign = (): void => {
    const model = random.pick(world.models());
    const ids = [...model.campaigns.keys()];
    if (ids.length > 0) model.campaigns.delete(random.pick(ids));
    world.addCampaign(model);
  };

  const breakSomeInbox = (): void => {
    const { inboxes, brokenInboxes } = random.pick(world.models());
    const address = random.pick(inboxes);
    brokenInboxes.add(address);
    timeline.after(random.untilNext(HOUR_MS), () => brokenInboxes.delete(address));
  };

  const breakOff = (): void => {
    world.setOutage(random.pick(OUTAGES));
    timeline.after(random.between(5 * MINUTE_MS, 4 * HOUR_MS), () => world.setOutage(null));
  };

  const restart = (): void => {
    world.close();
    timeline.after(random.between(SECOND_MS, HOUR_MS), () => world.open(random.chance(0.5)));
  };

  const refuseSomeKey = (): void => {
    const id = someWorkspace();
    if (id === undefined) return;
    world.setKeyStatus(id, random.chance(0.8) ? 401 : 402);
    timeline.after(random.between(10 * MINUTE_MS, 3 * HOUR_MS), () => world.replaceKey(id));
  };

  const exchangeSomeWorkspace = (): void => {
    const id = someWorkspace();
    if (id === undefined || world.store.rows.size < 2) return;
    const campaigns = world.models().find((model) => model.id === id)?.campaigns.size ?? 1;
    world.remove(id);
    timeline.after(random.between(0, HOUR_MS), () => world.connect(campaigns));
  };

  const replaceSomeKey = (): void => {
    const id = someWorkspace();
    // Most of all in the middle of a check.
    if (random.chance(0.7)) world.wake(true);
    if (id !== undefined) {
      timeline.after(random.between(0, 2 * SECOND_MS), () => world.replaceKey(id));
    }
  };

  const wishFromManyWindows = (): void => {
    const windows = 1 + Math.floor(random.next() * 4);
    for (let n = 0; n < windows; n += 1) {
      timeline.after(random.between(0, 300), () => world.wake(true));
    }
  };

  const lookAtSome = (): void => {
    const ids = [...random.pick(world.models()).campaigns.keys()];
    if (ids.length > 0) world.look(random.pick(ids) as CampaignId);
  };

  const night = (day: number): void => {
    const isFriday = day % 7 === FRIDAY;
    if (!world.computer.isAsleep() && (isFriday || random.chance(0.9))) {
      world.sleep();
      timeline.after(NIGHT_MS + (isFriday ? WEEKEND_MS : 0), () => {
        world.wakeUp(1 + Math.floor(random.next() * 5));
        world.keepAlive(random.chance(0.5));
        world.saveBattery(BATTERY_MS[day % BATTERY_MS.length] ?? 0);
      });
    }
    timeline.after(DAY_MS, () => night(day + 1));
  };

  const campaigns = world.models().reduce((sum, model) => sum + model.campaigns.size, 0);
  often(MEAN.campaignChangesMs / Math.max(1, campaigns), changeSomeCampaign);
  often(MEAN.campaignComesOrGoesMs, exchangeSomeCampaign);
  often(MEAN.inboxBreaksMs, breakSomeInbox);
  often(MEAN.outageMs, breakOff);
  often(MEAN.clockMovesMs, () => world.moveClock(random.pick(CLOCK_MOVES)));
  often(MEAN.restartMs, restart);
  often(MEAN.idleKillMs, world.kill);
  often(MEAN.keyRefusedMs, refuseSomeKey);
  often(MEAN.keyReplacedMs, replaceSomeKey);
  often(MEAN.workspaceGoesMs, exchangeSomeWorkspace);
  often(MEAN.wishMs, wishFromManyWindows);
  often(MEAN.lookMs, lookAtSome);
  timeline.after(16 * HOUR_MS, () => night(0));
};
