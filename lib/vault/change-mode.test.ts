import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { allStored, memorySession, problemOf } from './fixtures.ts';
import { type LockableVault, type ModeChoice, openVault } from './index.ts';

const CANARY = 'canary-7f3a9c51e0d24b68';
const PHRASE = 'correct horse battery';
const OTHER = 'a second passphrase';
const T0 = 1_795_000_000_000;

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

describe('a change of mode', () => {
  test('to the mode that holds changes nothing', async () => {
    const before = await allStored();
    await vault.setMode({ mode: 'persistent' });
    expect(await allStored()).toEqual(before);
  });

  test('leaves no key and no ciphertext of the old mode', async () => {
    await vault.setMode(withPassphrase());
    const { keys } = await allStored();
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ mode: 'passphrase' });
  });

  test('loses nothing that is put while it runs', async () => {
    await Promise.all([
      vault.setMode(withPassphrase()),
      vault.put('c', 'third'),
      vault.put('a', `${CANARY}-new`),
    ]);
    expect(await vault.get('c')).toBe('third');
    expect(await vault.get('a')).toBe(`${CANARY}-new`);
    expect(await vault.get('b')).toBe('other-secret');
    restart();
    await vault.unlock(PHRASE);
    expect(await vault.get('c')).toBe('third');
    expect(await vault.get('a')).toBe(`${CANARY}-new`);
  });

  const CHANGES: [string, ModeChoice, string | undefined][] = [
    ['to this run only', { mode: 'session' }, undefined],
    ['to a passphrase', withPassphrase(), undefined],
    ['from a passphrase to another', withPassphrase(OTHER), PHRASE],
    ['from a passphrase to none', { mode: 'persistent' }, PHRASE],
  ];

  /** Counts every write, on disk and in the session, and makes the n-th and all after it fail. */
  const breakFrom = (n: number) => {
    let writes = 0;
    const isBroken = (): boolean => {
      writes += 1;
      return writes > n;
    };
    for (const name of ['put', 'delete'] as const) {
      const real = IDBObjectStore.prototype[name] as (...given: unknown[]) => IDBRequest;
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
        this: IDBObjectStore,
        ...given: unknown[]
      ) {
        if (isBroken()) throw new DOMException('broken', 'UnknownError');
        return real.apply(this, given) as never;
      });
    }
    for (const name of ['set', 'remove'] as const) {
      const real = session.port[name] as (...given: unknown[]) => Promise<void>;
      vi.spyOn(session.port, name).mockImplementation(async (...given: unknown[]) => {
        if (isBroken()) throw new Error('broken');
        return real(...given);
      });
    }
    return () => writes;
  };

  test.each(CHANGES)(
    '%s, broken off at any write, loses no secret',
    async (_, choice, present) => {
      let broken = 0;
      for (let n = 0; ; n += 1) {
        vi.restoreAllMocks();
        globalThis.indexedDB = new IDBFactory();
        restart();
        await vault.put('a', CANARY);
        await vault.put('b', 'other-secret');
        if (present !== undefined) await vault.setMode(withPassphrase(present));
        const writes = breakFrom(n);
        const outcome = await problemOf(vault.setMode(choice, present));
        const isWhole = writes() <= n;
        vi.restoreAllMocks();
        // The worker is gone, the session is not.
        vault = openVault(session.port, () => T0);
        for (const phrase of [OTHER, PHRASE]) {
          if ((await vault.status()).state === 'locked') {
            await vault.unlock(phrase).catch(() => undefined);
          }
        }
        await expectAllReadable();
        if (isWhole) {
          expect(outcome).toBe('nothing was thrown');
          break;
        }
        broken += 1;
      }
      expect(broken).toBeGreaterThanOrEqual(3);
      // Each try derives keys several times, at 600,000 rounds each.
    },
    120_000,
  );
});
