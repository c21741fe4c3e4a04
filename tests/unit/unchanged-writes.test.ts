import 'fake-indexeddb/auto';
import { serialize } from 'node:v8';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Alerts, badgeFor, createAlerts, showBadge } from '#alerts';
import type { InstantMs } from '#model';
import type { StoreWriter } from '#store/write';
import { playUnchangedSlices } from '../../bench/unchanged-slices.ts';

/** What a slice may write when nothing changed, in bytes (ARCHITECTURE.md 3). */
const MOST_BYTES = 2_048;
const MOST_TIMES_BYTES = 300;

interface Write {
  readonly place: string;
  readonly bytes: number;
}

/** Everything that anybody writes anywhere from now on. */
const countWrites = (): Write[] => {
  const writes: Write[] = [];
  const note = (place: string, ...values: unknown[]): void => {
    writes.push({ place, bytes: values.length === 0 ? 0 : serialize(values).length });
  };
  for (const method of ['put', 'add', 'delete', 'clear'] as const) {
    const original = IDBObjectStore.prototype[method] as (...given: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...given: unknown[]
    ) {
      note(`${method} ${this.name}`, ...given);
      return original.apply(this, given);
    });
  }
  for (const area of ['session', 'local'] as const) {
    for (const method of ['set', 'remove', 'clear'] as const) {
      const storage = fakeBrowser.storage[area];
      const original = storage[method].bind(storage) as (given?: unknown) => Promise<void>;
      vi.spyOn(storage, method).mockImplementation(async (given?: unknown) => {
        const names = given === undefined ? [] : [given].flat().flatMap(namesOf);
        note([method, area, ...names].join(' '), given);
        return original(given);
      });
    }
  }
  const icon: Record<string, unknown> = { text: '', title: '', color: [] };
  const set = (part: string) => async (given: Record<string, unknown>) => {
    note(`badge ${part}`, given);
    icon[part] = given[part];
  };
  vi.spyOn(fakeBrowser, 'action', 'get').mockReturnValue({
    getBadgeText: async () => icon['text'],
    getTitle: async () => icon['title'],
    getBadgeBackgroundColor: async () => icon['color'],
    setBadgeText: set('text'),
    setTitle: set('title'),
    setBadgeBackgroundColor: set('color'),
    setBadgeTextColor: set('textColor'),
  } as unknown as typeof fakeBrowser.action);
  return writes;
};

const namesOf = (given: unknown): string[] =>
  typeof given === 'string' ? [given] : Object.keys(given ?? {}).sort();

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
});

let alerts: Alerts | undefined;

const alertsOver = (store: StoreWriter, now: () => InstantMs): Alerts =>
  createAlerts({
    store,
    now,
    isOn: async () => true,
    wordsOf: async () => ({ title: '', message: '' }),
    readWebhooks: async () => [],
    screen: {
      isThere: () => true,
      shownIds: async () => [],
      show: async () => undefined,
      clear: async () => undefined,
    },
  });

/** As the background joins them (entrypoints/background). */
const afterCommit = async (store: StoreWriter, now: () => InstantMs): Promise<void> => {
  alerts ??= alertsOver(store, now);
  await alerts.run();
  await showBadge(badgeFor(await store.refreshHead(), Date.UTC(2026, 10, 19, 15, 12)));
  await store.prunePast();
};

const play = async (
  campaigns: number,
  slices: number,
  onCommitted = afterCommit,
): Promise<readonly (readonly Write[])[]> => {
  const writes = countWrites();
  alerts = undefined;
  const perSlice: Write[][] = [];
  const counted = await playUnchangedSlices({
    campaigns,
    slices,
    onCommitted,
    onSettled: () => void writes.splice(0),
    onSlice: () => void perSlice.push(writes.splice(0)),
  });
  expect(perSlice).toHaveLength(counted);
  return perSlice;
};

const placesOf = (slice: readonly Write[]): readonly string[] => slice.map(({ place }) => place);
const bytesOf = (slice: readonly Write[]): number =>
  slice.reduce((sum, { bytes }) => sum + bytes, 0);

test.each([500, 2_000])(
  'a slice over %i campaigns in which nothing changed writes its journal and the times of the head',
  async (campaigns) => {
    const slices = await play(campaigns, 4);
    expect(slices.length).toBeGreaterThanOrEqual(3);
    let books = 0;
    for (const slice of slices) {
      const [first, ...rest] = placesOf(slice);
      // The book of the alerting says to five minutes when it was last opened.
      const others = rest.filter((place) => place !== 'put alerts');
      books += rest.length - others.length;
      expect(first).toBe('put journal');
      // Where the campaign that was checked longest ago is still to come, the head is as old as it was.
      expect([[], ['set session headTimes']]).toContainEqual(others);
      expect(bytesOf(slice)).toBeLessThan(MOST_BYTES);
      expect(slice[1]?.bytes ?? 0).toBeLessThan(MOST_TIMES_BYTES);
    }
    expect(books).toBeLessThanOrEqual(1);
    expect(slices.flatMap(placesOf)).toContain('set session headTimes');
    console.log(`${campaigns}: ${slices.map(bytesOf).join(', ')} B a slice`);
  },
  300_000,
);

test('the count sees a head that is written again', async () => {
  const slices = await play(60, 2, async (store, now) => {
    await fakeBrowser.storage.session.remove(['head', 'headTimes']);
    await afterCommit(store, now);
  });
  for (const slice of slices) {
    expect(placesOf(slice)).toContain('put meta');
    expect(placesOf(slice)).toContain('set session head headTimes');
    expect(bytesOf(slice)).toBeGreaterThan(MOST_BYTES);
  }
});
