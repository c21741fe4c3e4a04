import { describe, expect, test } from 'vitest';
import { InstantlyError } from '#instantly';
import { MINUTE_MS } from '#model';
import type { World } from '../../tools/simulate/world.ts';
import type { Sabotage } from '../../tools/simulate/world-options.ts';
import { loadWithout } from './permissive.ts';
import { type Asked, brokenIn, loadSimulation, type Play, play, situation } from './simulated.ts';

const CONCURRENCY = 5;
const REVOKED_AT = 8 * MINUTE_MS;
const REPLACED_AT = 30 * MINUTE_MS;

const every = (world: World, act: (id: Parameters<World['replaceKey']>[0]) => void): void => {
  for (const id of [...world.store.rows.keys()]) act(id);
};

/** A check is under way when the key is revoked; alarms, a death of the worker and a wish follow; then a new key. */
const revoke =
  (status: 401 | 402) =>
  (world: World): void => {
    const { timeline } = world;
    timeline.after(REVOKED_AT, () => {
      world.wake(true);
      timeline.after(400, () => every(world, (id) => world.setKeyStatus(id, status)));
    });
    timeline.after(REVOKED_AT + 5 * MINUTE_MS, world.kill);
    for (const minutes of [6, 12, 18]) {
      timeline.after(REVOKED_AT + minutes * MINUTE_MS, () => world.wake(true));
    }
    timeline.after(REPLACED_AT, () => every(world, world.replaceKey));
  };

const MANY = { hours: 0.6, campaigns: 40, workspaces: 1, situationOf: () => situation('bouncing') };

/** A store that does not keep what a key turned out to be. */
const forgetful: Sabotage = {
  store: (store) => ({
    ...store,
    workspaces: async () =>
      (await store.workspaces()).map((workspace) => ({ ...workspace, state: { kind: 'ok' } })),
  }),
};

const askedBetween = (asked: readonly Asked[], from: number, until: number): readonly Asked[] =>
  asked.filter(({ at }) => at > from && at < until);

describe('row 34: the key is revoked in the middle of a check', () => {
  test.each([
    ['row 34: 401', 401, 'key_rejected'],
    ['row 35: 402, the plan has ended', 402, 'no_plan'],
  ] as const)(
    '%s stops it, and nothing is asked until there is a new key',
    async (_, status, kind) => {
      const states: unknown[] = [];
      const { asked, report } = await play({
        ...MANY,
        script: (world) => {
          revoke(status)(world);
          world.timeline.after(REPLACED_AT - 1, () =>
            states.push(
              ...[...world.store.rows.values()].map(({ workspace }) => workspace.state.kind),
            ),
          );
        },
      });
      const refused = asked.filter((one) => one.status === status);
      const firstAt = Math.min(...refused.map(({ answeredAt }) => Number(answeredAt)));
      expect(askedBetween(asked, REVOKED_AT, firstAt).some((one) => one.status === 200)).toBe(true);
      expect(refused.length).toBeLessThanOrEqual(CONCURRENCY);
      expect(askedBetween(asked, firstAt, REPLACED_AT)).toEqual([]);
      expect(states).toEqual([kind]);
      expect(askedBetween(asked, REPLACED_AT - 1, Infinity).some((one) => one.status === 200)).toBe(
        true,
      );
      expect(brokenIn(report)).toEqual({});
    },
  );

  test('row 34, control: a watcher that does not keep it asks with the refused key again', async () => {
    const { asked, report } = await play({ ...MANY, script: revoke(401), sabotage: forgetful });
    const firstAt = asked.find((one) => one.status === 401)?.answeredAt ?? Infinity;
    expect(askedBetween(asked, firstAt, REPLACED_AT)).not.toEqual([]);
    expect(brokenIn(report)).toHaveProperty('rejectedIsSilent');
  });
});

describe('row 35: a refusal of one thing', () => {
  /** The first of six campaigns is unknown to Instantly, and the key of the second workspace reads no tags. */
  const partial: Play = {
    campaigns: 6,
    hours: 1,
    situationOf: (n) => situation(n === 1 ? 'not found' : 'sends'),
  };
  const found = async (plays: Play) => {
    const { world } = await play(plays);
    const rows = [...world.store.rows.values()];
    return {
      states: rows.map(({ workspace }) => workspace.state.kind),
      tags: rows.map(({ workspace }) => workspace.abilities.readTags),
      healths: rows.flatMap(({ fleet }) => fleet?.verdicts.map(({ health }) => health) ?? []),
    };
  };

  test('row 35: a 404 for one campaign and a missing scope touch nothing else', async () => {
    const { states, tags, healths } = await found(partial);
    expect(states).toEqual(['ok', 'ok']);
    expect(tags).toEqual([undefined, false]);
    expect(healths.filter((health) => health === 'healthy')).toHaveLength(5);
    expect(healths.filter((health) => health === 'unknown')).toHaveLength(1);
  });

  test('row 35, control: were every refusal one of the key, all of them would be lost', async () => {
    const simulate = await loadWithout(
      {
        '../../lib/instantly/failed-answer.ts': () => ({
          failedAnswer: ({ status }: { status: number }) =>
            new InstantlyError('key_rejected', { status, vendorMessage: '' }),
        }),
        '../../lib/instantly/error.ts': () => ({ InstantlyError }),
      },
      loadSimulation,
    );
    const { states, healths } = await found({ ...partial, simulate });
    expect(states).toEqual(['key_rejected', 'key_rejected']);
    expect(healths.filter((health) => health === 'healthy').length).toBeLessThan(5);
  });
});
