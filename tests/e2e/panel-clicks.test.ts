import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS } from './open-sendwatch.ts';
import { openPanelStage, type PanelStage, panelsIn, pathOf, STRANGE_ID } from './panel-stage.ts';
import { needlesOf, placesWith } from './secret-sweep.ts';
import { say } from './stored.ts';

const OURS = 'sendwatch-panel';
const NAIVE = 'naive-panel';

/** Everything a page script can dispatch, at everything in a host. Gives how many elements it found. */
const dispatchAt = (page: Page, tag: string): Promise<number> =>
  page.evaluate((name) => {
    const host = document.querySelector(name);
    const targets = [host, ...(host?.shadowRoot?.querySelectorAll('*') ?? [])].filter(
      (target) => target !== null,
    );
    const how = { bubbles: true, cancelable: true, composed: true };
    for (const target of targets) {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        target.dispatchEvent(new MouseEvent(type, how));
      }
      for (const key of ['Enter', ' ', 'Escape']) {
        target.dispatchEvent(new KeyboardEvent('keydown', { ...how, key }));
      }
      (target as HTMLElement).click?.();
    }
    return targets.length;
  }, tag);

/** Finds a text as Ctrl+F does and clicks whatever button stands where it was found. Says where that is. */
const findAndClick = (page: Page, text: string): Promise<string> =>
  page.evaluate((wanted) => {
    getSelection()?.removeAllRanges();
    const { find } = window as unknown as { find(text: string): boolean };
    if (!find(wanted)) return 'not found';
    const root = getSelection()?.anchorNode?.getRootNode();
    if (!(root instanceof ShadowRoot)) return 'found, but not where';
    for (const button of root.querySelectorAll('button')) button.click();
    return root.host.localName;
  }, text);

/** Presses, as a person does, the middle of each button of a host that is there now. Gives how many there were. */
const pressAll = async (page: Page, tag: string): Promise<number> => {
  await page.bringToFront();
  const places = await page.evaluate(
    (name) =>
      [...(document.querySelector(name)?.shadowRoot?.querySelectorAll('button') ?? [])].map(
        (button) => {
          const { left, top, width, height } = button.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        },
      ),
    tag,
  );
  for (const { x, y } of places) await page.mouse.click(x, y);
  return places.length;
};

