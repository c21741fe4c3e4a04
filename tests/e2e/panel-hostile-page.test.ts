import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import { APP_HOST, GECKO_ID } from '#sandbox';
import {
  CHANGED_PAGES,
  listOf,
  lyingPage,
  STRICT_POLICY,
  STRICT_SCRIPT,
  strictPage,
} from './hostile-pages.ts';
import { BROWSERS, builtExtension } from './open-sendwatch.ts';
import { openPanelStage, type PanelStage, panelsIn, pathOf, STRANGE_ID } from './panel-stage.ts';
import { say } from './stored.ts';

declare const chrome: ExtensionApi;

const OURS = 'sendwatch-panel';
const NAIVE = 'naive-panel';
const ROUNDS = 1_000;

type Assault = 'remove' | 'move' | 'wrap' | 'strip' | 'clone';

/** Does it to the one host a thousand times; gives how often the host was back in its place afterwards. */
const assault = (page: Page, tag: string, how: Assault): Promise<number> =>
  page.evaluate(
    async (name, kind, rounds) => {
      const host = document.querySelector(name);
      if (!host) throw new Error(`no ${name}`);
      const deeds: Readonly<Record<string, () => void>> = {
        remove: () => host.remove(),
        move: () => document.body.append(host),
        wrap: () => document.body.appendChild(document.createElement('div')).append(host),
        strip: () => {
          for (const { name: attribute } of [...host.attributes]) host.removeAttribute(attribute);
        },
        clone: () => document.documentElement.append(host.cloneNode(true)),
      };
      let restored = 0;
      for (let round = 0; round < rounds; round += 1) {
        const wasThere = host.parentNode === document.documentElement;
        deeds[kind]?.();
        // Past the moment at which observers are told.
        await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
        await Promise.resolve();
        const isThere = host.parentNode === document.documentElement;
        if (kind !== 'strip' && kind !== 'clone' && wasThere && isThere) restored += 1;
      }
      for (const left of document.querySelectorAll(name)) {
        if (!left.shadowRoot) left.remove();
      }
      return restored;
    },
    tag,
    how,
    ROUNDS,
  );

