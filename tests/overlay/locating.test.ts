// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { findCandidates, findTitle, type Known, placesOf } from '#overlay';
import { documentOf } from './fixtures/around.ts';
import { FIXTURES, type Fixture } from './fixtures/fixtures.ts';
import { html } from './fixtures/html.ts';
import { type Item, knownOf, type Workspace } from './fixtures/items.ts';
import { recycle, redraw } from './fixtures/redraw.ts';
import { NAMES_ONLY, WITH_IDS } from './fixtures/renderings.ts';
import { judge, leastRecallOf, recallOf, type Score, wordScores } from './judge.ts';
import { type Locate, sight } from './sight.ts';

afterEach(() => document.documentElement.replaceChildren());

const show = (page: string): void => {
  document.documentElement.innerHTML = page.replace(/^<!doctype html><html[^>]*>|<\/html>$/g, '');
};

const scoreOf = (fixture: Fixture, locateAs?: Locate, change?: (page: Document) => void): Score => {
  show(fixture.html);
  change?.(document);
  const { workspace } = fixture;
  return judge(fixture, sight(document, workspace.list, knownOf(workspace), locateAs));
};

const titleOf = ({ workspace, name }: Fixture): string => `${workspace.list}: ${name}`;
const WITHOUT_LAYOUT = FIXTURES.filter(({ needsLayout }) => !needsLayout);

describe('on pages drawn in every way', () => {
  const scores: Score[] = [];

  test.each(WITHOUT_LAYOUT.map((fixture) => ({ title: titleOf(fixture), fixture })))(
    '$title',
    ({ fixture }) => {
      const score = scoreOf(fixture);
      scores.push(score);
      expect(score.wrong).toEqual([]);
      expect(recallOf(score)).toBeGreaterThanOrEqual(leastRecallOf(fixture));
    },
  );

  test('are enough of each list, and all were judged', () => {
    process.stdout.write(`\n${wordScores('Without layout', scores)}\n`);
    expect(scores).toHaveLength(WITHOUT_LAYOUT.length);
    for (const list of ['campaigns', 'inboxes']) {
      const drawn = scores.filter(({ fixture }) => fixture.workspace.list === list);
      expect(drawn.filter(({ fixture }) => !fixture.isDecoy).length).toBeGreaterThan(16);
    }
  });
});

test.each([
  ['drawn anew', redraw],
  ['used again', recycle],
])('rows that are %s are located anew', (_, change) => {
  for (const fixture of WITHOUT_LAYOUT.filter(({ isDecoy }) => !isDecoy)) {
    const score = scoreOf(fixture, undefined, change);
    expect(score.wrong, titleOf(fixture)).toEqual([]);
    expect(recallOf(score), titleOf(fixture)).toBeGreaterThanOrEqual(leastRecallOf(fixture));
  }
});

test('what we put into rows changes nothing', () => {
  for (const fixture of WITHOUT_LAYOUT.filter(({ isDecoy }) => !isDecoy)) {
    const bare = scoreOf(fixture);
    const marked = scoreOf(fixture, (page, list, known) => {
      const found = (): ReturnType<Locate> => placesOf(findCandidates(page, list), known);
      for (const { id, row } of found()) {
        const mark = page.createElement('sendwatch-mark');
        mark.setAttribute('data-campaign-id', id);
        row.append(mark);
      }
      return found();
    });
    expect(marked, titleOf(fixture)).toEqual(bare);
  }
});

describe('without the rules that keep marks right', () => {
  const wrongOf = (locateAs: Locate): readonly string[] =>
    WITHOUT_LAYOUT.filter((fixture) => scoreOf(fixture, locateAs).wrong.length > 0).map(titleOf);

  const everyMatch: Locate = (page, list, { ids, byText }) =>
    findCandidates(page, list).flatMap(({ row, id, texts }) =>
      [id && ids.has(id) ? id : undefined, ...texts.map((text) => byText.get(text))].flatMap(
        (found) => (found === undefined ? [] : [{ id: found, row }]),
      ),
    );

  test('rows that say two things, and names in two rows, are marked wrongly', () => {
    const wrong = wrongOf(everyMatch);
    for (const decoy of [
      'two names in a row',
      'the name in two rows',
      'two links in a row',
      'an id in the row, the name of another',
      'a row of one, a column of another',
    ]) {
      expect(wrong).toContain(`campaigns: decoy: ${decoy}`);
      expect(wrong).toContain(`inboxes: decoy: ${decoy}`);
    }
    expect(wrong).toContain('campaigns: names that are words: table, names only');
  });

  test('every text of the page that says a name is marked wrongly', () => {
    const anyText: Locate = (page, _, { byText }) =>
      [...page.querySelectorAll('*')].flatMap((row) => {
        const id = byText.get(row.textContent?.trim() ?? '');
        return id === undefined ? [] : [{ id, row }];
      });
    expect(wrongOf(anyText).length).toBeGreaterThan(WITHOUT_LAYOUT.length / 2);
  });

  test('a name inside of another is marked wrongly', () => {
    const containing: Locate = (page, list, { byText }) =>
      findCandidates(page, list).flatMap(({ row, texts }) =>
        [...byText].flatMap(([name, id]) =>
          texts.some((text) => text.includes(name)) ? [{ id, row }] : [],
        ),
      );
    expect(wrongOf(containing)).toContain('campaigns: decoy: name beside a longer one');
    expect(wrongOf(everyMatch)).not.toContain('campaigns: decoy: name beside a longer one');
  });
});

