import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ALERT_PRESETS, HOUR_MS, MINUTE_MS } from '#model';
import { createAlerts } from '../../../lib/alerts/run-alerts.ts';
import { sampleSilence } from '../../../lib/store/alert-fixtures.ts';
import { campaignId, sampleWorkspace, workspaceId } from '../../../lib/store/fixtures.ts';
import {
  checked,
  createWorld,
  elapse,
  healthy,
  portOf,
  runOnce,
  settledWorld,
  stopped,
  type World,
} from './world.ts';

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

const kindsOn = ({ screen }: World): readonly (string | undefined)[] =>
  [...screen.standing.keys()].map((id) => id.split('|')[0]);
const kindsShown = ({ screen }: World): readonly (string | undefined)[] =>
  screen.shown.map((id) => id.split('|')[0]);

describe('what is told', () => {
  test('a problem once, and its end', async () => {
    const world = await settledWorld([healthy()]);
    await elapse(world, 60, [stopped()]);
    expect(kindsShown(world)).toEqual(['problem']);
    await elapse(world, 60, [healthy()]);
    expect(kindsShown(world)).toEqual(['problem', 'recovery']);
    expect(kindsOn(world)).toEqual(['recovery']);
  });

  test('nothing before everything was seen once: after an installation, and after a sleep', async () => {
    const world = await createWorld();
    const connected = sampleWorkspace({
      connectedAt: world.now,
      state: { kind: 'first_check', found: 2, checked: 1 },
    });
    await world.store.putWorkspace(connected);
    world.now += MINUTE_MS;
    await checked(world, [stopped()]);
    await runOnce(world);
    await runOnce(world);
    expect(world.screen.shown).toEqual([]);
    await world.store.putWorkspace({ ...connected, state: { kind: 'ok' } });
    // This run sees that all was seen; what stands then is told by the next.
    await runOnce(world);
    await runOnce(world);
    expect(kindsShown(world)).toEqual(['problem']);
    world.now += 9 * HOUR_MS;
    // What is stored is from before the sleep.
    await runOnce(world);
    expect(kindsShown(world)).toEqual(['problem']);
  });

  test('a key that was refused while the computer slept, although nothing can be seen then', async () => {
    const world = await settledWorld([healthy()]);
    world.now += 9 * HOUR_MS;
    const since = world.now;
    await world.store.updateWorkspace(workspaceId(), (workspace) => ({
      ...workspace,
      state: { kind: 'key_rejected', since, message: '' },
    }));
    await runOnce(world);
    await runOnce(world);
    expect(kindsShown(world)).toEqual(['problem']);
  });

  test('goes to webhooks as well, and into the log', async () => {
    const world = await settledWorld([healthy()]);
    await checked(world, [stopped()]);
    await runOnce(world);
    expect(await world.store.deliveries()).toMatchObject([{ webhookId: 'webhook', attempts: 0 }]);
    const log = await world.store.alertLog(0);
    expect(log.map(({ kind }) => kind)).toContain('announced');
  });

  test.each([
    ['switched off', { isOn: false }],
    ['not permitted', { isPermitted: false }],
  ])('%s: nothing is shown, also not later, but webhooks and log have it', async (_, parts) => {
    const world = await settledWorld([healthy()]);
    Object.assign(world, parts);
    await checked(world, [stopped()]);
    await runOnce(world);
    Object.assign(world, { isOn: true, isPermitted: true });
    await runOnce(world);
    expect(world.screen.shown).toEqual([]);
    expect(await world.store.notices()).toMatchObject([{ state: 'unshown' }]);
    expect(await world.store.deliveries()).toHaveLength(1);
  });

  test('a demo never', async () => {
    const world = await settledWorld([healthy()]);
    await world.store.putWorkspace(sampleWorkspace({ isDemo: true }));
    await checked(world, [stopped()]);
    await runOnce(world);
    expect(world.screen.shown).toEqual([]);
  });

  test('500 campaigns that fail in one check give one notification', async () => {
    const fleet = Array.from({ length: 500 }, (_, n) => n + 1);
    const world = await settledWorld(fleet.map(healthy));
    await checked(
      world,
      fleet.map((n) => stopped(n)),
    );
    await runOnce(world);
    expect(world.screen.shown).toHaveLength(1);
    expect((await world.store.notices())[0]?.notice).toMatchObject({ campaigns: 500 });
  });

  test('in three workspaces at once: one summary', async () => {
    const world = await settledWorld([healthy(1)], 5);
    for (const n of [1, 2, 3, 4, 5]) await checked(world, [stopped(1)], workspaceId(n));
    await runOnce(world);
    expect(world.screen.shown).toHaveLength(1);
    expect((await world.store.notices())[0]?.notice.kind).toBe('summary');
  });

  test('the digest once, at its hour, and by no other worker again', async () => {
    const world = await settledWorld([stopped(1), healthy(2)]);
    const minute = (world.now / MINUTE_MS) % 1_440;
    const atMinute = Math.floor(minute + 5) % 1_440;
    await world.store.putAlertRules({
      ...ALERT_PRESETS.calm,
      digest: { atMinute, timeZone: 'UTC' },
    });
    await world.store.commitAlerts({ digestAt: world.now });
    for (let minutes = 0; minutes < 20; minutes += 2) {
      world.now += 2 * MINUTE_MS;
      await checked(world, [stopped(1), healthy(2)]);
      await runOnce(world);
    }
    expect(world.screen.shown.filter((id) => id.startsWith('digest'))).toHaveLength(1);
  });
});

