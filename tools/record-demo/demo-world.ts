import { createClient, type Fetch, type InstantlyClient } from '#instantly';
import type { InstantMs, WorkspaceId } from '#model';
import { answer, createWorkspaces } from '../../sandbox/api/index.ts';
import {
  apiKeyFrom,
  createWorld,
  DAY_MS,
  DEFAULT_START_MS,
  HOUR_MS,
  northwindPlan,
  type World,
  type WorldPlan,
} from '../../sandbox/world/index.ts';

// Not the seed of any sandbox: its ids must not meet those of a workspace that is connected beside the demo.
const SEED = 'recorded demo';

/** The sandbox's default world on its way to the instant it is made for, and the way to read it. */
export interface DemoWorld {
  readonly world: World;
  /** Files what it reads under the id that was asked for. */
  readonly client: InstantlyClient;
  /** When the world is as it was planned. */
  readonly endMs: InstantMs;
}

// An inbox that several campaigns share was at its mail server's daily limit for a day: an incident that is over.
const AT_QUOTA = 'chloe.raman@northwindreach.example';
const QUOTA_AGO_MS = 48 * HOUR_MS;

const WORKDAYS_A_WEEK = 5;
/** Over so many weekdays the world spreads what was sent before it began. */
const PAST_WORKDAYS = 20;
const WEEK_MS = 7 * DAY_MS;

const demoPlan = (): WorldPlan => {
  const plan = northwindPlan(DEFAULT_START_MS);
  return {
    ...plan,
    inboxes: plan.inboxes.map((inbox) =>
      inbox.address === AT_QUOTA
        ? { ...inbox, faults: [{ kind: 'gmail_quota', atMs: DEFAULT_START_MS - QUOTA_AGO_MS }] }
        : inbox,
    ),
    // An inbox that failed by itself on the way would stand beside those that the plan speaks of.
    faultsPerDay: 0,
  };
};

const worldBefore = (beforeMs: number, plan: WorldPlan): World =>
  createWorld({ seed: SEED, startMs: DEFAULT_START_MS - beforeMs, plan });

/** The plan with a past in which each campaign sent as much as it does in its last week, so that its days join up. */
const withPast = (plan: WorldPlan): WorldPlan => {
  const { mails, idOf, runUntil } = worldBefore(WEEK_MS, plan);
  runUntil(DEFAULT_START_MS);
  const ofLastWeek = mails.filter(({ atMs }) => atMs > DEFAULT_START_MS - WEEK_MS);
  const byId = Map.groupBy(ofLastWeek, ({ campaignId }) => campaignId);
  return {
    ...plan,
    campaigns: plan.campaigns.map((campaign) => ({
      ...campaign,
      sentBefore:
        campaign.sentBefore ??
        ((byId.get(idOf(campaign.name))?.length ?? 0) * PAST_WORKDAYS) / WORKDAYS_A_WEEK,
    })),
  };
};

/** The default world as it stood `beforeMs` before its usual start, to be read under `workspaceId`. */
export const createDemoWorld = (workspaceId: WorkspaceId, beforeMs: number): DemoWorld => {
  const world = worldBefore(beforeMs, withPast(demoPlan()));
  const workspaces = createWorkspaces();
  const key = apiKeyFrom(SEED, 'main');
  workspaces.addKey(key, workspaces.add(world), ['all:all']);
  const fetch: Fetch = async (url) => {
    const { pathname: path, searchParams: query } = new URL(url);
    const headers = { authorization: `Bearer ${key}` };
    const { status, body } = answer(workspaces, { method: 'GET', path, query, headers });
    return Response.json(body, { status });
  };
  return {
    world,
    client: createClient({ key, fetch, now: () => world.nowMs, workspaceId }),
    endMs: DEFAULT_START_MS,
  };
};
