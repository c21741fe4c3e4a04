import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import type { BrowserKind } from '#sandbox';
import { builtExtension } from './open-sendwatch.ts';

/** A copy of the build whose content script also does what the page it stands on wants. All else is as built. */
export interface CompromisedBuild {
  readonly folder: string;
  remove(): Promise<void>;
}

// What somebody could do who runs code in the content script's own world.
const BACKDOOR = `;(() => {
  const told = (error) => ({ refused: String(error) });
  const deeds = {
    say: async ({ message }) => {
      const answer = await chrome.runtime.sendMessage(message);
      return answer === undefined || answer === null ? { silence: true } : { answer };
    },
    flood: async ({ message, times }) => {
      const answers = await Promise.all(Array.from({ length: times }, () =>
        chrome.runtime.sendMessage(message).catch(() => undefined)));
      return { answers: answers.filter((answer) => answer != null).length };
    },
    area: async ({ area }) => ({ values: JSON.stringify(await chrome.storage[area].get(null)) }),
    databases: async () => ({ names: (await indexedDB.databases()).map(({ name }) => name) }),
    backgroundPage: async () => ({ page: typeof chrome.extension?.getBackgroundPage?.() }),
  };
  document.addEventListener('backdoor-ask', async ({ detail }) => {
    const { deed, ...rest } = JSON.parse(detail);
    const outcome = await Promise.resolve().then(() => deeds[deed](rest)).catch(told);
    document.dispatchEvent(new CustomEvent('backdoor-told', { detail: JSON.stringify(outcome) }));
  });
  document.documentElement.setAttribute('data-backdoor', '');
})();`;

// Into every frame, as it would be where somebody got hold of one.
const everywhere = (manifest: string): string => {
  const parsed = JSON.parse(manifest) as { content_scripts: object[] };
  const frames = { all_frames: true, match_about_blank: true };
  return JSON.stringify({
    ...parsed,
    content_scripts: parsed.content_scripts.map((script) => ({ ...script, ...frames })),
  });
};

/** Copies the build of one browser and adds the backdoor. */
export const compromiseBuild = async (kind: BrowserKind): Promise<CompromisedBuild> => {
  const folder = await mkdtemp(join(tmpdir(), 'sendwatch-compromised-'));
  await cp(builtExtension(kind), folder, { recursive: true });
  await appendFile(join(folder, 'content-scripts', 'instantly.js'), BACKDOOR);
  const manifest = join(folder, 'manifest.json');
  await writeFile(manifest, everywhere(await readFile(manifest, 'utf8')));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};

/** Lets the content script of a page or frame of the web app do one thing and gives what came of it. */
export const throughBackdoor = async (
  page: Page | Frame,
  deed: string,
  details: object = {},
): Promise<Readonly<Record<string, unknown>>> => {
  await page.waitForSelector('[data-backdoor]');
  return page.evaluate(
    (ask) =>
      new Promise<Record<string, unknown>>((resolve) => {
        const onTold = (event: Event): void =>
          resolve(JSON.parse((event as CustomEvent<string>).detail));
        document.addEventListener('backdoor-told', onTold, { once: true });
        document.dispatchEvent(new CustomEvent('backdoor-ask', { detail: JSON.stringify(ask) }));
      }),
    { deed, ...details },
  );
};
