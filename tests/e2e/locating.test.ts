import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '#sandbox';
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

let browser: Browser;
let page: Page;
let session: CDPSession;
let code: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [server, code] = await Promise.all([serve(), bundle()]);
  browser = await puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless: true,
    pipe: true,
    defaultViewport: { width: 1280, height: 800 },
    // Chromium refuses to run its own sandbox as root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  page = await browser.newPage();
  session = await page.createCDPSession();
});
afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

type Run = <T>(expression: string) => Promise<T>;

const open = async (path: string): Promise<Run> => {
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const run: Run = async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  };
  await run(`${code};0`);
  return run;
};

const sightOf = ({ workspace }: Fixture): string => {
  const { ids, byText } = knownOf(workspace);
  const known = `{ ids: new Set(${JSON.stringify([...ids])}), byText: new Map(${JSON.stringify([...byText])}) }`;
  return `locating.inPage.sight(document, '${workspace.list}', ${known})`;
};

const openFixture = async (fixture: Fixture): Promise<Run> => {
  const { identifier } = fixture.script
    ? await page.evaluateOnNewDocument(fixture.script)
    : { identifier: null };
  const run = await open(String(FIXTURES.indexOf(fixture)));
  if (identifier) await page.removeScriptToEvaluateOnNewDocument(identifier);
  return run;
};

const expectGood = (scores: readonly Score[]): void => {
  const named = (score: Score) => ({ page: score.fixture.name, ...score, fixture: undefined });
  expect(scores.filter(({ wrong }) => wrong.length > 0).map(named)).toEqual([]);
  expect(scores.filter((s) => recallOf(s) < leastRecallOf(s.fixture)).map(named)).toEqual([]);
};

test('rows are located as they are drawn, and none wrongly', async () => {
  const scores: Score[] = [];
  for (const fixture of FIXTURES) {
    const run = await openFixture(fixture);
    scores.push(judge(fixture, await run<Sighting>(sightOf(fixture))));
  }
  process.stdout.write(`\n${wordScores('In Chromium', scores)}\n`);
  expectGood(scores);
});

test.each(['redraw', 'recycle'])('after a %s in the same task the marks follow', async (change) => {
  const scores: Score[] = [];
  for (const fixture of FIXTURES.filter((f) => /^(table|virtualised|data grid)/.test(f.name))) {
    const run = await openFixture(fixture);
    const looks = await run<Sighting[]>(
      `[1, 2, 3].map(() => { locating.inPage.${change}(document); return ${sightOf(fixture)}; })`,
    );
    scores.push(...looks.map((look) => judge(fixture, look)));
  }
  expect(scores.length).toBeGreaterThan(30);
  expectGood(scores);
});

test('what is called so in a page of ten thousand elements is found in little time', async () => {
  const run = await open('none');
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
