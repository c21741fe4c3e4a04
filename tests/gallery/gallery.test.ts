import { rmSync, statSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HEALTHS } from '#model';
import { SECTIONS } from '../../components/dashboard/routes.ts';
import { EXTENSION_PAGES } from './build-pages.ts';
import { focusFindings } from './checks/index.ts';
import { PLAYED } from './programme.ts';
import { type Findings, type Scene, SURFACES, type Surface, THEMES } from './scene.ts';
import { SCENES } from './scenes/index.ts';
import { OPTION_SECTIONS } from './scenes/options.ts';
import type { GalleryGlobals } from './stage.ts';
import { STAGE_OF_STATE, STAGES } from './stages.ts';
import { openTheatre, PICTURES, pictureOf, type Theatre } from './theatre.ts';
import { writeIndex } from './write-index.ts';

/** As many scenes at a time as keep two cores busy. */
const SEATS = 3;

const fullName = ({ surface, name }: Scene): string => `${surface}/${name}`;

let theatre: Theatre;
const findings = new Map<string, Findings>();

const perform = async (scene: Scene): Promise<void> => {
  try {
    findings.set(fullName(scene), await theatre.show(scene));
  } catch (error) {
    findings.set(fullName(scene), [`could not be shown: ${String(error)}`]);
  }
};

/** One seat with all of the commonest stage would be at it long after the others are done. */
const GROUP_AT_MOST = 30;

const inGroups = (scenes: readonly Scene[]): readonly (readonly Scene[])[] =>
  [...Map.groupBy(scenes, ({ locale = 'en', stage }) => `${locale} ${stage}`).values()].flatMap(
    (group) =>
      Array.from({ length: Math.ceil(group.length / GROUP_AT_MOST) }, (_, n) =>
        group.slice(n * GROUP_AT_MOST, (n + 1) * GROUP_AT_MOST),
      ),
  );

/** Plays one group of scenes after another until none waits. */
const sit = async (waiting: (readonly Scene[])[]): Promise<void> => {
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    for (const scene of group) await perform(scene);
  }
};

beforeAll(async () => {
  rmSync(PICTURES, { recursive: true, force: true });
  theatre = await openTheatre();
  // Scenes of one stage are played in one seat, where it is filled in once; the largest groups first.
  const waiting = inGroups(PLAYED).toSorted((a, b) => a.length - b.length);
  await Promise.all(Array.from({ length: SEATS }, () => sit(waiting)));
  writeIndex(PICTURES, PLAYED);
});
afterAll(() => theatre?.close());

describe('every scene is pictured, and nothing is wrong with it', () => {
  test.each(PLAYED.map((scene) => [fullName(scene), scene] as const))('%s', (name, scene) => {
    expect(findings.get(name)).toEqual([]);
    for (const theme of THEMES) expect(statSync(pictureOf(scene, theme)).size).toBeGreaterThan(500);
  });
});

describe('nothing is left out', () => {
  const staged = (surface: Surface): ReadonlySet<string> =>
    new Set(SCENES.filter((scene) => scene.surface === surface).map(({ stage }) => stage));
  const hashes = new Set(SCENES.map(({ hash }) => hash));

  test('every page of the extension is a surface', () => {
    expect(EXTENSION_PAGES.filter((page) => !SURFACES.some((surface) => surface === page))).toEqual(
      [],
    );
  });

  test('no two scenes share a picture', () => {
    expect(new Set(SCENES.map(fullName)).size).toBe(SCENES.length);
  });

  test.each(['popup', 'dashboard'] as const)('%s: every stage', (surface) => {
    expect(Object.keys(STAGES).filter((stage) => !staged(surface).has(stage))).toEqual([]);
  });

  // The window that confirms a change is about that change, whatever else stands in the store.
  const broad = SURFACES.filter((surface) => surface !== 'confirm');
  test.each(broad)('%s: every way a workspace can stand', (surface) => {
    // The side panel is the popup's own page: those that a person has to act on are enough.
    const beside = ['no_plan', 'scope_missing', 'api_down'];
    const wanted = Object.values(STAGE_OF_STATE).filter(
      (stage) => surface !== 'sidepanel' || !beside.includes(stage),
    );
    expect(wanted.filter((stage) => !staged(surface).has(stage))).toEqual([]);
  });

  test('dashboard: every route, as its own links name them', async () => {
    const scene: Scene = { surface: 'dashboard', name: 'links', stage: 'problems' };
    const links = await theatre.look(scene, (page) =>
      page.$$eval('nav a[href^="#"]', (all) => all.map((link) => link.getAttribute('href') ?? '')),
    );
    expect(links).toEqual(SECTIONS.map((section) => `#/${section}`));
    expect(links.filter((hash) => !hashes.has(hash))).toEqual([]);
    expect([...hashes].some((hash) => hash?.startsWith('#/campaign/'))).toBe(true);
  });

  test('options: every section, as its own links name them', async () => {
    const scene: Scene = { surface: 'options', name: 'links', stage: 'problems' };
    const links = await theatre.look(scene, (page) =>
      page.$$eval('nav a[href^="#"]', (all) => all.map((link) => link.getAttribute('href') ?? '')),
    );
    expect(links).toEqual(OPTION_SECTIONS.map((section) => `#${section}`));
  });
});

