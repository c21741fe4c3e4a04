import { ALERT_PRESETS, DAY_MS, MINUTE_MS, type Verdict } from '#model';
import { openWriter, type StoreWriter } from '#store/write';
import { type AlertsPort, createAlerts } from '../../../lib/alerts/run-alerts.ts';
import type { NotificationText } from '../../../lib/alerts/screen.ts';
import {
  campaignId,
  sampleJournal,
  sampleObservation,
  sampleVerdict,
  sampleWorkspace,
  T0,
  workspaceId,
} from '../../../lib/store/fixtures.ts';

// What the tests of this room share: a store with one workspace, a screen, and workers that come and go.

/** A time well after everything of the fixtures was connected. */
export const START = T0 + DAY_MS;

export const healthy = (n = 1): Verdict =>
  sampleVerdict({ campaignId: campaignId(n), health: 'healthy', code: 'healthy', causes: [] });

/** Stopped by Instantly: red, and told at once by the standard rules. */
export const stopped = (n = 1, name = 'SaaS founders'): Verdict => {
  const [cause] = sampleVerdict().causes;
  if (!cause) throw new Error('the sample has causes');
  const code = 'campaign_bounce_protect';
  return sampleVerdict({
    campaignId: campaignId(n),
    name,
    health: 'blocked',
    code,
    causes: [{ ...cause, code, severity: 'red', params: {} }],
  });
};

/** A screen as a browser keeps it, whichever worker wrote it. */
export interface FakeScreen {
  readonly standing: Map<string, NotificationText>;
  /** Every id that was ever shown, in order. */
  readonly shown: string[];
}

/** What outlives a worker. */
export interface World {
  now: number;
  isOn: boolean;
  isPermitted: boolean;
  readonly store: StoreWriter;
  readonly screen: FakeScreen;
}

export const createWorld = async (workspaces = 1): Promise<World> => {
  const world: World = {
    now: START,
    isOn: true,
    isPermitted: true,
    store: openWriter(() => world.now),
    screen: { standing: new Map(), shown: [] },
  };
  for (let n = 1; n <= workspaces; n += 1) {
    await world.store.putWorkspace(sampleWorkspace({ id: workspaceId(n) }));
  }
  // Without the digest, which has tests of its own.
  await world.store.putAlertRules(ALERT_PRESETS.standard);
  return world;
};

/** Stores what a check has found, as if everything had just been answered for. */
export const checked = async (
  { store, now }: World,
  verdicts: readonly Verdict[],
  workspace = workspaceId(),
): Promise<void> => {
  const own = verdicts.map((verdict) => ({ ...verdict, workspaceId: workspace, observedAt: now }));
  await store.commitSlice({
    workspaceId: workspace,
    journal: sampleJournal({
      workspaceId: workspace,
      listedAt: now,
      checkedAt: Object.fromEntries(own.map(({ campaignId: id }) => [id, now])),
    }),
    observations: own.map(({ campaignId: id }) =>
      sampleObservation({ workspaceId: workspace, campaignId: id, listedAt: now }),
    ),
    fleet: { workspaceId: workspace, verdicts: own },
  });
};

export const portOf = (world: World): AlertsPort => ({
  store: world.store,
  now: () => world.now,
  isOn: async () => world.isOn,
  wordsOf: async ({ id }) => ({ title: id, message: '' }),
  readWebhooks: async () => [{ id: 'webhook' }],
  screen: {
    isThere: () => world.isPermitted,
    shownIds: async () => [...world.screen.standing.keys()],
    show: async (id, text) => {
      world.screen.standing.set(id, text);
      world.screen.shown.push(id);
    },
    clear: async (id) => {
      world.screen.standing.delete(id);
    },
  },
});

/** One worker's run. */
export const runOnce = (world: World, port = portOf(world)): Promise<boolean> =>
  createAlerts(port).run();

/** A workspace whose first sweep was clean: from here on what happens is news. */
export const settledWorld = async (verdicts: readonly Verdict[], workspaces = 1) => {
  const world = await createWorld(workspaces);
  for (let pass = 0; pass < 2; pass += 1) {
    for (let n = 1; n <= workspaces; n += 1) await checked(world, verdicts, workspaceId(n));
    await runOnce(world);
    world.now += 2 * MINUTE_MS;
  }
  return world;
};

/** Checks every five minutes for a while, each time with the same outcome. */
export const elapse = async (
  world: World,
  minutes: number,
  verdicts: readonly Verdict[],
  run: (world: World) => Promise<unknown> = runOnce,
): Promise<void> => {
  const endsAt = world.now + minutes * MINUTE_MS;
  while (world.now < endsAt) {
    world.now = Math.min(endsAt, world.now + 5 * MINUTE_MS);
    await checked(world, verdicts);
    await run(world);
  }
};
