import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  axeFindings,
  focusFindings,
  motionFindings,
  overflowFindings,
  untranslatedFindings,
} from './checks/index.ts';
import { knownTexts } from './known-texts.ts';
import { emulate } from './page-setup.ts';
import type { Findings, Scene } from './scene.ts';
import { STAGES } from './stages.ts';
import { openTheatre, type Theatre } from './theatre.ts';

// Each checker has to find what is planted in a page that it finds nothing in.

const SCENE: Scene = { surface: 'popup', name: 'control', stage: 'problems', locale: 'accented' };

let theatre: Theatre;
let stuck: Promise<unknown>;
beforeAll(async () => {
  theatre = await openTheatre();
  // Begun first: what never comes is waited for while the others are played.
  stuck = theatre.show({ ...SCENE, ready: 'h7' }).catch((error: unknown) => error);
});
afterAll(() => theatre?.close());

const plant = (page: Page, html: string): Promise<void> =>
  page.$eval(
    'main',
    (main, text) => {
      main.insertAdjacentHTML('afterbegin', text);
    },
    html,
  );

const known = knownTexts(STAGES.problems);
const inDark = async (page: Page): Promise<Findings> => {
  await emulate(page, 'dark', SCENE);
  return axeFindings(page, 'contrast');
};

const CONTROLS: Readonly<
  Record<string, readonly [string, (page: Page) => Promise<Findings>, RegExp]>
> = {
  'a button without a name': [
    '<button></button>',
    (page) => axeFindings(page, 'all'),
    /axe button-name/,
  ],
  'pale text': [
    '<p style="color:#bbb;background:#fff">[pale]</p>',
    (page) => axeFindings(page, 'all'),
    /axe color-contrast/,
  ],
  'text that is too dark in the dark alone': [
    '<p style="color:light-dark(#222,#333)">[dim]</p>',
    inDark,
    /axe color-contrast/,
  ],
  'something wider than the page': [
    '<p style="width:900px">[wide]</p>',
    overflowFindings,
    /is cut off|stands out/,
  ],
  'a box that leaves the page at the start': [
    '<p style="position:fixed;left:-40px;top:0;width:90px">[out]</p>',
    overflowFindings,
    /stands out/,
  ],
  'text cut off without dots': [
    '<p style="width:30px;overflow:hidden;white-space:nowrap">[a long text]</p>',
    overflowFindings,
    /is cut off/,
  ],
  'a text that is not from a catalogue': [
    '<p>Loose words</p>',
    (page) => untranslatedFindings(page, known),
    /not from a catalogue: “Loose words”/,
  ],
  'a name for screen readers that is not from a catalogue': [
    '<p aria-label="Loose label">[x]</p>',
    (page) => untranslatedFindings(page, known),
    /Loose label/,
  ],
  'something that moves': [
    '<style>@keyframes planted{to{opacity:.5}}</style><p style="animation:planted 1s infinite !important">[x]</p>',
    motionFindings,
    /moves/,
  ],
  'a focus that does not show': [
    '<button class="button" style="outline:none" autofocus>[x]</button>',
    async (page) => {
      await page.focus('header button');
      return focusFindings(page, 8);
    },
    /focus does not show/,
  ],
};

test.each(Object.entries(CONTROLS))('%s is found', async (_name, [html, check, expected]) => {
  await theatre.look(SCENE, async (page) => {
    expect(await check(page)).toEqual([]);
    await emulate(page, 'light', SCENE);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await plant(page, html);
    expect((await check(page)).join('\n')).toMatch(expected);
  });
});

test('a page that throws, or never comes to stand, is no picture', async () => {
  expect(await stuck).toEqual(new Error('never had h7'));
}, 30_000);
