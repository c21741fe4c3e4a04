import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserKind, GECKO_ID } from '#sandbox';

/** A throw-away extension with which the harness itself is tested. */
export interface ProbeExtension {
  readonly folder: string;
  remove(): Promise<void>;
}

const BACKGROUND = `
console.log('probe background started');
chrome.action.setBadgeText({ text: '7' });
chrome.action.setTitle({ title: 'seven' });
const startedAt = performance.timeOrigin;
chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (message === 'started') reply(startedAt);
  else fetch('https://' + message.host + '/api/v2/workspaces/current', { credentials: 'omit', redirect: 'error',
    headers: { authorization: 'Bearer probe-key-1234' } })
    .then(async (answer) => ({ status: answer.status, body: await answer.text() }), (error) => ({ error: String(error) }))
    .then(reply);
  return true;
});
`;
const CONTENT = `console.log('probe content script', { inner: 'deep-word' });
document.documentElement.append(document.createElement('probe-panel'));`;

const manifest = (kind: BrowserKind): unknown => ({
  manifest_version: 3,
  name: 'Probe',
  version: '1',
  permissions: ['storage'],
  host_permissions: ['https://api.instantly.ai/*'],
  action: { default_popup: 'popup.html' },
  content_scripts: [{ matches: ['https://app.instantly.ai/*'], js: ['content.js'] }],
  background:
    kind === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
  ...(kind === 'firefox' && {
    browser_specific_settings: { gecko: { id: GECKO_ID, strict_min_version: '142.0' } },
  }),
});

/** Writes the extension for one browser into a fresh folder. */
export const writeProbeExtension = async (kind: BrowserKind): Promise<ProbeExtension> => {
  const folder = await mkdtemp(join(tmpdir(), 'sendwatch-probe-'));
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest(kind))),
    writeFile(join(folder, 'background.js'), BACKGROUND),
    writeFile(join(folder, 'content.js'), CONTENT),
    writeFile(join(folder, 'popup.html'), '<!doctype html><title>Probe</title><h1>Probe</h1>'),
  ]);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};
