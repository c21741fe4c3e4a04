import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

declare const chrome: ExtensionApi;

/** The database of everything that can be read anew (lib/store/schema.ts). */
export const CACHE = 'sendwatch';

/** A workspace as it is stored, as far as tests ask for it. */
export interface StoredWorkspace {
  readonly id: string;
  readonly name: string;
  readonly keyTail: string;
  readonly generation: number;
  readonly state: { readonly kind: string };
}

/** What the watcher has written down, times left out. */
export interface Stored {
  readonly workspaces: readonly StoredWorkspace[];
  /** Health, code and causes of each campaign, by its id. */
  readonly verdicts: Readonly<Record<string, string>>;
  /** The healths that history tells of each campaign, oldest first. */
  readonly history: Readonly<Record<string, readonly string[]>>;
  /** Incidents that are not over, each as often as it is stored. */
  readonly openIncidents: readonly string[];
  /** The watcher's notes as they stand: other ones after every slice. */
  readonly journal: string;
}

/** Reads what is stored, from any page of the extension. Opening would create a database that is not there: so it looks first. */
export const readStored = (page: Page): Promise<Stored> =>
  page.evaluate(async (cacheName) => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const rows: Record<string, Record<string, unknown>[]> = {};
    if ((await indexedDB.databases()).some(({ name }) => name === cacheName)) {
      const database = await asked(indexedDB.open(cacheName));
      for (const store of database.objectStoreNames) {
        const all = await asked(database.transaction(store).objectStore(store).getAll());
        rows[store] = all.map((row) => row?.value ?? {});
      }
      database.close();
    }
    const of = (store: string) => rows[store] ?? [];
    type Named = { campaignId: string; health: string; code: string | null };
    const verdicts = of('fleet').flatMap(
      ({ verdicts: list }) => (list ?? []) as (Named & { causes: { code: string }[] })[],
    );
    const history: Record<string, string[]> = {};
    const changes = of('history') as unknown as (Named & { at: number })[];
    for (const { campaignId, health, code } of changes.toSorted((a, b) => a.at - b.at)) {
      history[campaignId] = [...(history[campaignId] ?? []), `${health} ${code}`];
    }
    return {
      // What is no workspace at all is left out, as its readers do.
      workspaces: of('workspaces').filter(({ state }) => state) as unknown as StoredWorkspace[],
      verdicts: Object.fromEntries(
        verdicts.map(({ campaignId, health, code, causes }) => [
          campaignId,
          [health, code, ...causes.map((cause) => cause.code)].join(' '),
        ]),
      ),
      history,
      openIncidents: of('incidents')
        .filter(({ state }) => state !== 'resolved')
        .map(({ incident }) => (incident as { id: string }).id)
        .sort(),
      journal: JSON.stringify(of('journal')),
    };
  }, CACHE) as Promise<Stored>;

/** The names of all alarms, each as often as it is armed. */
export const armedAlarms = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name));

/** Sends one message as a page of the extension and gives the answer; undefined when there was none. */
export const say = (page: Page, type: string, request: object = {}): Promise<unknown> =>
  page.evaluate((message) => chrome.runtime.sendMessage(message).catch(() => undefined), {
    type,
    request,
  });

/** Waits until no check runs: the watcher holds a lock as long as it has something to do. */
export const waitUntilIdle = async (page: Page, timeoutMs = 40_000): Promise<void> => {
  await page.waitForFunction(
    async () => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return ![...held, ...pending].some(({ name }) => name === 'sendwatch-check');
    },
    { timeout: timeoutMs, polling: 50 },
  );
};

const waitForStored = async (
  page: Page,
  isAsWanted: (stored: Stored) => boolean,
  timeoutMs: number,
): Promise<void> => {
  const deadlineMs = performance.now() + timeoutMs;
  for (;;) {
    const stored = await readStored(page);
    if (isAsWanted(stored)) return;
    if (performance.now() > deadlineMs) {
      throw new Error(`not in ${timeoutMs} ms: ${JSON.stringify(stored.workspaces)}`);
    }
    await delay(100);
  }
};

const isChecked = ({ workspaces }: Stored): boolean =>
  workspaces.length > 0 && workspaces.every(({ state }) => state.kind === 'ok');

/** Waits until every workspace is past its first check and stands well; gives what is stored then. */
export const waitUntilChecked = async (page: Page, timeoutMs = 40_000): Promise<Stored> => {
  await waitForStored(page, isChecked, timeoutMs);
  await waitUntilIdle(page, timeoutMs);
  return readStored(page);
};

// A wish that a check under way has met starts no other: it is repeated until one was made.
const checkAnew = async (page: Page, journal: string): Promise<Stored> => {
  for (;;) {
    await say(page, 'check.now');
    const stored = await waitUntilChecked(page);
    if (stored.journal !== journal) return stored;
    await delay(200);
  }
};

/** Checks until a check finds nothing new: some of what a verdict needs is only asked about once more is known. */
export const settle = async (page: Page): Promise<Stored> => {
  let known = await waitUntilChecked(page);
  for (;;) {
    const now = await checkAnew(page, known.journal);
    if (isDeepStrictEqual(now.verdicts, known.verdicts)) return now;
    known = now;
  }
};
