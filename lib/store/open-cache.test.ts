import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sampleWorkspace, T0 } from './fixtures.ts';
import { openForReading, openForWriting } from './open-cache.ts';
import { openReader } from './reader.ts';
import { CACHE_NAME } from './schema.ts';
import { filledWriter, now, problemOf } from './store-fixtures.ts';
import { openWriter } from './writer.ts';

const VAULT = 'sendwatch-vault';

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('a cache that cannot be used', () => {
  const putKey = async (): Promise<void> => {
    const vault = await openDB(VAULT, 1, {
      upgrade: (database) => void database.createObjectStore('secrets'),
    });
    await vault.put('secrets', 'sealed', 'api-key:1');
    vault.close();
  };
  const keyThatIsLeft = async (): Promise<unknown> => {
    const vault = await openDB(VAULT);
    const left = await vault.get('secrets', 'api-key:1');
    vault.close();
    return left;
  };

  it('because a later version wrote it, is made anew and says so; the keys stay', async () => {
    await putKey();
    const later = await openDB(CACHE_NAME, 99, {
      upgrade: (database) => void database.createObjectStore('workspaces'),
    });
    await later.put('workspaces', 'from the future', 'x');
    later.close();
    expect(await openReader().workspaces()).toEqual([]);
    const writer = openWriter(now);
    expect(await writer.workspaces()).toEqual([]);
    await writer.putWorkspace(sampleWorkspace());
    expect(await openReader().workspaces()).toEqual([sampleWorkspace()]);
    expect(await openReader().cacheReset()).toEqual({ at: T0, reason: 'newer_version' });
    expect(await keyThatIsLeft()).toBe('sealed');
  });

  it('because stores are missing, is made anew and says so; the keys stay', async () => {
    await putKey();
    const broken = await openDB(CACHE_NAME, 2, {
      upgrade: (database) => void database.createObjectStore('fleet'),
    });
    broken.close();
    expect(await openReader().fleets()).toEqual([]);
    await openWriter(now).putWorkspace(sampleWorkspace());
    expect(await openReader().cacheReset()).toEqual({ at: T0, reason: 'damaged' });
    expect(await keyThatIsLeft()).toBe('sealed');
  });

  it('is not erased for an error that passes', async () => {
    await (await filledWriter()).close();
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('disk busy', 'UnknownError');
    });
    const writer = openWriter(now);
    expect(await writer.workspaces()).toEqual([sampleWorkspace()]);
    expect(await writer.cacheReset()).toBeUndefined();
  });

  it('is not erased when the disk is full or the browser refuses; it says which', async () => {
    await (await filledWriter()).close();
    const erase = vi.spyOn(indexedDB, 'deleteDatabase');
    const open = vi.spyOn(indexedDB, 'open');
    const failWith = (name: string) =>
      open.mockImplementation(() => {
        throw new DOMException('no', name);
      });
    failWith('QuotaExceededError');
    expect(await problemOf(openWriter(now).workspaces())).toBe('quota_exceeded');
    failWith('InvalidStateError');
    expect(await problemOf(openForWriting(() => undefined, now))).toBe('refused');
    expect(await problemOf(openForReading(() => undefined))).toBe('refused');
    expect(erase).not.toHaveBeenCalled();
  });
});
