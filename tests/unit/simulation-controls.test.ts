import { describe, expect, test, vi } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#model';
import { StoreError } from '#store/write';
import { INVARIANTS, type Invariant } from '../../tools/simulate/audit.ts';
import { type SimulationOptions, simulateHours } from '../../tools/simulate/simulate-hours.ts';
import { SITUATIONS, type Situation } from '../../tools/simulate/situations.ts';
import type { World } from '../../tools/simulate/world.ts';
import type { Sabotage } from '../../tools/simulate/world-options.ts';

// A slice that could not be stored is part of the play.
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

const NAMES = Object.keys(INVARIANTS) as Invariant[];

const situation = (name: string): Situation => {
  const found = SITUATIONS.find((candidate) => candidate.name === name);
  if (found === undefined) throw new RangeError(name);
  return found;
};

/** Does something now and then. */
const often =
  (everyMs: number, act: (world: World) => void) =>
  (world: World): void => {
    const again = (): void => {
      act(world);
      world.timeline.after(everyMs, again);
    };
    world.timeline.after(everyMs, again);
  };

const refuseKeys = often(20 * MINUTE_MS, (world) => {
  for (const id of world.store.rows.keys()) world.setKeyStatus(id, 401);
  world.kill();
  // Once a key is refused no alarm wakes for it: only a person does.
  for (const minutes of [5, 10]) world.timeline.after(minutes * MINUTE_MS, () => world.wake(true));
});

const replaceKeysInMidCheck = often(10 * MINUTE_MS, (world) => {
  world.wake(true);
  world.timeline.after(250, () => {
    for (const id of world.store.rows.keys()) world.replaceKey(id);
  });
});

const removeOne = (world: World): void =>
  world.timeline.after(30 * MINUTE_MS, () => {
    const [id] = world.store.rows.keys();
    if (id !== undefined) world.remove(id);
  });

const crowd = (world: World): void => {
  world.timeline.after(10 * MINUTE_MS, () => world.setOutage('crowded'));
  often(2 * MINUTE_MS, ({ kill }) => kill())(world);
};

const goOffline = often(13 * MINUTE_MS, (world) => {
  world.setOutage('offline');
  world.timeline.after(7 * MINUTE_MS, () => world.setOutage(null));
});

const dropCampaigns = often(20 * MINUTE_MS, (world) => {
  for (const { campaigns } of world.models()) campaigns.delete([...campaigns.keys()][0] ?? '');
});

const wishTwice = often(10 * MINUTE_MS, (world) => {
  world.wake(true);
  world.wake(true);
});

