import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type AlertsPort, createAlerts } from '../../../lib/alerts/run-alerts.ts';
import { elapse, healthy, portOf, settledWorld, stopped, type World } from './world.ts';

// A worker is killed before or after each of its effects, wherever in a problem's life that is: the person is told of
// everything once.

class Killed extends Error {}

interface Kill {
  /** The effect, counted over the whole life of the problem. */
  readonly at: number;
  readonly when: 'before' | 'after';
}

/** Counts effects over all workers, and ends the one that comes to the kill. */
const killing = (world: World, kill: Kill | undefined) => {
  let effects = 0;
  const port = portOf(world);
  const effect =
    <Given extends unknown[], T>(work: (...given: Given) => Promise<T>) =>
    async (...given: Given): Promise<T> => {
      effects += 1;
      const isIt = kill?.at === effects;
      if (isIt && kill.when === 'before') throw new Killed();
      const outcome = await work(...given);
      if (isIt) throw new Killed();
      return outcome;
    };
  const killed: AlertsPort = {
    ...port,
    store: {
      ...port.store,
      notices: effect(port.store.notices),
      commitAlerts: effect(port.store.commitAlerts),
      changeNotices: effect(port.store.changeNotices),
    },
    screen: {
      isThere: port.screen.isThere,
      shownIds: effect(port.screen.shownIds),
      show: effect(port.screen.show),
      clear: effect(port.screen.clear),
    },
  };
  return { killed, effects: () => effects };
};

/** One alarm: a worker that is killed is followed by another. */
const alarm = async (port: AlertsPort): Promise<void> => {
  try {
    await createAlerts(port).run();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    await createAlerts(port).run();
  }
};

interface Life {
  readonly shown: readonly string[];
  readonly standing: readonly string[];
  readonly notices: unknown;
  readonly log: unknown;
  readonly deliveries: unknown;
  readonly effects: number;
}

/** A problem that comes, stands and ends. */
const play = async (kill?: Kill, without: Partial<AlertsPort['screen']> = {}): Promise<Life> => {
  globalThis.indexedDB = new IDBFactory();
  const world = await settledWorld([healthy()]);
  const { killed, effects } = killing(world, kill);
  const port = { ...killed, screen: { ...killed.screen, ...without } };
  await elapse(world, 10, [stopped()], () => alarm(port));
  await elapse(world, 45, [healthy()], () => alarm(port));
  const { screen, store } = world;
  return {
    shown: screen.shown,
    standing: [...screen.standing.keys()],
    notices: await store.notices(),
    log: await store.alertLog(0),
    deliveries: await store.deliveries(),
    effects: effects(),
  };
};

const withoutEffects = ({ effects: _, ...life }: Life) => life;

beforeEach(() => fakeBrowser.reset());

describe('a worker that is killed', () => {
  test('anywhere tells everything, and nothing twice', async () => {
    const whole = await play();
    expect(whole.shown.map((id) => id.split('|')[0])).toEqual(['problem', 'recovery']);
    expect(whole.standing).toHaveLength(1);
    expect(whole.effects).toBeGreaterThan(10);
    for (let at = 1; at <= whole.effects; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const life = await play({ at, when });
        expect(withoutEffects(life), `${when} effect ${at}`).toEqual(withoutEffects(whole));
      }
    }
  });

  test('control: if it did not look at what is on the screen, something would be shown twice', async () => {
    const whole = await play();
    const lives = [];
    for (let at = 1; at <= whole.effects; at += 1) {
      lives.push(await play({ at, when: 'after' }, { shownIds: async () => [] }));
    }
    expect(lives.some(({ shown }) => new Set(shown).size < shown.length)).toBe(true);
  });
});
