import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DAY_MS } from '#model';
import { sampleAction, sampleWorkspace, T0, workspaceId } from './fixtures.ts';
import { createSessionWriter } from './session-writer.ts';
import { openWriter } from './writer.ts';

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

const session = () =>
  createSessionWriter(async () => {
    throw new Error('no head is asked for here');
  });

describe.each([
  ['in the database', () => openWriter(() => T0)],
  ['in the session', session],
])('changes kept %s', (_place, open) => {
  const opened = async () => {
    const store = open();
    await store.putWorkspace(sampleWorkspace());
    return store;
  };

  test('are read latest first, from an instant on', async () => {
    const store = await opened();
    const older = sampleAction({ id: 'a', at: T0 - 1 });
    const newer = sampleAction({ id: 'b', at: T0 });
    expect(await store.addAction(older)).toBe(true);
    expect(await store.addAction(newer)).toBe(true);
    expect(await store.actions(0)).toEqual([newer, older]);
    expect(await store.actions(T0)).toEqual([newer]);
    expect(await store.actionsOf(workspaceId(), 0)).toEqual([newer, older]);
    expect(await store.action(workspaceId(), 'a')).toEqual(older);
  });

  test('are written down once: the second time says no and changes nothing', async () => {
    const store = await opened();
    const first = sampleAction({ subject: 'first' });
    expect(await store.addAction(first)).toBe(true);
    expect(await store.addAction(sampleAction({ subject: 'second' }))).toBe(false);
    expect(await store.actions(0)).toEqual([first]);
  });

  test('are open until it is known what became of them', async () => {
    const store = await opened();
    const pending = sampleAction();
    await store.addAction(pending);
    expect(await store.openActions()).toEqual([pending]);
    const waiting = sampleAction({ outcome: { kind: 'waiting', until: T0 + 1 } });
    await store.putAction(waiting);
    expect(await store.openActions()).toEqual([waiting]);
    await store.putAction(sampleAction({ outcome: { kind: 'verified' } }));
    expect(await store.openActions()).toEqual([]);
  });

  test('go with their workspace', async () => {
    const store = await opened();
    await store.addAction(sampleAction());
    // The head is built anew by whoever removes; here nobody reads it.
    await store.removeWorkspace(workspaceId()).catch(() => undefined);
    expect(await store.actions(0)).toEqual([]);
    expect(await store.openActions()).toEqual([]);
  });
});

test('a change of a workspace that is gone is not kept in the database', async () => {
  const store = openWriter(() => T0);
  await store.putWorkspace(sampleWorkspace({ id: workspaceId(2) }));
  expect(await store.addAction(sampleAction())).toBe(false);
  await store.putAction(sampleAction());
  expect(await store.openActions()).toEqual([]);
});

test('changes are kept for a year', async () => {
  const clock = { now: T0 };
  const store = openWriter(() => clock.now);
  await store.putWorkspace(sampleWorkspace());
  await store.addAction(sampleAction({ id: 'old', at: T0 }));
  await store.addAction(sampleAction({ id: 'young', at: T0 + 1 }));
  clock.now = T0 + 365 * DAY_MS;
  await store.prunePast();
  expect((await store.actions(0)).map(({ id }) => id)).toEqual(['young', 'old']);
  clock.now += DAY_MS + 1;
  await store.putWorkspace(sampleWorkspace());
  await store.prunePast();
  expect(await store.actions(0)).toEqual([]);
});
