import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '#sandbox';

/** An installed extension of somebody else, for one test. */
export interface Stranger {
  /** As its browser knows it. */
  readonly id: string;
  remove(): Promise<void>;
}

/** The talker does what a page of the web app tells it to; the listener only listens. */
export type StrangerRole = 'talker' | 'listener';

/** What came back of a message to an extension: an answer, or that nobody heard it. */
export type Heard = { readonly answer: unknown } | { readonly silence: string };

// Sends what its content script passes on to whom it says, and itself answers everyone: extensions and web pages.
const BACKGROUND = `
const ways = {
  message: (to, message) => new Promise((resolve) => chrome.runtime.sendMessage(to, message, (answer) => {
    const error = chrome.runtime.lastError;
    resolve(answer === undefined ? { silence: error ? error.message : 'no answer' } : { answer });
  })),
  port: (to, message) => new Promise((resolve) => {
    const port = chrome.runtime.connect(to, { name: 'stranger' });
    port.onMessage.addListener((answer) => resolve({ answer }));
    port.onDisconnect.addListener(() => resolve({ silence: chrome.runtime.lastError?.message ?? 'closed' }));
    try { port.postMessage(message); } catch (error) { resolve({ silence: String(error) }); }
  }),
};
chrome.runtime.onMessage.addListener(({ way, to, message }, _sender, reply) => {
  ways[way](to, message).then(reply);
  return true;
});
chrome.runtime.onMessageExternal.addListener((message, _sender, reply) => reply({ echo: message }));
chrome.runtime.onConnectExternal.addListener((port) =>
  port.onMessage.addListener((message) => port.postMessage({ echo: message })));
`;

const CONTENT = `
document.addEventListener('stranger-ask', async ({ detail }) => {
  const heard = await chrome.runtime.sendMessage(JSON.parse(detail));
  document.dispatchEvent(new CustomEvent('stranger-heard', { detail: JSON.stringify(heard) }));
});
document.documentElement.setAttribute('data-stranger', chrome.runtime.id);
`;

const manifest = (kind: BrowserKind, role: StrangerRole): unknown => ({
  manifest_version: 3,
  name: `Stranger ${role}`,
  version: '1',
  ...(role === 'talker' && {
    content_scripts: [{ matches: ['https://app.instantly.ai/*'], js: ['content.js'] }],
  }),
  ...(kind === 'chromium'
    ? {
        background: { service_worker: 'background.js' },
        externally_connectable: { ids: ['*'], matches: ['https://app.instantly.ai/*'] },
      }
    : {
        background: { scripts: ['background.js'] },
        browser_specific_settings: {
          gecko: { id: `${role}@example.com`, strict_min_version: '142.0' },
        },
      }),
});

/** Installs a stranger beside what the page's browser has already. */
export const installStranger = async (
  page: Page,
  kind: BrowserKind,
  role: StrangerRole,
): Promise<Stranger> => {
  const folder = await mkdtemp(join(tmpdir(), 'sendwatch-stranger-'));
  await Promise.all([
    writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest(kind, role))),
    writeFile(join(folder, 'background.js'), BACKGROUND),
    writeFile(join(folder, 'content.js'), CONTENT),
  ]);
  const id = await page.browser().installExtension(folder);
  return { id, remove: () => rm(folder, { recursive: true, force: true }) };
};

/** Lets the stranger's background say something to an extension; `page` is one of the web app. */
export const strangerSays = async (
  page: Page,
  way: 'message' | 'port',
  to: string,
  message: unknown,
): Promise<Heard> => {
  await page.waitForSelector('[data-stranger]');
  return page.evaluate(
    (ask) =>
      new Promise<Heard>((resolve) => {
        const onHeard = (event: Event): void =>
          resolve(JSON.parse((event as CustomEvent<string>).detail) as Heard);
        document.addEventListener('stranger-heard', onHeard, { once: true });
        document.dispatchEvent(new CustomEvent('stranger-ask', { detail: JSON.stringify(ask) }));
      }),
    { way, to, message },
  );
};
