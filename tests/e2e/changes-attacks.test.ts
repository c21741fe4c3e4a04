import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import {
  changesIn,
  closeConfirmWindows,
  confirm,
  confirmWindow,
  confirmWindows,
  waitUntilMade,
} from './confirming.ts';
import { BROWSERS, type OpenedSendwatch, openSendwatch } from './open-sendwatch.ts';
import { pathOf } from './panel-stage.ts';
import { readStored, say, waitUntilChecked } from './stored.ts';

declare const chrome: ExtensionApi;

const PANEL = 'sendwatch-panel';

describe.each(BROWSERS)('no way from a web page to a change in %s', (kind) => {
  let opened: OpenedSendwatch;
  let own: Page;
  let app: Page;
  let workspaceId: string;
  let id: string;

  beforeAll(async () => {
    opened = await openSendwatch(kind);
    own = await opened.browser.bareExtensionPage();
    await say(own, 'workspace.connect', { key: opened.sandbox.keys.second });
    const { verdicts, workspaces } = await waitUntilChecked(own);
    await say(own, 'settings.set', { name: 'areChangesAllowed', value: true });
    workspaceId = workspaces[0]?.id ?? '';
    id = Object.entries(verdicts).find(([, told]) => told.startsWith('healthy'))?.[0] ?? '';
    app = await opened.browser.openWebApp(pathOf(id));
    await app.waitForSelector(`${PANEL}[data-campaign-id="${id}"] >>> .acts button`);
  });
  afterEach(() => closeConfirmWindows(opened.browser));
  afterAll(() => opened?.close());

  /** A confirmation that a person could press at once; gives its address. */
  const openTicket = async (): Promise<string> => {
    await say(own, 'change.open', {
      changes: [{ workspaceId, change: { kind: 'pause_campaign', campaignId: id } }],
    });
    await confirmWindow(opened.browser);
    const [url = ''] = await confirmWindows(opened.browser);
    expect(url).toMatch(/#[\w-]{20,}$/);
    return url;
  };
  /** After this, whatever a page has asked for before is done. */
  const settled = () => say(own, 'vault.state');

  test('row 1: events that a page makes open no window from the panel', async () => {
    await app.evaluate((tag) => {
      const root = document.querySelector(tag)?.shadowRoot;
      const how = { bubbles: true, cancelable: true, composed: true };
      const targets = [document.querySelector(tag), ...(root?.querySelectorAll('*') ?? [])];
      for (const target of targets) {
        target?.dispatchEvent(new MouseEvent('click', how));
        (target as HTMLElement | null)?.click?.();
      }
    }, PANEL);
    await settled();
    expect(await confirmWindows(opened.browser)).toEqual([]);
    expect(changesIn(opened)).toEqual([]);
  });

  test('row 58: a framed confirmation does not load, and its address opens nowhere else', async () => {
    const url = await openTicket();
    await app.evaluate(async (address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      const ended = new Promise<void>((resolve) => {
        frame.onload = () => resolve();
        setTimeout(resolve, 2_000);
      });
      document.body.append(frame);
      await ended;
      try {
        window.open(address);
      } catch {
        // Firefox says at once that the page may not.
      }
    }, url);
    await settled();
    // Addresses may be shown of what was not loaded: what counts is in which places code of ours runs.
    const running = await own.evaluate(async () =>
      (await chrome.runtime.getContexts({}))
        .map(({ documentUrl }) => String(documentUrl))
        .filter((address) => address.includes('/confirm.html')),
    );
    expect(running).toEqual([url]);
    expect(changesIn(opened)).toEqual([]);
  });

  test('row 58, control: the same frame with a page of the web app does load', async () => {
    const text = await app.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = '/app/accounts';
      const loaded = new Promise<void>((resolve) => {
        frame.onload = () => resolve();
      });
      document.body.append(frame);
      await loaded;
      return frame.contentDocument?.documentElement.outerHTML ?? '';
    });
    expect(text.length).toBeGreaterThan(100);
  });

  test.each(['', 'a', '../', '00000000-0000-4000-8000-000000000000'])(
    'row 58: a ticket that nobody gave, “%s”, confirms nothing',
    async (ticket) => {
      const page = await opened.browser.openExtensionPage(`confirm.html#${ticket}`);
      await page.waitForSelector('[data-absent=gone], [data-absent=noAnswer]');
      expect(await page.$('[data-confirm]')).toBeNull();
      const answer = await say(own, 'change.apply', {
        ticket,
        changes: [{ workspaceId, change: { kind: 'pause_campaign', campaignId: id } }],
        typed: '',
      });
      expect(answer).toEqual({ ok: false, problem: 'gone' });
      expect(changesIn(opened)).toEqual([]);
    },
  );

  test('row 58: a confirmation that is open does nothing by itself, nor by a script’s click', async () => {
    await openTicket();
    const page = await confirmWindow(opened.browser);
    await page.waitForSelector('[data-confirm]:enabled');
    await page.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('[data-confirm]');
      button?.click();
      button?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    await settled();
    expect(changesIn(opened)).toEqual([]);
  });

  test('a ticket is for what it was given for, and for nothing else', async () => {
    const url = await openTicket();
    const { verdicts } = await readStored(own);
    const other = Object.keys(verdicts).find((one) => one !== id);
    const answer = await say(own, 'change.apply', {
      ticket: url.split('#')[1],
      changes: [{ workspaceId, change: { kind: 'pause_campaign', campaignId: other } }],
      typed: '',
    });
    expect(answer).toEqual({ ok: false, problem: 'not_planned' });
    expect(changesIn(opened)).toEqual([]);
  });

  test('rows 1, 57 and 58, control: a person’s own clicks do open it, and make one change', async () => {
    await app.bringToFront();
    const button = await app.waitForSelector(`${PANEL} >>> .acts button`);
    await button?.click();
    const page = await confirmWindow(opened.browser);
    await confirm(page);
    await waitUntilMade(page);
    expect(changesIn(opened)).toEqual([`POST /api/v2/campaigns/${id}/pause`]);
  });
});
