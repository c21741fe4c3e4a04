import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { allStored, memorySession, problemOf, texts } from './fixtures.ts';
import { type LockableVault, type ModeChoice, openVault } from './index.ts';

const CANARY = 'canary-7f3a9c51e0d24b68';
const PHRASE = 'correct horse battery';
const OTHER = 'a second passphrase';
const T0 = 1_795_000_000_000;
const MINUTE = 60_000;

let session = memorySession();
let vault: LockableVault;

const withPassphrase = (
  passphrase = PHRASE,
  lockAfterMinutes: number | null = null,
): ModeChoice => ({ mode: 'passphrase', passphrase, lockAfterMinutes });

/** The browser ends and starts: what was in memory is gone. */
const restart = (): void => {
  session = memorySession();
  vault = openVault(session.port, () => T0);
};

const isOnDisk = async (secret: string): Promise<boolean> =>
  texts(await allStored()).some((text) => text.includes(secret.slice(0, 8)));

beforeEach(async () => {
  vi.restoreAllMocks();
  globalThis.indexedDB = new IDBFactory();
  restart();
  await vault.put('a', CANARY);
  await vault.put('b', 'other-secret');
});

const expectAllReadable = async (): Promise<void> => {
  expect(await vault.get('a')).toBe(CANARY);
  expect(await vault.get('b')).toBe('other-secret');
};

describe('for this run of the browser only', () => {
  beforeEach(() => vault.setMode({ mode: 'session' }));

  test('nothing of a secret is on the disk, neither plain nor encrypted', async () => {
    await vault.put('c', CANARY);
    expect(await isOnDisk(CANARY)).toBe(false);
    const { keys, secrets } = await allStored();
    expect(secrets).toEqual([1, 2, 3].map(() => ({ v: 1, kept: 'session' })));
    expect(keys).toEqual([expect.objectContaining({ mode: 'session' })]);
    await expectAllReadable();
  });

  test('after a restart it is locked, and an entered key is there again', async () => {
    expect(await vault.status()).toMatchObject({ state: 'ready' });
    restart();
    expect(await problemOf(vault.get('a'))).toBe('locked');
    expect(await vault.list()).toEqual(['a', 'b']);
    await vault.put('a', CANARY);
    expect(await vault.get('a')).toBe(CANARY);
    expect(await vault.status()).toMatchObject({
      mode: 'session',
      state: 'locked',
      lockedIds: ['b'],
    });
    await vault.remove('b');
    expect(await vault.status()).toMatchObject({ state: 'ready' });
  });

  test('what is on the disk again is no longer in the session', async () => {
    await vault.setMode({ mode: 'persistent' });
    expect(session.held.size).toBe(0);
    restart();
    await expectAllReadable();
  });

  test('a lost secret stays lost and named in another mode, until it is entered again', async () => {
    restart();
    await vault.put('b', 'other-secret');
    await vault.setMode({ mode: 'persistent' });
    expect(await problemOf(vault.get('a'))).toBe('locked');
    expect((await vault.status()).lockedIds).toEqual(['a']);
    await vault.put('a', CANARY);
    restart();
    await expectAllReadable();
  });

  test('a removed secret is gone from the session too', async () => {
    await vault.remove('a');
    expect([...session.held.values()].join()).not.toContain(CANARY);
  });
});