describe('what is broken on purpose is seen', () => {
  const quiet = {
    seed: 2,
    hours: 2,
    campaigns: 8,
    workspaces: 2,
    faults: 0,
    killChance: 0,
    isQuiet: true,
  };
  const breaks: readonly (readonly [Invariant, Sabotage, Partial<SimulationOptions>?])[] = [
    [
      'ownBudget',
      {
        fetch: (fetch) => (url, init) => {
          for (let n = 0; n < 12; n += 1) void fetch(`${url}&copy=${n}`, init).catch(() => null);
          return fetch(url, init);
        },
      },
    ],
    [
      'instantlysLimit',
      {
        fetch: (fetch) => (url, init) => {
          for (let n = 0; n < 101; n += 1) void fetch(`${url}&copy=${n}`, init).catch(() => null);
          return fetch(url, init);
        },
      },
    ],
    [
      'noTwins',
      {
        fetch: (fetch) => (url, init) => {
          void fetch(url, init).catch(() => null);
          return fetch(url, init);
        },
      },
    ],
    [
      'oneCheck',
      {
        locks: (locks, checkStarts) => ({
          request: (async (name: string, options: LockOptions, use: LockGrantedCallback<void>) =>
            locks.request(name, options, async (lock) => {
              if (lock !== null) return use(lock);
              checkStarts();
              return use({} as Lock);
            })) as LockManager['request'],
        }),
      },
      { script: wishTwice },
    ],
    ['oneAlarm', { arm: (arm, now) => () => arm(now() + 2 * HOUR_MS) }],
    ['alarmsApart', { arm: (arm, now) => () => arm(now() + SECOND_MS) }],
    [
      'journalSize',
      {
        store: (store) => ({
          ...store,
          commitSlice: (slice) =>
            store.commitSlice({
              ...slice,
              journal: { ...slice.journal, loopStepsMs: Array.from({ length: 999 }, () => 0.5) },
            }),
        }),
      },
    ],
    [
      'boundedRows',
      {
        store: (store) => ({
          ...store,
          commitSlice: (slice) => store.commitSlice({ ...slice, goneCampaignIds: [] }),
        }),
      },
      { script: dropCampaigns },
    ],
    [
      'neverFalselyCalm',
      {
        store: (store) => ({
          ...store,
          commitSlice: ({ fleet, ...slice }) =>
            store.commitSlice({
              ...slice,
              ...(fleet && {
                fleet: {
                  ...fleet,
                  verdicts: fleet.verdicts.map((verdict) => ({ ...verdict, health: 'healthy' })),
                },
              }),
            }),
        }),
      },
    ],
    [
      'calmIsTrue',
      {
        store: (store) => ({
          ...store,
          commitSlice: ({ fleet, ...slice }) =>
            store.commitSlice({
              ...slice,
              ...(fleet && {
                fleet: {
                  ...fleet,
                  verdicts: fleet.verdicts.map((verdict) => ({ ...verdict, health: 'healthy' })),
                },
              }),
            }),
        }),
      },
      { situationOf: (n) => situation(n % 2 === 0 ? 'sends' : 'bouncing') },
    ],
    [
      'honestTimes',
      {
        store: (store) => ({
          ...store,
          commitSlice: (slice) =>
            store.commitSlice({
              ...slice,
              journal: {
                ...slice.journal,
                checkedAt: Object.fromEntries(
                  Object.entries(slice.journal.checkedAt).map(([id, at]) => [id, at + 2_000]),
                ),
              },
            }),
        }),
      },
    ],
    [
      'rejectedIsSilent',
      {
        store: (store) => ({
          ...store,
          workspaces: async () =>
            (await store.workspaces()).map((workspace) => ({
              ...workspace,
              state: { kind: 'ok' },
            })),
        }),
      },
      { script: refuseKeys },
    ],
    [
      'oldKeyDiscarded',
      {
        store: (store, rows) => ({
          ...store,
          commitSlice: async (slice) => {
            try {
              await store.commitSlice(slice);
            } catch (error) {
              const generation = rows.get(slice.workspaceId)?.workspace.generation;
              if (!(error instanceof StoreError) || generation === undefined) throw error;
              const { workspace: _, ...rest } = slice;
              await store.commitSlice({ ...rest, journal: { ...slice.journal, generation } });
            }
          },
        }),
      },
      { script: replaceKeysInMidCheck },
    ],
    [
      'removedIsSilent',
      {
        isVaultForgetful: false,
        store: (store) => {
          const known = new Map<string, Awaited<ReturnType<typeof store.workspaces>>[number]>();
          return {
            ...store,
            workspaces: async () => {
              for (const workspace of await store.workspaces()) known.set(workspace.id, workspace);
              return [...known.values()];
            },
          };
        },
      },
      { script: removeOne },
    ],
    [
      'pauseKept',
      {
        store: (store) => ({
          ...store,
          workspaces: async () =>
            (await store.workspaces()).map((workspace) => ({
              ...workspace,
              state: { kind: 'ok' },
            })),
          journal: async (id) => {
            const journal = await store.journal(id);
            return journal && { ...journal, notBefore: null };
          },
        }),
      },
      { script: crowd },
    ],
    [
      'nobodyStarves',
      {
        store: (store) => {
          let latest = 0;
          return {
            ...store,
            journal: async (id) => {
              const journal = await store.journal(id);
              const [first] = Object.keys(journal?.checkedAt ?? {});
              latest = Math.max(latest, ...Object.values(journal?.checkedAt ?? {}));
              return (
                journal && {
                  ...journal,
                  checkedAt: { ...journal.checkedAt, ...(first && { [first]: latest }) },
                }
              );
            },
          };
        },
      },
      { situationOf: () => situation('sends') },
    ],
    [
      'probeAfterOutage',
      // Soon enough for a list in its rhythm, and too late for who met the outage.
      { arm: (arm, now) => (dueAt) => arm(Math.max(dueAt ?? 0, now() + 2.5 * MINUTE_MS)) },
      { script: goOffline },
    ],
    [
      'checksEndWell',
      {
        store: (store) => ({
          ...store,
          workspaces: () => Promise.reject(new StoreError('unavailable')),
        }),
      },
    ],
  ];

  test('every invariant has its control', () => {
    expect(breaks.map(([name]) => name).toSorted()).toEqual(NAMES.toSorted());
  });

  for (const [name, sabotage, rest = {}] of breaks) {
    test(`${name}, and only when it is broken`, async () => {
      const broken = await simulateHours({ ...quiet, ...rest, sabotage });
      expect(broken.failed[name]).toBeGreaterThan(0);
      const whole = await simulateHours({ ...quiet, ...rest });
      expect(whole.failed[name]).toBe(0);
      expect(whole.counts[name]).toBeGreaterThan(0);
    });
  }
});
