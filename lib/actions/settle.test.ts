import { describe, expect, test } from 'vitest';
import { type ChangeOutcome, type InstantMs, MINUTE_MS } from '#model';
import type { ActionRecord } from '#store/read';
import { aCampaign, aFleet, CAMPAIGN, made, NOW } from './fixtures.ts';
import type { ChangesPort } from './port.ts';
import { settle } from './settle.ts';

type Journal = ChangesPort['store']['journal'];
type Observed = ChangesPort['store']['observation'];

const UNTIL = NOW + 15 * MINUTE_MS;
const LIMIT = { kind: 'set_campaign_limit', campaignId: CAMPAIGN, limitPerDay: 40 } as const;

const record = (parts: Partial<ActionRecord> = {}): ActionRecord =>
  made(
    LIMIT,
    { limitPerDay: 20 },
    { limitPerDay: 40 },
    { at: NOW, outcome: { kind: 'waiting', until: UNTIL }, ...parts },
  );

interface World {
  readonly now: InstantMs;
  /** When the list of campaigns last came, and the limit that it gave; null where the campaign is not in it. */
  readonly listedAt: InstantMs | null;
  readonly listed?: number | null;
  /** What Instantly gives when it is asked for the campaign; null where it knows none. */
  readonly asked?: number | null;
  readonly stored?: readonly ActionRecord[];
}

const port = ({ now, listedAt, listed = 40, asked = 40, stored = [] }: World) => {
  const did = { requests: 0, written: [] as ActionRecord[], told: 0 };
  const never = async (): Promise<never> => {
    throw new Error('settling does not do that');
  };
  const [observation] = aFleet(aCampaign({ limitPerDay: listed })).observations;
  const whole: ChangesPort = {
    store: {
      journal: async () =>
        listedAt === null ? undefined : ({ listedAt } as Awaited<ReturnType<Journal>>),
      observation: async () =>
        listed === null || observation === undefined
          ? undefined
          : ({ ...observation } as Awaited<ReturnType<Observed>>),
      action: async (_, id) => stored.find((one) => one.id === id),
      putAction: async (one) => void did.written.push(one),
      workspaces: never,
      updateWorkspace: never,
      inboxes: never,
      observations: never,
      actions: never,
      actionsOf: never,
      openActions: never,
      addAction: never,
    },
    now: () => now,
    newId: () => 'unused',
    request: async (_, ask) => {
      did.requests += 1;
      if (asked === null) {
        return { ok: false, problem: { kind: 'not_found' }, error: null };
      }
      const campaign = async () => ({ value: aCampaign({ limitPerDay: asked }) });
      return { ok: true, value: await ask({ campaign } as never) };
    },
    change: never,
    areChangesAllowed: never,
    tickets: { get: never, all: never, put: never, remove: never },
    openWindow: never,
    onChanged: () => {
      did.told += 1;
    },
    look: () => undefined,
  };
  return { port: whole, did };
};

const settled = async (world: World, one: ActionRecord = record()) => {
  const it = port(world);
  const { outcome } = await settle(it.port, one);
  return { outcome, ...it.did };
};

describe('a change that waits for Instantly to react', () => {
  test('is left alone until then', async () => {
    expect(await settled({ now: UNTIL - 1, listedAt: UNTIL })).toMatchObject({
      outcome: { kind: 'waiting' },
      requests: 0,
      written: [],
    });
  });

  test.each<readonly [string, number | null, ChangeOutcome]>([
    ['as wished is verified', 40, { kind: 'verified' }],
    ['as before did not hold', 20, { kind: 'not_verified', found: { limitPerDay: 20 } }],
    ['as neither was changed', 30, { kind: 'superseded', found: { limitPerDay: 30 } }],
    ['no longer is gone', null, { kind: 'superseded', found: {} }],
  ])('and is listed %s, without a request', async (_, listed, outcome) => {
    const it = await settled({ now: UNTIL, listedAt: UNTIL, listed });
    expect(it).toMatchObject({ outcome, requests: 0, told: 1 });
    expect(it.written).toEqual([{ ...record(), outcome, outcomeAt: UNTIL }]);
  });

  test.each([
    ['from before that', UNTIL - 1],
    ['that never came', null],
  ])('does not believe a list %s, and waits for the next', async (_, listedAt) => {
    const now = UNTIL + 10 * MINUTE_MS - 1;
    expect(await settled({ now, listedAt })).toMatchObject({
      outcome: { kind: 'waiting' },
      requests: 0,
      written: [],
      told: 0,
    });
  });

  test.each<readonly [string, number | null, ChangeOutcome]>([
    ['and gives what it says', 20, { kind: 'not_verified', found: { limitPerDay: 20 } }],
    ['and is gone where it knows none', null, { kind: 'superseded', found: {} }],
  ])('asks Instantly where no list comes, %s', async (_, asked, outcome) => {
    const now = UNTIL + 10 * MINUTE_MS;
    expect(await settled({ now, listedAt: UNTIL - 1, asked })).toMatchObject({
      outcome,
      requests: 1,
    });
  });
});

test('a change that is not known to have arrived does not trust a list', async () => {
  const pending = record({ outcome: { kind: 'pending' } });
  const world = { now: NOW + 1, listedAt: NOW + 1, listed: 20, asked: 40 };
  expect(await settled(world, pending)).toMatchObject({
    outcome: { kind: 'waiting', until: UNTIL },
    requests: 1,
  });
});

test('nothing is written where nothing became of it', async () => {
  const pending = record({ outcome: { kind: 'pending' } });
  const it = await settled({ now: NOW + 1, listedAt: null, asked: 20 }, pending);
  expect(it).toMatchObject({ outcome: { kind: 'pending' }, written: [], told: 0 });
});

describe('a change that takes another back', () => {
  const first = made(LIMIT, { limitPerDay: 40 }, { limitPerDay: 20 }, { id: 'first.0' });
  const undo = record({ id: 'second.0', undoesId: 'first.0' });

  test('marks it once it is read back', async () => {
    const it = await settled({ now: UNTIL, listedAt: UNTIL, stored: [first] }, undo);
    expect(it.written).toMatchObject([
      { id: 'second.0', outcome: { kind: 'verified' } },
      { id: 'first.0', outcome: { kind: 'undone', byId: 'second.0' }, outcomeAt: UNTIL },
    ]);
  });

  test('leaves it where it did not hold', async () => {
    const it = await settled({ now: UNTIL, listedAt: UNTIL, listed: 20, stored: [first] }, undo);
    expect(it.written.map(({ id }) => id)).toEqual(['second.0']);
  });
});