describe('what is silenced', () => {
  test('is not told, is counted for the badge, and told when it ends and still stands', async () => {
    const world = await settledWorld([healthy(1), healthy(2)]);
    const until = world.now + HOUR_MS;
    await world.store.changeSilences(() => [sampleSilence({ at: world.now, until })]);
    await checked(world, [stopped(1), healthy(2)]);
    await runOnce(world);
    expect(world.screen.shown).toEqual([]);
    expect((await world.store.refreshHead()).silenced).toEqual({ blocked: 1, degraded: 0 });
    await elapse(world, 60, [stopped(1), healthy(2)]);
    expect(kindsOn(world)).toEqual(['problem']);
    expect(await world.store.silences()).toEqual([]);
    expect((await world.store.refreshHead()).silenced).toEqual({ blocked: 0, degraded: 0 });
  });

  test('by a tag: the campaigns that carry it or send from inboxes that do', async () => {
    const world = await settledWorld([healthy(1), healthy(2)]);
    await world.store.putAsked([
      { workspaceId: workspaceId(), tagIds: { [campaignId(1)]: ['t'] }, readAt: world.now },
    ]);
    const scope = { kind: 'tag', workspaceId: workspaceId(), tagId: 't' } as const;
    await world.store.changeSilences(() => [sampleSilence({ kind: 'muted', until: null, scope })]);
    await checked(world, [stopped(1), healthy(2)]);
    await runOnce(world);
    expect(world.screen.shown).toEqual([]);
    await elapse(world, 5, [stopped(1), stopped(2)]);
    expect(await world.store.notices()).toMatchObject([
      { notice: { campaignIds: [campaignId(2)] } },
    ]);
  });

  test('it has to run again when a silence ends, and within 15 min while anything stands', async () => {
    const world = await createWorld();
    const alerts = createAlerts(portOf(world));
    await alerts.run();
    expect(alerts.dueAt()).toBeNull();
    const until = world.now + 5 * MINUTE_MS;
    await world.store.changeSilences(() => [sampleSilence({ until })]);
    await alerts.run();
    expect(alerts.dueAt()).toBe(until);
    await world.store.changeSilences(() => []);
    await checked(world, [stopped()]);
    await alerts.run();
    expect(alerts.dueAt()).toBe(world.now + 15 * MINUTE_MS);
  });
});

describe('the screen', () => {
  test('loses what was told of a workspace that is removed, and everything when switched off', async () => {
    const world = await settledWorld([healthy()]);
    const alerts = createAlerts(portOf(world));
    await checked(world, [stopped()]);
    await alerts.run();
    expect(kindsOn(world)).toEqual(['problem']);
    world.isOn = false;
    await alerts.redraw();
    expect(kindsOn(world)).toEqual([]);
    world.isOn = true;
    await elapse(world, 5 * 60, [stopped()], alerts.run);
    expect(kindsOn(world)).toEqual(['problem']);
    await world.store.removeWorkspace(workspaceId());
    await alerts.run();
    expect(kindsOn(world)).toEqual([]);
  });

  test('a run in which nothing changed writes nothing and asks the browser nothing', async () => {
    const world = await settledWorld([stopped()]);
    const port = portOf(world);
    const calls: string[] = [];
    const alerts = createAlerts({
      ...port,
      store: {
        ...port.store,
        commitAlerts: async () => void calls.push('commit'),
        changeNotices: async () => void calls.push('notices'),
      },
      screen: {
        ...port.screen,
        shownIds: async () => {
          calls.push('shownIds');
          return [];
        },
      },
    });
    await alerts.run();
    expect(calls.splice(0)).toEqual(['shownIds']);
    await alerts.run();
    expect(await alerts.catchUp()).toBe(false);
    expect(calls).toEqual([]);
  });

  test('calls that come while one runs are met by one more', async () => {
    const world = await settledWorld([healthy()]);
    const port = portOf(world);
    let reads = 0;
    const alerts = createAlerts({
      ...port,
      store: {
        ...port.store,
        fleets: () => {
          reads += 1;
          return port.store.fleets();
        },
      },
    });
    await Promise.all([alerts.run(), alerts.run(), alerts.run(), alerts.run()]);
    expect(reads).toBe(2);
  });
});