describe('under a passphrase', () => {
  beforeEach(() => vault.setMode(withPassphrase()));

  test('opens at once, and after a restart only with the passphrase', async () => {
    await expectAllReadable();
    restart();
    expect(await vault.status()).toMatchObject({ state: 'locked' });
    expect(await problemOf(vault.get('a'))).toBe('locked');
    expect(await problemOf(vault.put('c', 'x'))).toBe('locked');
    await vault.unlock(PHRASE);
    expect(await vault.status()).toMatchObject({ state: 'ready' });
    await expectAllReadable();
  });

  test('a wrong passphrase is an error of its own, and nothing is lost', async () => {
    restart();
    expect(await problemOf(vault.unlock(`${PHRASE} `))).toBe('wrong_passphrase');
    expect(await problemOf(vault.unlock(''))).toBe('wrong_passphrase');
    expect(await vault.status()).toMatchObject({ state: 'locked' });
    await vault.unlock(PHRASE);
    await expectAllReadable();
  });

  test('the disk holds no secret, no passphrase and no key that opens them', async () => {
    expect(await isOnDisk(CANARY)).toBe(false);
    expect(await isOnDisk(PHRASE)).toBe(false);
    const { keys } = await allStored();
    expect(keys).toEqual([
      expect.objectContaining({ wrapped: expect.objectContaining({ rounds: 600_000 }) }),
    ]);
    const { dataKey } = JSON.parse(session.held.get('vault.unlocked') ?? '{}');
    const raw = Buffer.from(dataKey, 'base64').toString('latin1');
    expect(texts(await allStored()).join()).not.toContain(raw);
  });

  test('locking closes it without losing anything', async () => {
    await vault.lock();
    expect(session.held.size).toBe(0);
    expect(await problemOf(vault.get('a'))).toBe('locked');
    await vault.unlock(PHRASE);
    await expectAllReadable();
  });

  test('the same letters in another Unicode form open it', async () => {
    await vault.setMode(withPassphrase('z\u00fcrich-1234'), PHRASE);
    await vault.lock();
    await vault.unlock('zu\u0308rich-1234');
    await expectAllReadable();
  });

  test('is changed and taken away only with the present one', async () => {
    expect(await problemOf(vault.setMode(withPassphrase(OTHER)))).toBe('wrong_passphrase');
    expect(await problemOf(vault.setMode({ mode: 'persistent' }, OTHER))).toBe('wrong_passphrase');
    await vault.lock();
    await vault.setMode(withPassphrase(OTHER), PHRASE);
    await vault.lock();
    expect(await problemOf(vault.unlock(PHRASE))).toBe('wrong_passphrase');
    await vault.unlock(OTHER);
    await vault.setMode({ mode: 'persistent' }, OTHER);
    restart();
    await expectAllReadable();
    expect(await vault.status()).toMatchObject({ mode: 'persistent', state: 'ready' });
  });

  test('too short a one is refused, and the old one still holds', async () => {
    expect(await problemOf(vault.setMode(withPassphrase('1234567'), PHRASE))).toBe(
      'passphrase_too_short',
    );
    await vault.lock();
    await vault.unlock(PHRASE);
    await expectAllReadable();
  });

  test('a weakened number of rounds on the disk is not accepted', async () => {
    const { openDB } = await import('idb');
    const database = await openDB('sendwatch-vault');
    const mode = await database.get('keys', 'mode');
    await database.put('keys', { ...mode, wrapped: { ...mode.wrapped, rounds: 1 } }, 'mode');
    database.close();
    expect(await problemOf(vault.unlock(PHRASE))).toBe('secret_unreadable');
  });

  test('locks itself after the chosen time without a person, background work or not', async () => {
    await vault.setMode(withPassphrase(OTHER, 15), PHRASE);
    expect(await vault.lockIfIdle(T0 + 15 * MINUTE - 1)).toBe(false);
    await vault.noteUse(T0 + 10 * MINUTE);
    await vault.get('a');
    expect(await vault.lockIfIdle(T0 + 25 * MINUTE - 1)).toBe(false);
    expect(await vault.lockIfIdle(T0 + 25 * MINUTE)).toBe(true);
    expect(await vault.status()).toMatchObject({ state: 'locked' });
    expect(await vault.lockIfIdle(T0 + 26 * MINUTE)).toBe(false);
    await vault.unlock(OTHER);
    expect(await vault.lockIfIdle(T0 - 15 * MINUTE)).toBe(true);
  });

  test('without a chosen time it never locks itself', async () => {
    expect(await vault.lockIfIdle(T0 + 1e12)).toBe(false);
  });
});

test('a mode that this version does not know is neither guessed nor overwritten', async () => {
  const { openDB } = await import('idb');
  const database = await openDB('sendwatch-vault');
  await database.put('keys', { v: 2, revision: 'x', mode: 'passkey' }, 'mode');
  database.close();
  const before = await allStored();
  expect(await problemOf(vault.get('a'))).toBe('vault_unavailable');
  expect(await problemOf(vault.put('a', 'x'))).toBe('vault_unavailable');
  expect(await problemOf(vault.setMode({ mode: 'session' }))).toBe('vault_unavailable');
  expect(await allStored()).toEqual(before);
});

test('a session that cannot be reached is said in the vault’s own words', async () => {
  await vault.setMode({ mode: 'session' });
  vi.spyOn(session.port, 'get').mockRejectedValue(new Error('gone'));
  expect(await problemOf(vault.get('a'))).toBe('vault_unavailable');
  vi.spyOn(session.port, 'set').mockRejectedValue(
    new Error('Session storage quota bytes exceeded. Values were not stored.'),
  );
  expect(await problemOf(vault.put('a', 'x'))).toBe('quota_exceeded');
});