describe.each(BROWSERS)('clicks that nobody made in %s', (kind) => {
  let stage: PanelStage;
  let page: Page;

  beforeAll(async () => {
    stage = await openPanelStage(kind);
    page = await stage.browser.openWebApp(pathOf(STRANGE_ID));
    await page.waitForSelector(`${OURS}[data-campaign-id="${STRANGE_ID}"]`);
    await page.waitForSelector(`${NAIVE} >>> button`);
    await page.waitForSelector(`${OURS} >>> .body .button`);
  });
  afterAll(() => stage?.close());

  /** After this, whatever the panel has asked for before is done. */
  const expectNothingDone = async (before: readonly unknown[]): Promise<void> => {
    expect(await say(stage.own, 'vault.state')).toMatchObject({ state: 'ready' });
    expect(await panelsIn(page)).toEqual(before);
    expect(await stage.openTabs()).toEqual([]);
    expect(stage.changes()).toEqual([]);
  };

  test('row 1: events that a page script makes do nothing in the panel', async () => {
    const before = await panelsIn(page);
    expect(before).toHaveLength(1);
    expect(await dispatchAt(page, OURS)).toBeGreaterThan(5);
    await expectNothingDone(before);
  });

  test('row 1, control: a panel that takes every event acts on them', async () => {
    const deeds = stage.naiveDeeds();
    await dispatchAt(page, NAIVE);
    await expect.poll(stage.naiveDeeds).toBeGreaterThan(deeds);
  });

  test('row 2: a page script that finds its way into the panel can click nothing, and there is nothing secret', async () => {
    const before = await panelsIn(page);
    const where = await findAndClick(page, 'Connect a workspace');
    // Firefox hands out the root; that is why the click has to be a person's.
    expect(where).toBe(kind === 'firefox' ? OURS : 'found, but not where');
    await page.evaluate((tag) => {
      for (const button of document.querySelector(tag)?.shadowRoot?.querySelectorAll('button') ??
        []) {
        button.click();
      }
    }, OURS);
    await expectNothingDone(before);

    const [known = ''] = Object.keys(stage.healths);
    const campaign = await stage.browser.openWebApp(pathOf(known));
    await campaign.waitForSelector(`${OURS}[data-campaign-id="${known}"] >>> h2`);
    const text = await campaign.$eval(
      OURS,
      (host) => host.outerHTML + String(host.shadowRoot?.innerHTML),
    );
    await campaign.close();
    const needles = needlesOf(stage.sandbox.keys.second);
    expect(placesWith([{ where: 'panel', text }], needles)).toEqual([]);
    expect(Object.keys(stage.healths).filter((id) => id !== known && text.includes(id))).toEqual(
      [],
    );
  });

  test('row 2, control: where every click counts, finding the button is enough; and a key would be seen', async () => {
    const deeds = stage.naiveDeeds();
    await findAndClick(page, 'Naive pause');
    if (kind === 'chromium') await dispatchAt(page, NAIVE);
    await expect.poll(stage.naiveDeeds).toBeGreaterThan(deeds);
    const { second } = stage.sandbox.keys;
    expect(
      placesWith([{ where: 'planted', text: `<b>${second}</b>` }], needlesOf(second)),
    ).not.toEqual([]);
  });

  test('rows 1 and 2: a person’s own click does open the options', async () => {
    await page.bringToFront();
    const button = await page.waitForSelector(`${OURS} >>> .body .button`);
    await button?.click();
    await expect.poll(stage.openTabs).toHaveLength(1);
    await stage.closeTabs();
  });

  if (kind === 'firefox') return;

  const TRICKS: readonly (readonly [string, () => void])[] = [
    ['a body that is hardly there', () => document.body.style.setProperty('opacity', '.01')],
    [
      'a page that is hardly there',
      () => document.documentElement.style.setProperty('opacity', '.01'),
    ],
    ['a filter', () => document.documentElement.style.setProperty('filter', 'opacity(.01)')],
    ['a clip', () => document.documentElement.style.setProperty('clip-path', 'inset(0 0 99% 0)')],
    [
      'a transform',
      () => document.documentElement.style.setProperty('transform', 'translate(3px, 2px)'),
    ],
    [
      'a host made clear',
      () => {
        for (const host of document.querySelectorAll<HTMLElement>('sendwatch-panel, naive-panel')) {
          host.style.setProperty('opacity', '0', 'important');
        }
      },
    ],
  ];
  const OVERLAY = (): void => {
    const cover = document.createElement('div');
    cover.id = 'cover';
    cover.popover = 'manual';
    cover.textContent = 'You have won. Click here.';
    cover.style.cssText =
      'pointer-events:none;inset:0;width:100vw;height:100vh;background:white;border:0';
    document.body.append(cover);
    cover.showPopover();
  };
  const restore = (): Promise<void> =>
    page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>(
        'html, body, sendwatch-panel, naive-panel',
      )) {
        for (const name of ['opacity', 'filter', 'clip-path', 'transform']) {
          element.style.removeProperty(name);
        }
      }
      document.querySelector('#cover')?.remove();
    });

  /** A real click on everything of a panel of a known campaign, which is where actions would be. */
  const pressUnder = async (trick: () => void): Promise<number> => {
    const [known = ''] = Object.keys(stage.healths);
    await page.evaluate((path) => history.pushState(null, '', path), pathOf(known));
    await page.waitForSelector(`${OURS}[data-campaign-id="${known}"] >>> h2`);
    await page.evaluate(trick);
    const pressed = await pressAll(page, OURS);
    await say(stage.own, 'vault.state');
    await page.evaluate((path) => history.pushState(null, '', path), pathOf(STRANGE_ID, 'leads'));
    // It may have been collapsed by one of the clicks.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.waitForSelector(`${NAIVE} >>> button`);
    return pressed;
  };

  test.each(TRICKS)('row 3: a click led astray by %s changes nothing', async (_name, trick) => {
    expect(await pressUnder(trick)).toBeGreaterThan(0);
    expect(stage.changes()).toEqual([]);
    await restore();
  });

  test('row 3, control: a panel that acts at once has acted, for such a click is a person’s own', async () => {
    const deeds = stage.naiveDeeds();
    await page.evaluate(() => document.documentElement.style.setProperty('opacity', '.01'));
    expect(await pressAll(page, NAIVE)).toBe(1);
    await expect.poll(stage.naiveDeeds).toBe(deeds + 1);
    await restore();
  });

  test('row 4: a click through something that lies over the panel changes nothing', async () => {
    expect(await pressUnder(OVERLAY)).toBeGreaterThan(0);
    expect(stage.changes()).toEqual([]);
    await restore();
  });

  test('row 4, control: it does reach a panel below, which then acts', async () => {
    const deeds = stage.naiveDeeds();
    await page.evaluate(OVERLAY);
    expect(await pressAll(page, NAIVE)).toBe(1);
    await expect.poll(stage.naiveDeeds).toBe(deeds + 1);
    await restore();
  });
});
