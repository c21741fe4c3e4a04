import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserKind, findBrowser } from '#sandbox';
import { documentOf } from '../overlay/fixtures/around.ts';
import { FIXTURES, type Fixture } from '../overlay/fixtures/fixtures.ts';
import { knownOf, WORKSPACES } from '../overlay/fixtures/items.ts';
import {
  judge,
  leastRecallOf,
  recallOf,
  type Score,
  type Sighting,
  wordScores,
} from '../overlay/judge.ts';

const bundle = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'esnext',
      lib: {
        entry: join(import.meta.dirname, 'locating-page.ts'),
        formats: ['iife'],
        name: 'locating',
      },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('Nothing was built');
  return output.output[0].code;
};

const serve = async () => {
  const server = createServer((request, response) => {
    const fixture = FIXTURES[Number(request.url?.slice(1))];
    response
      .writeHead(fixture ? 200 : 404, {
        'content-type': 'text/html; charset=utf-8',
        ...fixture?.headers,
      })
      .end(fixture?.html ?? documentOf(''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

type Run = <T>(expression: string) => Promise<T>;

// Runs in a world of its own beside the page's, as content scripts do.
const runIn = (page: Page): Run => {
  const { isolatedRealm } = page.mainFrame() as unknown as {
    isolatedRealm(): { evaluate<T>(expression: string): Promise<T> };
  };
  return (expression) => isolatedRealm.call(page.mainFrame()).evaluate(expression);
};

/** A browser that shows pages of the fixtures, with the locator beside each. */
const openLocating = async (kind: BrowserKind) => {
  const [server, code] = await Promise.all([serve(), bundle()]);
  const browser = await puppeteer.launch({
    browser: kind === 'firefox' ? 'firefox' : 'chrome',
    executablePath: findBrowser(kind),
    headless: true,
    pipe: kind === 'chromium',
    defaultViewport: { width: 1280, height: 800 },
    // Chromium refuses to run its own sandbox as root.
    args: kind === 'chromium' && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  const { port } = server.address() as AddressInfo;
  return {
    page,
    open: async (path: string): Promise<Run> => {
      await page.goto(`http://127.0.0.1:${port}/${path}`);
      const run = runIn(page);
      await run(`${code};0`);
      return run;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const sightOf = ({ workspace }: Fixture): string => {
  const { ids, byText } = knownOf(workspace);
  const known = `{ ids: new Set(${JSON.stringify([...ids])}), byText: new Map(${JSON.stringify([...byText])}) }`;
  return `locating.inPage.sight(document, '${workspace.list}', ${known})`;
};

const expectGood = (scores: readonly Score[]): void => {
  const named = (score: Score) => ({ page: score.fixture.name, ...score, fixture: undefined });
  expect(scores.filter(({ wrong }) => wrong.length > 0).map(named)).toEqual([]);
  expect(scores.filter((s) => recallOf(s) < leastRecallOf(s.fixture)).map(named)).toEqual([]);
};

/** The tests of the locator on pages as a browser lays them out. */
export const describeLocating = (kind: BrowserKind) =>
  describe(`locating in ${kind}`, () => {
    let stage: Awaited<ReturnType<typeof openLocating>>;
    beforeAll(async () => {
      stage = await openLocating(kind);
    });
    afterAll(() => stage?.close());

    const openFixture = async (fixture: Fixture): Promise<Run> => {
      const { identifier } = fixture.script
        ? await stage.page.evaluateOnNewDocument(fixture.script)
        : { identifier: null };
      const run = await stage.open(String(FIXTURES.indexOf(fixture)));
      if (identifier) await stage.page.removeScriptToEvaluateOnNewDocument(identifier);
      return run;
    };

    test('rows are located as they are drawn, and none wrongly', async () => {
      const scores: Score[] = [];
      for (const fixture of FIXTURES) {
        const run = await openFixture(fixture);
        scores.push(judge(fixture, await run<Sighting>(sightOf(fixture))));
      }
      process.stdout.write(`\n${wordScores(`In ${kind}`, scores)}\n`);
      expectGood(scores);
    });

    test.each(['redraw', 'recycle'])(
      'after a %s in the same task the marks follow',
      async (change) => {
        const scores: Score[] = [];
        for (const fixture of FIXTURES.filter((f) =>
          /^(table|virtualised|data grid)/.test(f.name),
        )) {
          const run = await openFixture(fixture);
          const looks = await run<Sighting[]>(
            `[1, 2, 3].map(() => { locating.inPage.${change}(document); return ${sightOf(fixture)}; })`,
          );
          scores.push(...looks.map((look) => judge(fixture, look)));
        }
        expect(scores.length).toBeGreaterThan(30);
        expectGood(scores);
      },
    );

    test('what is called so in a page of ten thousand elements is found in little time', async () => {
      const run = await stage.open('none');
      const rows = WORKSPACES.campaigns.shown
        .map(({ name }) => `<div class="row"><div>${name}</div><div>x</div></div>`)
        .join('');
      const ms = await run<number[]>(`
    document.body.innerHTML = ${JSON.stringify(rows)} + '<p class="a" id="b"><i class="c">text</i></p>'.repeat(5000);
    document.body.getBoundingClientRect();
    Array.from({ length: 15 }, () => {
      const from = performance.now();
      ${sightOf(FIXTURES[0] as Fixture)};
      return performance.now() - from;
    });`);
      process.stdout.write(`Ten thousand elements: ${ms.map((m) => m.toFixed(1)).join(' ')} ms\n`);
    });
  });