/** What a cell of a strip looks like where no colour but the reader's own is shown. */
const shapesIn = (page: Page, selector: string): Promise<readonly string[]> =>
  page.$eval(
    selector,
    (strip, healths) =>
      healths.map((health) => {
        const cell = document.createElement('i');
        cell.className = health;
        strip.replaceChildren(cell);
        const { height, backgroundImage, backgroundColor, borderTopStyle } = getComputedStyle(cell);
        // One ink on one paper: two cells in other colours alone are the same to the reader.
        const isFilled = backgroundColor !== 'rgba(0, 0, 0, 0)' && borderTopStyle === 'none';
        return [height, backgroundImage, isFilled, borderTopStyle].join(' ');
      }),
    [...HEALTHS, 'unwatched'],
  );

/** What is only there to be pressed. The headings of a table sort it, and are its headings on paper too. */
const CONTROLS =
  ':not(th) > button, input, select, textarea, [role=button], [data-sent] summary, nav *, dialog *';

describe('by hand', () => {
  test.each(['print', 'print-client', 'print-campaign'])(
    'dashboard %s: paper has none of the controls of the page',
    async (name) => {
      const scene = SCENES.find((one) => one.surface === 'dashboard' && one.name === name);
      if (!scene) throw new Error(`no ${name}`);
      const { wish: _wish, act: _act, ...onScreen } = scene;
      const shown = (page: Page): Promise<readonly string[]> =>
        page.$$eval(CONTROLS, (controls) =>
          controls
            .filter((control) => control.checkVisibility({ visibilityProperty: true }))
            .map(({ outerHTML }) => outerHTML.slice(0, 100)),
        );
      expect((await theatre.look(onScreen, shown)).length).toBeGreaterThan(5);
      const onPaper = await theatre.look(scene, async (page) => {
        await scene.act?.(page);
        if (name === 'print-client') await page.waitForSelector('.client-report');
        return shown(page);
      });
      expect(onPaper).toEqual([]);
    },
  );

  test.each([
    ['popup', 'forced-colors-row-open', '.past .strip'],
    ['dashboard', 'forced-colors-campaign', '.strip'],
  ] as const)(
    '%s: each state of a strip has a shape of its own in forced colours',
    async (surface, name, strip) => {
      const scene = SCENES.find((one) => one.surface === surface && one.name === name);
      if (!scene) throw new Error(`${surface} has no ${name}`);
      const shapes = await theatre.look(scene, async (page) => {
        await scene.act?.(page);
        await page.waitForSelector(strip);
        return shapesIn(page, strip);
      });
      expect(new Set(shapes).size, shapes.join('\n')).toBe(HEALTHS.length + 1);
    },
  );

  test.each(['popup', 'dashboard'] as const)(
    '%s asks for access as the first thing that the click does',
    async (surface) => {
      const scene: Scene = { surface, name: 'ask', stage: 'permission_missing' };
      const asked = await theatre.look(scene, async (page) => {
        await page.evaluate(() => {
          (globalThis as unknown as GalleryGlobals).asked.length = 0;
        });
        await page.click('[data-state=permission_missing] button');
        await page.waitForFunction(
          () => (globalThis as unknown as GalleryGlobals).asked.length >= 2,
        );
        return page.evaluate(() => (globalThis as unknown as GalleryGlobals).asked);
      });
      expect(asked.map(({ what }) => what)).toEqual(['permissions.request', 'check.now']);
      expect(asked[0]?.isByClick).toBe(true);
    },
  );

  test.each(['popup', 'dashboard', 'options', 'panel', 'confirm'] as const)(
    '%s: the focus shows wherever it goes',
    async (surface) => {
      const scene = SCENES.find((one) => one.surface === surface && one.stage === 'problems');
      if (!scene) throw new Error(`${surface} has no scene to walk through`);
      const { act: _act, ...still } = scene;
      const found = await theatre.look(still, (page) => focusFindings(page, 30));
      expect(found).toEqual([]);
    },
  );
});
