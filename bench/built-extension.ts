import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_HOST, type DrivenBrowser, openChromium, type Sandbox, startSandbox } from '#sandbox';
import { buildExtension } from '../tools/build-extension.ts';
import { ensureBrowsers } from '../tools/ensure-browsers.ts';

/** A page without style or script in the extension itself: what opening any page of it costs. */
export const EMPTY_PAGE = 'empty.html';

const EMPTY_HTML =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p>Sendwatch</p></html>';

/** Answers; asked for it, it also fetches what Sendwatch fetched, at the same pace, and keeps none of it. */
const TWIN_WORKER = `
const fetchAll = async ({ urls, key, everyMs }) => {
  for (const url of urls) {
    await (await fetch(url, { headers: { authorization: 'Bearer ' + key } })).json();
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
};
chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (message.urls === undefined) { reply({ ok: true }); return false; }
  fetchAll(message).then(() => reply({ ok: true }), (error) => reply({ error: String(error) }));
  return true;
});`;

const TWIN_MANIFEST = {
  manifest_version: 3,
  name: 'Empty twin',
  version: '1',
  permissions: ['storage', 'alarms'],
  host_permissions: [`https://${API_HOST}/*`],
  background: { service_worker: 'background.js' },
};

/** Folders of the built extension with an empty page in it, and of an extension whose worker only answers. */
export interface BenchExtensions {
  readonly sendwatch: string;
  readonly twin: string;
  remove(): Promise<void>;
}

/** Builds Sendwatch and puts it, and its twin, where nobody else builds meanwhile. */
export const makeExtensions = async (): Promise<BenchExtensions> => {
  const folder = await mkdtemp(join(tmpdir(), 'sendwatch-bench-'));
  const sendwatch = join(folder, 'sendwatch');
  const twin = join(folder, 'twin');
  await cp(await buildExtension('chrome'), sendwatch, { recursive: true });
  await writeFile(join(sendwatch, EMPTY_PAGE), EMPTY_HTML);
  await cp(join(sendwatch, 'icon'), join(twin, 'icon'), { recursive: true });
  await writeFile(join(twin, 'manifest.json'), JSON.stringify(TWIN_MANIFEST));
  await writeFile(join(twin, 'background.js'), TWIN_WORKER);
  return { sendwatch, twin, remove: () => rm(folder, { recursive: true, force: true }) };
};

/** Opens so many browsers over one sandbox, runs work and closes everything again, the sandbox too. */
export const inBrowsers = async <T>(
  foldersOf: (extensions: BenchExtensions) => readonly string[],
  work: (browsers: readonly DrivenBrowser[]) => Promise<T>,
  serve: () => Promise<Sandbox> = () => startSandbox({ campaigns: 12, inboxes: 12 }),
): Promise<T> => {
  await ensureBrowsers(['chromium']);
  const extensions = await makeExtensions();
  const sandbox = await serve();
  const browsers: DrivenBrowser[] = [];
  try {
    for (const extensionDir of foldersOf(extensions)) {
      browsers.push(await openChromium({ port: sandbox.port, extensionDir, headless: true }));
    }
    return await work(browsers);
  } finally {
    for (const browser of browsers) await browser.close();
    await sandbox.close();
    await extensions.remove();
  }
};
