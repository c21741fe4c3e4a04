import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { readStored, say, settle } from './stored.ts';
import { openCheckedPopup, rowsOf } from './surfaces.ts';

declare const violations: string[];

const noteViolations = (): void => {
  const noted: string[] = [];
  Object.assign(globalThis, { violations: noted });
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    noted.push(`${effectiveDirective} ${blockedURI}`),
  );
};

describe.each(BROWSERS)('the content policy of every page in %s', (kind) => {
  let opened: OpenedSendwatch;

  beforeAll(async () => {
    opened = await openSendwatch(kind);
    const own = await opened.browser.bareExtensionPage();
    await say(own, 'workspace.connect', { key: opened.sandbox.keys.second });
    await settle(own);
  });
  afterAll(() => opened?.close());

  /** Listens for violations: in Chromium from the page's first line on, in Firefox from now on. */
  const listen = async (page: Page): Promise<void> => {
    if (kind === 'firefox') {
      // No script can be put before those of its extension pages, and its console does not tell.
      await page.evaluate(noteViolations);
      return;
    }
    await page.evaluateOnNewDocument(noteViolations);
    await page.reload();
  };
  const onConsole = (): readonly string[] =>
    opened.browser.consoleLines().filter((line) => /content[- ]security[- ]policy/i.test(line));

  test('the popup breaks it nowhere, with every row opened', async () => {
    const popup = await openCheckedPopup(opened.browser);
    await listen(popup);
    await popup.waitForSelector('[data-campaign-id][data-health]');
    for (const { id } of await rowsOf(popup)) {
      await popup.evaluate((campaignId) => {
        const row = document.querySelector(`[data-campaign-id="${campaignId}"]`);
        const button = row?.matches('button') ? row : row?.querySelector('button');
        (button as HTMLButtonElement | null)?.click();
      }, id);
      await popup.waitForSelector('[data-cause], [data-health]');
    }
    expect(await popup.evaluate(() => violations)).toEqual([]);
    expect(onConsole()).toEqual([]);
    await popup.close();
  });

  test.each(['options.html', 'dashboard.html'])('%s breaks it nowhere', async (path) => {
    const page = await opened.browser.openExtensionPage(path);
    await listen(page);
    const { workspaces } = await readStored(page);
    await page.waitForFunction(
      (name) => document.body.textContent?.includes(name),
      {},
      String(workspaces[0]?.name),
    );
    expect(await page.evaluate(() => violations)).toEqual([]);
    expect(onConsole()).toEqual([]);
    await page.close();
  });

  test.each(['popup.html', 'options.html', 'dashboard.html'])(
    '%s takes no markup, no policy of its own and no foreign picture, and says so',
    async (path) => {
      const page = await opened.browser.openExtensionPage(path);
      await listen(page);
      const outcome = await page.evaluate(() => {
        const thrown = (work: () => unknown): string => {
          try {
            work();
            return 'done';
          } catch (error) {
            return (error as Error).name;
          }
        };
        const { trustedTypes } = globalThis as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): unknown };
        };
        const div = document.createElement('div');
        const frame = document.createElement('iframe');
        return {
          innerHTML: thrown(() => {
            div.innerHTML = '<b>x</b>';
          }),
          outerHTML: thrown(() => {
            document.body.appendChild(div).outerHTML = '<b>x</b>';
          }),
          insertAdjacentHTML: thrown(() => div.insertAdjacentHTML('beforeend', '<b>x</b>')),
          srcdoc: thrown(() => {
            frame.srcdoc = '<b>x</b>';
          }),
          scriptSrc: thrown(() => {
            document.createElement('script').src = 'https://example.com/x.js';
          }),
          policy: thrown(() => trustedTypes.createPolicy('any', {})),
        };
      });
      expect(outcome).toEqual({
        innerHTML: 'TypeError',
        outerHTML: 'TypeError',
        insertAdjacentHTML: 'TypeError',
        srcdoc: 'TypeError',
        scriptSrc: 'TypeError',
        policy: 'TypeError',
      });
      await page.evaluate(() => {
        document.body.appendChild(new Image()).src = 'https://example.com/x.png';
      });
      // The control: what the tests above count is told to them.
      await page.waitForFunction(() => violations.some((line) => line.startsWith('img-src')));
      if (kind === 'chromium') await expect.poll(() => onConsole().length).toBeGreaterThan(0);
      await page.close();
    },
  );
});
