import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as ExtensionApi } from 'webextension-polyfill';
import {
  BROWSERS,
  type OpenedSendwatch,
  type OpenedWith,
  openSendwatch,
} from './open-sendwatch.ts';
import { say, settle } from './stored.ts';

declare const chrome: ExtensionApi;

const WORKSPACE = '?selected_wks=Contoso%20Growth';
const RERENDERS = 50;

/** An inbox of the workspace to which the API gives a lost connection. */
const TROUBLED = /^zoe\./;

const withTrouble: NonNullable<OpenedWith['retell']> = (answer, { path }) => {
  const { items } = Object(answer.body) as { items?: { email?: string }[] };
  if (path !== '/api/v2/accounts' || !items) return answer;
  const retold = items.map((inbox) =>
    TROUBLED.test(inbox.email ?? '') ? { ...inbox, status: -1 } : inbox,
  );
  return { ...answer, body: { ...Object(answer.body), items: retold } };
};

interface SeenRow {
  /** What the page itself says that the row shows. */
  readonly truth: string;
  /** The marks in it: whose, and how they stand. */
  readonly marks: readonly string[];
}

const byTruth = (a: SeenRow, b: SeenRow): number => (a.truth < b.truth ? -1 : 1);

/** The rows of the list that is shown, with their marks; and how many marks there are at all. */
const seenOn = (
  page: Page,
): Promise<{ readonly rows: readonly SeenRow[]; readonly marks: number }> =>
  page.evaluate(() => ({
    rows: [...document.querySelectorAll('.MuiTableRow-root')].map((row) => ({
      truth:
        /[0-9a-f-]{36}/.exec(row.querySelector('a')?.href ?? '')?.[0] ??
        row.firstElementChild?.textContent ??
        '',
      marks: [...row.querySelectorAll<HTMLElement>('sendwatch-mark')].map(
        ({ dataset }) => `${dataset['campaignId'] ?? dataset['account']} ${dataset['health']}`,
      ),
    })),
    marks: document.querySelectorAll('sendwatch-mark').length,
  }));

