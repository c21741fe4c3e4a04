import type { CDPSession, Page, Viewport } from 'puppeteer-core';
import { type Scene, SIZES, type Theme } from './scene.ts';
import { type Around, FROM_STORE } from './stage.ts';
import { NOW } from './stages.ts';

/** Answers of a background that works and has nothing to say. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  'vault.state': {
    mode: 'persistent',
    state: 'ready',
    lockedWorkspaceIds: [],
    lockAfterMinutes: null,
  },
  'panel.campaign': FROM_STORE,
  'ask.sentDays': FROM_STORE,
  'ask.campaignTags': { problem: null },
  'settings.set': { ok: true },
  'alerts.setRules': { ok: true },
  'alerts.setNotifying': { ok: true },
  'alerts.tryNotification': { ok: true },
  'alerts.silence': { ok: true, silence: null },
  'alerts.unsilence': { ok: true },
  'webhook.list': { webhooks: [] },
  'check.now': { ok: true },
  'check.look': { ok: true },
};

/** How the browser behaves around a scene. */
export const aroundOf = ({ around = {} }: Pick<Scene, 'around'>): Around => ({
  now: NOW,
  ...around,
  answers: { ...ANSWERS, ...around.answers },
});

/** Runs in each page before its own code: the instant is fixed, and the browser is as the scene says. */
export const prepare = (around: Around): void => {
  Object.assign(globalThis, { around });
  Date.now = () => around.now;
  // What an earlier scene chose is not chosen in this one; the browser's own storage stays.
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith('browser.')) localStorage.removeItem(name);
  }
  if (around.isStoreHanging) {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = () => Object.assign(open('hangs'), { addEventListener: () => {} });
  }
  if (around.isOffline) Object.defineProperty(navigator, 'onLine', { get: () => false });
};

/** Waits until nothing has changed in the page for a moment: parts that load later have come by then. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const QUIET_MS = 60;
        let timer = setTimeout(resolve, QUIET_MS);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, QUIET_MS);
        });
        const roots = [document, document.querySelector('sendwatch-panel')?.shadowRoot];
        for (const root of roots) {
          if (!root) continue;
          observer.observe(root, {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          });
        }
      }),
  );

const BUSY = '[aria-busy="true"]';

/** Waits until a page waits for nothing more, in a scene that is not about waiting; throws where it never does. */
export const waitUntilIdle = async (page: Page, { isWaiting }: Scene): Promise<void> => {
  await settle(page);
  if (isWaiting || (await page.$(BUSY)) === null) return;
  try {
    await page.waitForSelector(BUSY, { hidden: true, timeout: 10_000 });
  } catch (error) {
    throw new Error('is still waiting for something', { cause: error });
  }
  await settle(page);
};

/** Waits until a scene's page stands. Throws what the page itself threw, where it does not come to stand. */
export const waitUntilReady = async (
  page: Page,
  scene: Scene,
  errors: readonly string[],
): Promise<void> => {
  const { surface, ready = surface === 'panel' ? 'sendwatch-panel >>> h2' : 'h1' } = scene;
  try {
    await page.waitForSelector(ready, { timeout: 15_000 });
  } catch (error) {
    throw new Error(errors.join(' ') || `never had ${ready}`, { cause: error });
  }
  await waitUntilIdle(page, scene);
};

// What a session emulates ends with it: so it is kept as long as its page.
const sessions = new WeakMap<Page, CDPSession>();

/** The reader's system: theme, stillness, and whatever else the scene wishes. */
export const emulate = async (page: Page, theme: Theme, { wish }: Scene): Promise<void> => {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  await session.send('Emulation.setEmulatedMedia', {
    ...(wish === 'print' && { media: 'print' }),
    features: [
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: wish === 'forced-colors' ? 'active' : 'none' },
    ],
  });
};

/** The window of a scene. At 200 % half as much fits into it; a popup keeps its width and gets lower. */
export const viewportOf = ({ surface, size = SIZES[surface], wish }: Scene): Viewport => {
  if (wish !== 'zoom-200') return size;
  const width = surface === 'popup' ? size.width : size.width / 2;
  return { width, height: size.height / 2, deviceScaleFactor: 2 };
};
