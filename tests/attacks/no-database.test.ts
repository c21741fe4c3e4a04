import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openReader, readTrouble } from '#store/read';
import { openWriter } from '#store/write';
import { openVault } from '#vault';
import { sampleObservation, sampleWorkspace, T0, workspaceId } from '../../lib/store/fixtures.ts';
import { fullSlice, problemOf } from '../../lib/store/store-fixtures.ts';
import { failureOf, loadWithout } from './permissive.ts';

const CANARY = 'canary-7f3a9c51e0d24b68';

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

/** As browsers refuse that keep no history. */
const refuse = (name = 'InvalidStateError') =>
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException(
      'A mutation operation was attempted on a database that did not allow mutations.',
      name,
    );
  });

describe('row 51: the browser keeps no databases', () => {
  test.each(['InvalidStateError', 'SecurityError'])(
    'row 51: %s: a workspace is connected, checked and read by every page, and it is said',
    async (name) => {
      refuse(name);
      const onTrouble = vi.fn();
      const writer = openWriter(() => T0, onTrouble);
      await writer.putWorkspace(sampleWorkspace());
      await writer.commitSlice(fullSlice());
      const head = await writer.refreshHead();
      expect(onTrouble).toHaveBeenCalledOnce();
      expect(await readTrouble()).toBe('refused');

      const reader = openReader();
      const { fleet, journal, inboxes } = fullSlice();
      expect(await reader.workspaces()).toEqual([sampleWorkspace()]);
      expect(await reader.head()).toEqual(head);
      expect(await reader.fleet(workspaceId())).toEqual(fleet);
      expect(await reader.journal(workspaceId())).toEqual(journal);
      expect(await reader.inboxes(workspaceId())).toEqual(inboxes);
      expect(await reader.incidents()).toHaveLength(1);
      expect(await writer.observations(workspaceId())).toEqual([sampleObservation()]);
    },
  );

  test('row 51: the rules of the store hold: old keys, changes, what is gone, removal', async () => {
    refuse();
    const writer = openWriter(() => T0);
    expect(await problemOf(writer.commitSlice(fullSlice()))).toBe('superseded');
    await writer.putWorkspace(sampleWorkspace({ generation: 2 }));
    expect(await problemOf(writer.commitSlice(fullSlice()))).toBe('superseded');
    await writer.putWorkspace(sampleWorkspace());
    await writer.commitSlice(fullSlice());
    const renamed = await writer.updateWorkspace(workspaceId(), (one) => ({ ...one, name: 'N' }));
    expect(renamed?.name).toBe('N');
    const { campaignId } = sampleObservation();
    await writer.commitSlice(fullSlice({ observations: [], goneCampaignIds: [campaignId] }));
    expect(await writer.observations(workspaceId())).toEqual([]);
    await writer.removeWorkspace(workspaceId());
    expect(await writer.workspaces()).toEqual([]);
    expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain('N"');
  });

  test('row 51: the key is in the memory of this run of the browser, and nowhere else', async () => {
    refuse();
    const vault = openVault();
    await vault.put('a', CANARY);
    expect(await openVault().get('a')).toBe(CANARY);
    expect(await vault.status()).toMatchObject({ mode: 'session', state: 'ready' });
    for (const mode of ['persistent', 'passphrase'] as const) {
      const choice = { mode, passphrase: 'correct horse', lockAfterMinutes: null };
      expect(await failureOf(vault.setMode(choice))).toBe('vault_unavailable');
    }
    const { local, sync, managed } = fakeBrowser.storage;
    const onDisk = await Promise.all([local, sync, managed].map((area) => area.get()));
    expect(JSON.stringify(onDisk)).not.toContain(CANARY);
    // What a restart of the browser leaves.
    await fakeBrowser.storage.session.clear();
    expect(await openVault().list()).toEqual([]);
  });

  test('row 51: with the next run of the browser it is tried anew, and nothing is said when it works', async () => {
    const refused = refuse();
    const writer = openWriter(() => T0);
    await writer.putWorkspace(sampleWorkspace());
    refused.mockRestore();
    await fakeBrowser.storage.session.clear();
    await writer.putWorkspace(sampleWorkspace());
    expect(await readTrouble()).toBeNull();
    expect(await openReader().workspaces()).toEqual([sampleWorkspace()]);
    await writer.close();
  });

  test('row 51, control: without it nothing can be connected', async () => {
    const store = await loadWithout(
      { '../../lib/store/where-kept.ts': () => ({ whereKept: (first: object) => first }) },
      () => import('#store/write'),
    );
    const vaults = await loadWithout(
      { '../../lib/vault/vault-error.ts': () => ({ isRefusal: () => false }) },
      () => import('#vault'),
    );
    refuse();
    expect(await failureOf(store.openWriter(() => T0).putWorkspace(sampleWorkspace()))).toBe(
      'refused',
    );
    expect(await failureOf(vaults.openVault().put('a', CANARY))).toBe('vault_unavailable');
  });
});
