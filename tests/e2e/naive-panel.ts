import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '#sandbox';

/** A panel made without any of our guards, beside ours on the same page: what the same attack does where nothing stops it. */
export interface NaivePanel {
  readonly id: string;
  remove(): Promise<void>;
}

/** The naive panel's deed, as the sandbox sees it. */
export const NAIVE_DEED = '/api/v2/campaigns/naive/pause';

// Changes something at once, whoever asks.
const BACKGROUND = `
chrome.runtime.onMessage.addListener(({ act }) => {
  if (act) fetch('https://api.instantly.ai${NAIVE_DEED}', { method: 'POST' }).catch(() => undefined);
});`;

// Acts on every click and every message, comes back without end, counts on the page, never leaves.
const CONTENT = `
const tell = (act) => void chrome.runtime.sendMessage({ act });
let restores = 0;
const show = () => {
  const host = document.createElement('naive-panel');
  Object.assign(host.style, { position: 'fixed', top: '300px', left: '300px', zIndex: '2147483647' });
  const button = document.createElement('button');
  button.textContent = 'Naive pause';
  button.addEventListener('click', () => tell(true));
  host.attachShadow({ mode: 'open' }).append(button);
  document.documentElement.append(host);
  return host;
};
const host = show();
new MutationObserver(() => {
  if (host.parentNode === document.documentElement) return;
  restores += 1;
  host.dataset.restores = String(restores);
  document.documentElement.append(host);
}).observe(document, { childList: true, subtree: true });
window.addEventListener('message', ({ data }) => { if (data?.type === 'panel.openOptions') tell(true); });
navigation.addEventListener('currententrychange', () => { show(); tell(false); });
document.querySelector('.MuiTabs-root').before('naive mark');`;

// In the page's own world, when the page wants to see it there.
const MAIN = `
if (document.documentElement.hasAttribute('data-naive-main')) {
  const host = document.createElement('naive-main');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = 'b { position: fixed }';
  root.append(style);
  document.documentElement.append(host);
  root.append(document.createElement('b'));
  host.dataset.position = getComputedStyle(root.querySelector('b')).position;
  root.querySelector('b').innerHTML = '<i>secret</i>';
  host.dataset.done = '';
}`;

const manifest = (kind: BrowserKind): unknown => ({
  manifest_version: 3,
  name: 'Naive',
  version: '1',
  host_permissions: ['https://api.instantly.ai/*'],
  content_scripts: [
    { matches: ['https://app.instantly.ai/*'], js: ['content.js'] },
    { matches: ['https://app.instantly.ai/*'], js: ['main.js'], world: 'MAIN' },
  ],
  ...(kind === 'chromium'
    ? { background: { service_worker: 'background.js' } }
    : {
        background: { scripts: ['background.js'] },
        browser_specific_settings: {
          gecko: { id: 'naive@example.com', strict_min_version: '142.0' },
        },
      }),
});

/** Installs it beside what the page's browser has already. */
export const installNaivePanel = async (page: Page, kind: BrowserKind): Promise<NaivePanel> => {
  const folder = await mkdtemp(join(tmpdir(), 'sendwatch-naive-'));
  await Promise.all([
    writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest(kind))),
    writeFile(join(folder, 'background.js'), BACKGROUND),
    writeFile(join(folder, 'content.js'), CONTENT),
    writeFile(join(folder, 'main.js'), MAIN),
  ]);
  const id = await page.browser().installExtension(folder);
  return { id, remove: () => rm(folder, { recursive: true, force: true }) };
};
