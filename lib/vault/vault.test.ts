import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkspaceId } from '#model';
import { allStored, memorySession, problemOf, texts } from './fixtures.ts';
import {
  apiKeySecretId,
  keyPlaceOf,
  openVault,
  VaultError,
  webhookOfSecretId,
  webhookSecretId,
  workspaceOfSecretId,
} from './index.ts';
import { VAULT_NAME } from './vault-database.ts';

const CANARY = 'canary-7f3a9c51e0d24b68';

beforeEach(() => {
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
});

describe('vault', () => {
  it('gives back what was put, to a vault opened later too', async () => {
    await openVault().put('a', 'ключ-🔑');
    await openVault().put('a', CANARY);
    await openVault().put('b', 'other');
    expect(await openVault().get('a')).toBe(CANARY);
    expect(await openVault().get('b')).toBe('other');
    expect(await openVault().list()).toEqual(['a', 'b']);
  });

  it('knows nothing of a secret that was never put or was removed', async () => {
    const vault = openVault();
    expect(await vault.get('a')).toBeUndefined();
    await vault.put('a', CANARY);
    expect(await vault.list()).toEqual(['a']);
    await vault.remove('a');
    expect(await vault.list()).toEqual([]);
    expect(await vault.get('a')).toBeUndefined();
    expect((await allStored()).secrets).toEqual([]);
  });

  it('makes no database by being looked into', async () => {
    const vault = openVault();
    expect(await vault.get('a')).toBeUndefined();
    expect(await vault.get('a')).toBeUndefined();
    expect(await vault.list()).toEqual([]);
    expect(await vault.status()).toMatchObject({ mode: 'persistent', state: 'ready' });
    expect(await vault.lockIfIdle(0)).toBe(false);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('stores no plaintext, in any value', async () => {
    await openVault().put('a', CANARY);
    const stored = await allStored();
    expect(stored.secrets).toHaveLength(1);
    for (const text of texts(stored)) expect(text).not.toContain(CANARY.slice(0, 8));
  });

  it('stores a key that cannot be taken out of the browser', async () => {
    await openVault().put('a', CANARY);
    const [record] = (await allStored()).keys as { key: CryptoKey }[];
    expect(record?.key.extractable).toBe(false);
    expect(record?.key.algorithm).toMatchObject({ name: 'AES-GCM', length: 256 });
  });

  it('seals the same secret differently every time', async () => {
    const vault = openVault();
    await vault.put('a', CANARY);
    const [first] = (await allStored()).secrets as { iv: Uint8Array }[];
    await vault.put('a', CANARY);
    const [second] = (await allStored()).secrets as { iv: Uint8Array }[];
    expect(first?.iv).toHaveLength(12);
    expect(second?.iv).not.toEqual(first?.iv);
  });

  it('does not open a ciphertext that was moved to another id', async () => {
    await openVault().put('a', CANARY);
    await openVault().put('b', 'other');
    const database = await openDB(VAULT_NAME);
    await database.put('secrets', await database.get('secrets', 'a'), 'b');
    database.close();
    expect(await problemOf(openVault().get('b'))).toBe('secret_unreadable');
    expect(await openVault().get('a')).toBe(CANARY);
  });

  it('does not open a ciphertext that was changed', async () => {
    await openVault().put('a', CANARY);
    const database = await openDB(VAULT_NAME);
    const sealed = await database.get('secrets', 'a');
    const bytes = new Uint8Array(sealed.ciphertext);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    await database.put('secrets', { ...sealed, ciphertext: bytes.buffer }, 'a');
    database.close();
    expect(await problemOf(openVault().get('a'))).toBe('secret_unreadable');
  });

  it('makes one key when two contexts put their first secret at once', async () => {
    await Promise.all([openVault().put('a', 'one'), openVault().put('b', 'two')]);
    expect((await allStored()).keys).toHaveLength(1);
    expect(await openVault().get('a')).toBe('one');
    expect(await openVault().get('b')).toBe('two');
  });

  it('keeps its secrets when a later version wrote the database', async () => {
    await openVault().put('a', CANARY);
    const later = await openDB(VAULT_NAME, 7);
    later.close();
    expect(await openVault().get('a')).toBe(CANARY);
  });

  it('says so when the browser cannot open its database', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    expect(await problemOf(openVault().put('a', CANARY))).toBe('vault_unavailable');
    expect(await problemOf(openVault().get('a'))).toBe('vault_unavailable');
  });

  it('keeps secrets for this run of the browser where no databases are kept', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    const { port, held } = memorySession();
    const vault = openVault(port);
    await vault.put('a', CANARY);
    await vault.put('b', 'other');
    expect(await openVault(port).get('a')).toBe(CANARY);
    expect(await vault.list()).toEqual(['a', 'b']);
    expect(await vault.get('c')).toBeUndefined();
    expect(await vault.status()).toMatchObject({ mode: 'session', state: 'ready', lockedIds: [] });
    expect(await problemOf(vault.setMode({ mode: 'persistent' }))).toBe('vault_unavailable');
    await vault.remove('a');
    expect(await vault.list()).toEqual(['b']);
    expect([...held.values()].join()).not.toContain(CANARY);
  });

  it('names no secret in its errors', async () => {
    vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValue(new Error('no'));
    const error = await openVault()
      .put('a', CANARY)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(VaultError);
    expect(JSON.stringify(error) + String(error)).not.toContain(CANARY);
  });
});

describe('ids of secrets', () => {
  it('lead from a workspace to its key and back', () => {
    const id = '0190a000-0000-7000-8000-000000000001' as WorkspaceId;
    const adminId = '0190a000-0000-7000-8000-000000000002' as WorkspaceId;
    expect(keyPlaceOf(apiKeySecretId(id))).toEqual({ workspaceId: id, adminId: undefined });
    expect(keyPlaceOf(apiKeySecretId(id, adminId))).toEqual({ workspaceId: id, adminId });
    expect(workspaceOfSecretId(apiKeySecretId(id, adminId))).toBe(id);
    expect(workspaceOfSecretId('api-key:')).toBeUndefined();
  });

  it('tell the address of a webhook from a key', () => {
    const secretId = webhookSecretId('0190a000-0000-7000-8000-000000000003');
    expect(keyPlaceOf(secretId)).toBeUndefined();
    expect(workspaceOfSecretId(secretId)).toBeUndefined();
    expect(webhookOfSecretId(secretId)).toBe('0190a000-0000-7000-8000-000000000003');
    expect(webhookOfSecretId(apiKeySecretId('x' as WorkspaceId))).toBeUndefined();
    expect(webhookOfSecretId('webhook:')).toBeUndefined();
  });
});
