import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { InstantlyError } from '#instantly';
import { openVault } from '#vault';
import { failedAnswer } from '../../lib/instantly/failed-answer.ts';
import { allStored, texts } from '../../lib/vault/fixtures.ts';
import { loadWithout } from './permissive.ts';

const CANARY = 'canary-7f3a9c51e0d24b68';

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

/** Everything that a content script could be given, or read by itself, of the browser's storage. */
const readableAreas = async (): Promise<string> => {
  const { local, sync, managed } = fakeBrowser.storage;
  return JSON.stringify(await Promise.all([local, sync, managed].map((area) => area.get())));
};

describe('row 24: what storage shows of a key', () => {
  const keepInEachMode = async () => {
    const vault = openVault();
    await vault.put('a', CANARY);
    await vault.setMode({
      mode: 'passphrase',
      passphrase: 'correct horse',
      lockAfterMinutes: null,
    });
    await vault.put('b', CANARY);
    await vault.setMode({ mode: 'session' }, 'correct horse');
    await vault.put('c', CANARY);
  };

  test('row 24: nothing in local, sync or managed storage, in any mode', async () => {
    await keepInEachMode();
    expect(await readableAreas()).not.toContain(CANARY.slice(0, 8));
    expect(await openVault().get('c')).toBe(CANARY);
  });

  test('row 24: nothing readable in the database of the vault', async () => {
    await keepInEachMode();
    await openVault().setMode({ mode: 'persistent' });
    for (const text of texts(await allStored())) expect(text).not.toContain(CANARY.slice(0, 8));
  });

  test('row 24, control: a key kept as a setting is found', async () => {
    await fakeBrowser.storage.local.set({ key: CANARY });
    expect(await readableAreas()).toContain(CANARY);
    const database = await openDB('sendwatch-vault');
    database.close();
    expect(texts({ secrets: [{ v: 1, plain: CANARY }] }).join()).toContain(CANARY);
  });
});

describe('row 64: what an error shows of a key', () => {
  const key = fc.stringMatching(/^[\x21-\x7e]{12,64}$/);
  const echo = fc.tuple(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), fc.nat(3));

  const shownBy = (
    fail: typeof failedAnswer,
    secret: string,
    [before, after, cut]: readonly [string, string, number],
  ): string => {
    // Cut off at either end, as a server may that shows only part of what it was sent.
    const message = `${before}${secret.slice(cut)}${after}${secret.slice(0, secret.length - cut)}`;
    const body = JSON.stringify({ statusCode: 401, error: 'Unauthorized', message });
    const error = fail({ status: 401, body, retryAfter: null, key: secret, now: 0 });
    // Of the stack only what it repeats of the message: its frames name functions, not what was sent.
    const own = Object.getOwnPropertyNames(error).map((name) => {
      const value: unknown = Reflect.get(error, name);
      return name === 'stack' ? String(value).split('\n    at ')[0] : value;
    });
    return JSON.stringify([own, String(error)]);
  };
  const leaks = (text: string, secret: string): boolean =>
    Array.from({ length: secret.length - 7 }, (_, at) => JSON.stringify(secret.slice(at, at + 8)))
      .map((quoted) => quoted.slice(1, -1))
      .some((run) => text.includes(run));

  test('row 64: eight characters of the key in a row are nowhere in it, however it is echoed', () => {
    fc.assert(
      fc.property(key, echo, (secret, around) => {
        expect(leaks(shownBy(failedAnswer, secret, around), secret)).toBe(false);
      }),
      { numRuns: 2_000, seed: 64 },
    );
  });

  test('row 64, control: without redaction they are', async () => {
    const open = await loadWithout(
      { '../../lib/instantly/redact.ts': () => ({ redact: (text: string) => text }) },
      () => import('../../lib/instantly/failed-answer.ts'),
    );
    const shown = shownBy(open.failedAnswer as typeof failedAnswer, CANARY, ['', '', 0]);
    expect(leaks(shown, CANARY)).toBe(true);
    expect(shownBy(failedAnswer, CANARY, ['', '', 0])).not.toContain(CANARY);
    expect(new InstantlyError('offline').message).toBe('offline');
  });
});
