import { browser } from 'wxt/browser';
import { loadDemo, removeDemo } from '#demo';
import type { MessageHandlers } from '#messages/guard';
import type { InstantMs } from '#model';
import { StoreError, type StoreWriter, writeSetting } from '#store/write';
import { eraseEverything, importData, parseImport } from '#transfer';

type Handlers = Pick<
  MessageHandlers['extension'],
  'settings.set' | 'demo.load' | 'demo.remove' | 'data.import' | 'data.erase'
>;

/** What these handlers work on. */
export interface DataPort {
  readonly store: StoreWriter;
  readonly now: () => InstantMs;
  /** Tells every surface that something changed. */
  readonly changed: () => Promise<void>;
  /** Tells every surface that nothing is stored any more, and stores nothing itself. */
  readonly erased: () => Promise<void>;
  /** Throws away all that is still being asked of Instantly. */
  readonly stopAsking: () => void;
  /** Gives the access to hosts of webhooks back. */
  readonly giveAllBack: () => Promise<void>;
}

// What the browser could not store is said on the page; anything else is a fault of ours and is not hidden.
const tried = async (work: () => Promise<void>): Promise<{ ok: boolean }> => {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    if (error instanceof StoreError || error instanceof RangeError) return { ok: false };
    throw error;
  }
};

/** The packaged recording of the demo. */
export const fetchRecorded = async (): Promise<unknown> =>
  (await fetch(browser.runtime.getURL('/demo/recorded.json'))).json();

/** Settings, demo data, import and erasing. */
export const dataHandlers = ({
  store,
  now,
  changed,
  erased,
  stopAsking,
  giveAllBack,
}: DataPort): Handlers => ({
  'settings.set': ({ name, value }) =>
    tried(async () => {
      await writeSetting(name, value);
      await changed();
    }),
  'demo.load': () =>
    tried(async () => {
      await loadDemo({ store, now, fetchRecorded });
      await changed();
    }),
  'demo.remove': () =>
    tried(async () => {
      await removeDemo(store);
      await changed();
    }),
  'data.import': async ({ text }) => {
    const parsed = parseImport(text);
    if (!parsed.ok) return { ok: false };
    const restored = await importData({ ...store, writeSetting, now }, parsed.data);
    await changed();
    return { ok: true, restored };
  },
  'data.erase': async () => {
    stopAsking();
    await eraseEverything({
      closeStore: store.close,
      indexedDB,
      areas: [browser.storage.local, browser.storage.session],
      clearAlarms: () => browser.alarms.clearAll(),
      clearBadge: () => browser.action.setBadgeText({ text: '' }),
    });
    await giveAllBack();
    await erased();
    return { ok: true };
  },
});