describe('whatever campaigns are called', () => {
  const word = fc.constantFrom('Q3', 'Launch', '–', 'copy', 'Active', 'Paused', 'Name', '2', 'q3');
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const named = (names: readonly string[], first: number): readonly Item[] =>
    names.map((text, at) => ({
      key: `k${first + at}`,
      id: `0190f0c0-7e1a-7b2c-9d3e-${String(first + at).padStart(12, '0')}`,
      name: text,
      status: ['Active', 'Paused', 'Launch'][at % 3] ?? '',
    }));
  const workspaces: fc.Arbitrary<Workspace> = fc
    .tuple(fc.array(name, { minLength: 1, maxLength: 8 }), fc.array(name, { maxLength: 6 }))
    .map(([shown, absent]) => ({
      list: 'campaigns',
      shown: named(shown, 0),
      absent: named(absent, shown.length),
    }));

  test('no mark is wrong', () => {
    const renderings = fc.constantFrom(...WITH_IDS, ...NAMES_ONLY);
    fc.assert(
      fc.property(workspaces, renderings, (workspace, { name: title, hasIds, draw }) => {
        const page = documentOf(draw(workspace.shown, workspace.list));
        const fixture = { name: title, workspace, hasIds, html: page };
        expect(scoreOf(fixture).wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

const ID = '0190f0c0-7e1a-7b2c-9d3e-000000000001';
const nothing: Known = { ids: new Set(), byText: new Map() };

test('what is sent of a page is bounded', () => {
  const rows = (count: number, row: string): string => row.repeat(count);
  show(
    documentOf(
      `<table>${rows(500, `<tr><td>${'long '.repeat(60)}</td><td>name</td></tr>`)}</table>`,
    ),
  );
  const candidates = findCandidates(document, 'campaigns');
  expect(candidates).toHaveLength(300);
  expect(candidates[0]?.texts.map(({ length }) => length)).toEqual([200, 4]);
  const cells = Array.from({ length: 13 }, (_, at) => `<td>name ${at}</td>`).join('');
  show(documentOf(`<table><tr>${cells}</tr></table>`));
  expect(findCandidates(document, 'campaigns')).toEqual([]);
  show(documentOf(`<table><tr><td>12 %</td><td>no address</td></tr></table>`));
  expect(findCandidates(document, 'inboxes')).toEqual([]);
});

test('ids are found in any case; a row without anything known has no place', () => {
  show(documentOf(`<table><tr data-x="${ID.toUpperCase()}"><td>x</td></tr></table>`));
  const candidates = findCandidates(document, 'campaigns');
  expect(candidates.map(({ id, by }) => ({ id, by }))).toEqual([{ id: ID, by: 'attribute' }]);
  expect(placesOf(candidates, nothing)).toEqual([]);
  expect(placesOf(candidates, { ...nothing, ids: new Set([ID]) })).toHaveLength(1);
});

describe('the title', () => {
  const name = 'Q3  “launch” <1>';
  test.each([
    ['h1', html`<h1>${name}</h1>`, 'H1'],
    ['role', html`<div role="heading"><span>Q3</span> “launch” &lt;1></div>`, 'DIV'],
    ['beside a longer heading', html`<h1>${name}</h1><h2>${name} – steps</h2>`, 'H1'],
    ['beside one in a dialog', html`<h1>${name}</h1><dialog open><h2>${name}</h2></dialog>`, 'H1'],
    ['twice', html`<h1>${name}</h1><h2>${name}</h2>`, undefined],
    ['hidden', html`<h1 style="display:none">${name}</h1>`, undefined],
    ['no heading', html`<div>${name}</div>`, undefined],
    ['in a longer one', html`<h1>Copy of ${name}</h1>`, undefined],
    ['in the navigation', html`<nav><h2>${name}</h2></nav>`, undefined],
  ])('%s', (_, body, tag) => {
    show(documentOf(body));
    expect(findTitle(document, name)?.tagName).toBe(tag);
  });

  test('a campaign without a name has none', () => {
    show(documentOf('<h1> </h1>'));
    expect(findTitle(document, ' ')).toBeNull();
  });
});