describe.each(BROWSERS)('marks in Instantly’s lists in %s', (kind) => {
  let opened: OpenedSendwatch;
  let own: Page;
  let page: Page;
  /** Health of each campaign, by its id. */
  let healths: Readonly<Record<string, string>>;

  beforeAll(async () => {
    opened = await openSendwatch(kind, { retell: withTrouble });
    own = await opened.browser.bareExtensionPage();
    await say(own, 'workspace.connect', { key: opened.sandbox.keys.second });
    const { verdicts } = await settle(own);
    healths = Object.fromEntries(
      Object.entries(verdicts).map(([id, words]) => [id, words.split(' ')[0] ?? '']),
    );
    page = await opened.browser.openWebApp(`/app/campaigns${WORKSPACE}`);
  });
  afterAll(() => opened?.close());

  const go = async (name: string): Promise<void> => {
    await page.bringToFront();
    await page.click(`nav a[aria-label="${name}"]`);
  };
  const expectCampaignsMarked = async (): Promise<void> => {
    await expect
      .poll(async () => (await seenOn(page)).rows.toSorted(byTruth), { timeout: 10_000 })
      .toEqual(
        Object.entries(healths)
          .map(([id, health]) => ({ truth: id, marks: [`${id} ${health}`] }))
          .toSorted(byTruth),
      );
    expect((await seenOn(page)).marks).toBe(Object.keys(healths).length);
  };

  test('every campaign has the one mark that is right, and the pill sums up', async () => {
    expect(Object.keys(healths).length).toBeGreaterThan(3);
    await expectCampaignsMarked();
    const pill = await page.$eval('sendwatch-summary', ({ shadowRoot }) => {
      const button = shadowRoot?.querySelector('button');
      return { title: button?.title, text: button?.textContent };
    });
    const count = (wanted: string): number =>
      Object.values(healths).filter((health) => health === wanted).length;
    const all = Object.keys(healths).length;
    const parts = ['blocked', 'degraded']
      .filter((health) => count(health) > 0)
      .map((health) => `${count(health)} ${health}`);
    expect(pill).toEqual({
      title: expect.stringMatching(RegExp(` ${all}/${all}$`)),
      text: parts.join(' · ') || 'No campaign needs you',
    });
  });

  test('a mark says in words why, and moves nothing', async () => {
    const said = await page.$$eval('sendwatch-mark', (hosts) =>
      hosts.map((host) => host.shadowRoot?.querySelector('button')?.getAttribute('aria-label')),
    );
    for (const text of said)
      expect(text).toMatch(/^(Blocked|Degraded|Limited|Waiting|Sending|Off|Unknown)/);
    const [marked, bare] = await page.evaluate(() => {
      const boxes = (): string =>
        JSON.stringify(
          [...document.querySelectorAll('main, main *:not(sendwatch-mark)')].map((element) =>
            element.getBoundingClientRect().toJSON(),
          ),
        );
      const before = boxes();
      for (const host of document.querySelectorAll('sendwatch-mark')) host.remove();
      return [before, boxes()];
    });
    expect(marked).toBe(bare);
    await expectCampaignsMarked();
  });

  test('a press on a mark opens the dashboard at its campaign, and nothing of the page; the keyboard reaches it', async () => {
    const dashboards = (): Promise<readonly string[]> =>
      own.evaluate(async () => {
        const tabs = await chrome.tabs.query({});
        return tabs.flatMap(({ url = '' }) => url.match(/dashboard\.html.*/) ?? []);
      });
    const [id = ''] = Object.keys(healths);
    const path = await page.evaluate(() => location.pathname);
    await page.evaluate(() => {
      for (const { shadowRoot } of document.querySelectorAll('sendwatch-mark, sendwatch-summary'))
        shadowRoot?.querySelector('button')?.click();
    });
    await page.bringToFront();
    await page.focus(`a[href*="${id}"]`);
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() =>
      document.activeElement?.getAttribute('data-campaign-id'),
    );
    expect(focused).toBe(id);
    await page.keyboard.press('Enter');
    await expect.poll(dashboards).toEqual([`dashboard.html#/campaign/${id}`]);
    await page.bringToFront();
    const pill = await page.waitForSelector('sendwatch-summary >>> button');
    await pill?.click();
    await expect.poll(dashboards).toEqual([`dashboard.html#/campaign/${id}`, 'dashboard.html']);
    expect(await page.evaluate(() => location.pathname)).toBe(path);
    // What nobody sees is not marked.
    await page.bringToFront();
  });

  test(`after ${RERENDERS} renderings and ways back and forth there is one mark for each row`, async () => {
    await page.evaluate((times) => {
      for (let n = 0; n < times; n += 1) dispatchEvent(new Event('sandbox:rerender'));
    }, RERENDERS);
    await expectCampaignsMarked();
    for (let n = 0; n < 3; n += 1) {
      await go('Settings');
      await page.waitForFunction(() => document.querySelector('sendwatch-mark') === null);
      await page.waitForFunction(() => document.querySelector('sendwatch-summary') === null);
      await page.goBack();
      await expectCampaignsMarked();
      await go('Email Accounts');
      await go('Campaigns');
    }
    await expectCampaignsMarked();
  });

  test('inboxes in trouble are marked, and no others', async () => {
    await go('Email Accounts');
    const marked = async (): Promise<readonly SeenRow[]> =>
      (await seenOn(page)).rows.filter(({ marks }) => marks.length > 0);
    await expect.poll(marked, { timeout: 10_000 }).toHaveLength(1);
    const [row] = await marked();
    expect(row?.truth).toMatch(TROUBLED);
    expect(row?.marks).toEqual([`${row?.truth} blocked`]);
    const said = await page.$eval('sendwatch-mark', ({ shadowRoot }) =>
      shadowRoot?.querySelector('button')?.getAttribute('aria-label'),
    );
    expect(said).toMatch(/^Blocked: 1 inbox lost the login · \d campaigns? affected$/);
    expect(await page.$('sendwatch-summary')).toBeNull();
    await go('Campaigns');
    await expectCampaignsMarked();
  });

  test('the switch takes the marks away and brings them back', async () => {
    const turn = (value: boolean): Promise<unknown> =>
      say(own, 'settings.set', { name: 'areCampaignsMarked', value });
    expect(await turn(false)).toEqual({ ok: true });
    await page.waitForFunction(
      () => document.querySelector('sendwatch-mark, sendwatch-summary') === null,
    );
    await turn(true);
    await expectCampaignsMarked();
  });
});