describe.each(BROWSERS)('a hostile or changed page in %s', (kind) => {
  let stage: PanelStage;
  let page: Page;
  let known: string;
  let other: string;

  beforeAll(async () => {
    stage = await openPanelStage(kind);
    [known = '', other = ''] = Object.keys(stage.healths);
    page = await stage.browser.openWebApp(pathOf(known));
    await page.waitForSelector(`${OURS}[data-campaign-id="${known}"]`);
    await page.waitForSelector(`${NAIVE} >>> button`);
  });
  afterAll(() => stage?.close());

  /** Waits for exactly one panel, for this campaign and with its health. */
  const isThere = (where: Page, campaignId: string): Promise<void> =>
    expect
      .poll(async () =>
        (await panelsIn(where)).map(({ campaignId: id, health }) => `${id} ${health}`),
      )
      .toEqual([`${campaignId} ${stage.healths[campaignId] ?? 'unknown'}`]);
  const go = (campaignId: string): Promise<void> =>
    page.evaluate((path) => history.pushState(null, '', path), pathOf(campaignId));
  /** Waits until every campaign of `listOf` has its mark, and the one that is right. */
  const areMarked = (where: Page): Promise<void> =>
    expect
      .poll(() =>
        where.evaluate(() => {
          const seen: string[] = [];
          for (const { dataset } of document.querySelectorAll<HTMLElement>('sendwatch-mark')) {
            seen[seen.length] = `${dataset['campaignId']} ${dataset['health']}`;
          }
          return seen;
        }),
      )
      .toEqual(Object.entries(stage.healths).map(([id, health]) => `${id} ${health}`));
  const openServed = (path: string): Promise<Page> => stage.browser.openWebApp(path);

  test('row 6: a page that replaced what scripts live on sees nothing of the panel, and does not hinder it', async () => {
    const end = stage.serve(/\/lies$/, lyingPage());
    const lying = await openServed(pathOf(known, 'lies'));
    await isThere(lying, known);
    expect(await lying.evaluate(() => (window as unknown as { told: string }).told)).toBe('');
    await lying.close();
    end();
  });

  test('row 6: in a list that does so the marks are right, and unseen', async () => {
    const body = listOf(Object.keys(stage.healths));
    const end = stage.serve(/\/app\/campaigns$/, lyingPage('', body));
    const lying = await openServed('/app/campaigns');
    await areMarked(lying);
    expect(await lying.evaluate(() => (window as unknown as { told: string }).told)).toBe('');
    await lying.close();
    end();
  });

  test('row 6, control: a script in the page’s own world is seen, and ends', async () => {
    const end = stage.serve(/\/lies$/, lyingPage('data-naive-main'));
    const lying = await openServed(pathOf(known, 'lies'));
    await expect
      .poll(() => lying.evaluate(() => (window as unknown as { told: string }).told))
      .toContain('createElement');
    expect(await lying.$('naive-main')).toBeNull();
    await lying.close();
    end();
  });

  describe('under a strict policy with Trusted Types', () => {
    const openStrict = async (attributes = '', list?: string): Promise<Page> => {
      const path = list ? /\/app\/campaigns$/ : /\/strict$/;
      const endPage = stage.serve(path, strictPage(attributes, list), STRICT_POLICY);
      const endScript = stage.sandbox.faults.add({
        match: { host: APP_HOST, path: /\/strict-page\.js$/ },
        fault: {
          kind: 'status',
          status: 200,
          body: STRICT_SCRIPT,
          contentType: 'text/javascript',
        },
      });
      const strict = await openServed(list ? '/app/campaigns' : pathOf(known, 'strict'));
      endPage();
      endScript();
      return strict;
    };
    const violations = (strict: Page): Promise<readonly string[]> =>
      strict.evaluate(() => (window as unknown as { violations: string[] }).violations);

    test('row 60: the panel stands and is dressed, and the browser reports nothing', async () => {
      const strict = await openStrict();
      await isThere(strict, known);
      const looks = await strict.$eval(OURS, (host) => {
        const panel = host.shadowRoot?.querySelector('aside');
        return panel && [getComputedStyle(host).position, getComputedStyle(panel).borderTopStyle];
      });
      expect(looks).toEqual(['fixed', 'solid']);
      expect(await violations(strict)).toEqual([]);
      await strict.close();
    });

    test('row 60: marks stand and are dressed, and the browser reports nothing', async () => {
      const strict = await openStrict('', listOf(Object.keys(stage.healths)));
      await areMarked(strict);
      const look = await strict.$eval('sendwatch-mark', (host) => {
        const button = host.shadowRoot?.querySelector('button');
        return button && [getComputedStyle(host).width, getComputedStyle(button).position];
      });
      expect(look).toEqual(['0px', 'absolute']);
      expect(await violations(strict)).toEqual([]);
      await strict.close();
    });

    test('row 60, control: the same from the page’s own world is refused and reported', async () => {
      const strict = await openStrict('data-naive-main');
      const naive = await strict.waitForSelector('naive-main[data-position]');
      expect(await naive?.evaluate((host) => host.getAttribute('data-position'))).toBe('static');
      expect(await strict.$('naive-main[data-done]')).toBeNull();
      await expect.poll(() => violations(strict)).not.toEqual([]);
      await strict.close();
    });
  });

  if (kind === 'chromium') {
    describe('row 59: a web app that was built anew', () => {
      const heard = (needle: RegExp): readonly string[] =>
        stage.browser.consoleLines().filter((line) => needle.test(line));

      test.each(Object.entries(CHANGED_PAGES))('row 59: %s', async (_name, html) => {
        const end = stage.serve(/\/anew$/, html);
        const before = heard(/content-scripts\/instantly\.js/).length;
        const anew = await openServed(pathOf(known, 'anew'));
        await isThere(anew, known);
        // Restyled, it looks again.
        await anew.evaluate(() => document.querySelector('html')?.classList.add('dark'));
        await anew.evaluate(() => new Promise(requestAnimationFrame));
        await isThere(anew, known);
        const holder = await anew.evaluate(
          (tag) => document.querySelector(tag)?.parentElement?.localName,
          OURS,
        );
        expect(holder).toBe('html');
        await anew.close();
        end();
        expect(heard(/content-scripts\/instantly\.js/)).toHaveLength(before);
      });

      test.each(Object.entries(CHANGED_PAGES))(
        'row 59: as a list it is searched, and marked where it can be: %s',
        async (_name, html) => {
          const [id = ''] = Object.keys(stage.healths);
          const end = stage.serve(/\/app\/campaigns$/, html);
          const before = heard(/content-scripts\/instantly\.js/).length;
          const anew = await openServed('/app/campaigns');
          await anew.waitForSelector(NAIVE);
          await anew.evaluate(
            (rows) => {
              const list = document.createElement('div');
              list.innerHTML = rows;
              document.querySelector('html')?.append(list);
            },
            listOf([id]),
          );
          // A page without a body, and frames, draw none of it.
          const isDrawn = await anew.evaluate(
            () => (document.links[0] as HTMLElement).offsetWidth > 0,
          );
          if (isDrawn) await anew.waitForSelector(`a > sendwatch-mark[data-campaign-id="${id}"]`);
          await anew.close();
          end();
          expect(heard(/content-scripts\/instantly\.js/)).toHaveLength(before);
        },
      );

      test('row 59: an address of another build shows nothing', async () => {
        const anew = await openServed(`/app/v3/sequence/${known}`);
        await anew.waitForSelector(NAIVE);
        expect(await panelsIn(anew)).toEqual([]);
        await anew.close();
      });

      test('row 59, control: who counts on what was there fails aloud', async () => {
        const end = stage.serve(/\/anew$/, String(Object.values(CHANGED_PAGES)[0]));
        const before = heard(/reading 'before'/).length;
        const anew = await openServed(pathOf(known, 'anew'));
        await expect.poll(() => heard(/reading 'before'/).length).toBeGreaterThan(before);
        await anew.close();
        end();
      });
    });

    test.each(['remove', 'move', 'wrap', 'strip', 'clone'] as const)(
      'row 5: a page that does it to the panel a thousand times has won after three (%s)',
      async (how) => {
        await go(known);
        await isThere(page, known);
        expect(await assault(page, OURS, how)).toBeLessThanOrEqual(3);
        expect((await panelsIn(page)).length).toBeLessThanOrEqual(1);
        expect(await page.$$eval(OURS, (hosts) => hosts.length)).toBeLessThanOrEqual(1);
        // On the next page it is there again, once.
        await go(other);
        await isThere(page, other);
      },
    );

    test('row 5, control: a panel that always comes back is at it a thousand times', async () => {
      expect(await assault(page, NAIVE, 'remove')).toBe(ROUNDS);
    });

    describe('row 7: messages of the page', () => {
      const flood = (): Promise<void> =>
        page.evaluate(
          (ids, types) => {
            for (let times = 0; times < 500; times += 1) {
              for (const type of types) {
                postMessage({ type, request: {} }, '*');
              }
              postMessage({ kind: 'changed' }, '*');
              for (const id of ids) {
                const started = `${id}:instantly:wxt:content-script-started`;
                postMessage({ type: started, contentScriptName: 'instantly', messageId: 'x' }, '*');
              }
            }
          },
          [new URL(stage.browser.extensionOrigin).host],
          ['openOptions', 'openDashboard', 'campaign', 'marks', 'hide'].map((n) => `panel.${n}`),
        );

      /** Kinds of events of the window that each extension's script listens to, by its name. */
      const listened = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
        const session = await page.createCDPSession();
        const found = new Map<string, readonly string[]>();
        const contexts: { id: number; name: string }[] = [];
        session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
        await session.send('Runtime.enable');
        for (const { id, name } of contexts) {
          const { result } = await session.send('Runtime.evaluate', {
            expression: 'globalThis',
            contextId: id,
          });
          if (result.objectId === undefined) continue;
          const { listeners } = await session.send('DOMDebugger.getEventListeners', {
            objectId: result.objectId,
          });
          found.set(
            name,
            listeners.map(({ type }) => type),
          );
        }
        await session.detach();
        return found;
      };

      test('row 7: a flood in the shape of our own messages is heard by nobody', async () => {
        await go(known);
        await isThere(page, known);
        await flood();
        await say(stage.own, 'vault.state');
        await isThere(page, known);
        expect(await stage.openTabs()).toEqual([]);
        expect((await listened()).get('Sendwatch')).not.toContain('message');
      });

      test('row 7, control: a script that listens acts, and its listener is found', async () => {
        expect((await listened()).get('Naive')).toContain('message');
        await expect.poll(stage.naiveDeeds).toBeGreaterThan(0);
      });
    });

    test('row 49: a storm of routes ends with one panel, for the last one', async () => {
      await page.evaluate(
        (paths) => {
          for (let times = 0; times < 100; times += 1) {
            history.pushState(null, '', paths[times % 2]);
          }
        },
        [pathOf(known), pathOf(other)],
      );
      await isThere(page, other);
    });

    test('row 49, control: who adds one for each route has a hundred', async () => {
      expect((await page.$$(NAIVE)).length).toBeGreaterThan(100);
    });

    test('row 49: a page that comes back from the back/forward cache has its panel, once', async () => {
      const kept = await stage.browser.openWebApp(pathOf(known));
      await isThere(kept, known);
      // A page that still loads is not kept.
      await kept.waitForSelector('h1');
      await kept.evaluate(() => Object.assign(window, { kept: true }));
      await kept.goto(`https://${APP_HOST}/app/accounts`);
      expect(await panelsIn(kept)).toEqual([]);
      await kept.goBack();
      expect(await kept.evaluate(() => 'kept' in window)).toBe(true);
      await isThere(kept, known);
      await kept.evaluate((path) => history.pushState(null, '', path), pathOf(other));
      await isThere(kept, other);
      await kept.close();
    });
  }

  describe('row 48: an extension that ends while its panel stands', () => {
    /** Lets all time of the panel pass, and says whether it can be seen then. */
    const isSeenLater = (tag: string): Promise<boolean> =>
      page.evaluate(async (name) => {
        const root = document.querySelector(name)?.shadowRoot;
        if (!root) return false;
        for (const animation of root.getAnimations()) animation.finish();
        await new Promise(requestAnimationFrame);
        const inner = root.querySelector('button');
        return inner !== null && getComputedStyle(inner).visibility === 'visible';
      }, tag);

    test('row 48: an update leaves one panel that follows the page, or none', async () => {
      await page.bringToFront();
      await page.goto(`https://${APP_HOST}${pathOf(known)}`);
      await isThere(page, known);
      const before = stage.browser.consoleLines().length;
      if (kind === 'firefox') {
        // Firefox gives open pages the new script.
        await page.browser().installExtension(builtExtension(kind));
        await go(other);
        await isThere(page, other);
        return;
      }
      await stage.own.evaluate(() => {
        setTimeout(() => chrome.runtime.reload());
      });
      await expect
        .poll(async () => {
          await go(other);
          await go(known);
          return panelsIn(page);
        })
        .toEqual([]);
      const said = stage.browser.consoleLines().slice(before);
      expect(said.filter((line) => /content-scripts\/instantly|invalidated/.test(line))).toEqual(
        [],
      );
    });

    test('row 48: removed, it is not to be seen any more', async () => {
      const id = kind === 'firefox' ? GECKO_ID : new URL(stage.browser.extensionOrigin).host;
      await page.browser().uninstallExtension(id);
      await expect.poll(() => isSeenLater(OURS)).toBe(false);
      // Nobody brings it back.
      await page.evaluate(() => document.documentElement.classList.add('dark'));
      await go(STRANGE_ID);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await isSeenLater(OURS)).toBe(false);
    });

    test('row 48, control: a panel that does not look after itself stays, and complains', async () => {
      const before = stage.browser.consoleLines().length;
      await page.browser().uninstallExtension(stage.naiveId);
      await go(known);
      await go(other);
      expect(await isSeenLater(NAIVE)).toBe(true);
      if (kind === 'chromium') {
        await expect
          .poll(() => stage.browser.consoleLines().slice(before).join('\n'))
          .toMatch(/invalidated/);
      }
    });
  });
});
