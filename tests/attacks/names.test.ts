// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { verdict } from '../../components/fixtures.ts';
import { loadSurfaces, type Shown, showEverywhere } from './every-surface.ts';
import { NAMELESS, RIGHT_TO_LEFT, UNRULY } from './hostile-names.ts';
import { loadWithout } from './permissive.ts';

// Each of them mounts every surface.

// A text may stand alone in one of these: none lets it turn what is around it.
const ALONE = 'bdi, option, textarea, pre, [dir="auto"]';

const TURNING = /[\u200e\u200f\u061c\u202a-\u202e\u2066\u2067]/;
// Lines end as they may, in files and in text to paste.
const UNSEEN = /(?![\r\n])[\p{Cc}\u00ad\u200b\u2060\ufeff\u{e0000}-\u{e007f}]/u;
const PILED = /\p{M}{5}/u;

/** Attributes that are shown or read out. */
const SPOKEN = ['title', 'aria-label', 'placeholder', 'alt', 'aria-description'];

const spokenIn = (root: HTMLElement | undefined): readonly string[] =>
  SPOKEN.flatMap((name) =>
    [...(root?.querySelectorAll(`[${name}]`) ?? [])].map((one) => one.getAttribute(name) ?? ''),
  );

const withoutIsolated = (text: string): string => text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');

/** Lines in which letters from right to left could turn the words or figures around them. */
const turnedIn = ({ place, root, text }: Shown): readonly string[] => {
  const turns = (line: string): boolean => /[\u0590-\u05ff]/.test(withoutIsolated(line));
  // What a file holds is data: whoever opens it sets it.
  if (place.startsWith('file')) return [];
  if (!root) return text.split('\n').filter(turns);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const lines: string[] = [];
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement?.closest(ALONE)) lines.push(textContent ?? '');
  }
  const labels = spokenIn(root).filter((label) => label !== RIGHT_TO_LEFT);
  return [...lines, ...labels].filter(turns);
};

const wrongWith = (shown: Shown): readonly string[] => {
  const texts = [shown.text, ...spokenIn(shown.root)];
  const said = texts.flatMap((text) => [
    ...(text.isWellFormed() ? [] : ['lone surrogates']),
    ...(TURNING.test(text) ? ['direction marks'] : []),
    ...(UNSEEN.test(text) ? ['what is not seen'] : []),
  ]);
  const long = [...(shown.root?.querySelectorAll(':not(.note) > bdi') ?? [])].some(
    ({ textContent }) => [...textContent].length > 300,
  );
  const names = [...(shown.root?.querySelectorAll('bdi, strong') ?? [])];
  const isPiled = names.some(({ textContent }) => PILED.test(textContent));
  return [
    ...new Set(said),
    ...(long ? ['a long name'] : []),
    ...(isPiled ? ['piled marks'] : []),
    ...turnedIn(shown),
  ];
};

const faultsOf = async (surfaces: Awaited<ReturnType<typeof loadSurfaces>>, name: string) =>
  (await showEverywhere(surfaces, name)).flatMap((shown) =>
    wrongWith(shown).map((fault) => `${shown.place}: ${fault}`),
  );

const TEXT = '../../lib/words/text.ts';

describe('row 15: names that turn, stretch or tear what stands around them', () => {
  test.each(Object.entries(UNRULY))('row 15: %s', async (_, name) => {
    expect(await faultsOf(await loadSurfaces(), name)).toEqual([]);
  });

  test('row 15, control: untidied they do all of it', async () => {
    const untidy = (text: string, most = 2_000) => text.slice(0, most);
    const everything = Object.values(UNRULY).map((name) => name.slice(0, 150));
    const faults = await loadWithout(
      {
        [TEXT]: () => ({
          tidy: untidy,
          isolate: (text: string) => `\u2068${untidy(text)}\u2069`,
          nameText: (name: string) => untidy(name),
        }),
      },
      async () => faultsOf(await loadSurfaces(), everything.join(' ')),
    );
    for (const fault of [
      'popup: lone surrogates',
      'popup: direction marks',
      'popup: what is not seen',
      'popup: piled marks',
      'popup: a long name',
      'dashboard, campaigns: direction marks',
      'text copied from the popup: direction marks',
      'text copied from campaigns: direction marks',
      'file sendwatch-2026-11-20.csv: direction marks',
      'options: direction marks',
      'panel, blocked: direction marks',
    ]) {
      expect(faults).toContain(fault);
    }
  });

  test('row 15, control: not isolated, letters from right to left turn our figures', async () => {
    const faults = await loadWithout(
      {
        [TEXT]: ({ tidy }: { tidy: (text: string) => string }) => ({
          isolate: tidy,
        }),
      },
      async () => faultsOf(await loadSurfaces(), RIGHT_TO_LEFT),
    );
    expect(faults).toContainEqual(expect.stringMatching(/^text copied from the popup: /));
    expect(faults).toContainEqual(expect.stringMatching(/^text copied from campaigns: .* for 1 h/));
    expect(faults).toContainEqual(expect.stringMatching(/^panel, healthy: Instantly rejected/));
  });
});

describe('row 16: names that are none, or those of others', () => {
  const campaigns = NAMELESS.map(([name], n) =>
    verdict(n, n % 2 ? 'blocked' : 'waiting', { name }),
  );
  const ids = campaigns.map((one) => one.campaignId);

  /** What each row of a list is called, by the id of its campaign. */
  const calledIn = ({ root }: Shown, selector: string): ReadonlyMap<string, string> =>
    new Map(
      [...(root?.querySelectorAll(`[data-campaign-id]`) ?? [])].map((row) => [
        row.getAttribute('data-campaign-id') ?? '',
        row.querySelector(selector)?.textContent ?? '',
      ]),
    );

  const called = async (surfaces: Awaited<ReturnType<typeof loadSurfaces>>) => {
    const all = await showEverywhere(surfaces, 'North', campaigns);
    const at = (wanted: string) =>
      all.find(({ place }) => place === wanted) ?? { place: '', text: '' };
    return {
      popup: calledIn(at('popup'), 'bdi.name'),
      dashboard: calledIn(at('dashboard, campaigns'), 'a.name'),
      json: at('file sendwatch-2026-11-20.json').text,
    };
  };

  test('row 16: each has its own row under its id, with something to read', async () => {
    const { popup, dashboard, json } = await called(await loadSurfaces());
    for (const rows of [popup, dashboard]) {
      expect([...rows.keys()].toSorted()).toEqual(ids);
      expect(ids.map((id) => rows.get(id))).toEqual(NAMELESS.map(([, shown]) => shown));
    }
    const exported: unknown = JSON.parse(json);
    expect(exported).toHaveLength(ids.length);
    expect(exported).toContainEqual(
      expect.objectContaining({ campaign: '“null”', campaignId: ids[5] }),
    );
  });

  test('row 16: a workspace without a name can be chosen, removed and read about', async () => {
    for (const { place, root } of await showEverywhere(await loadSurfaces(), '\u200b')) {
      for (const one of root?.querySelectorAll('option, bdi, h1, h2, h3, strong, button, a') ??
        []) {
        const label = one.getAttribute('aria-label') ?? one.textContent;
        expect(label.trim(), `${place}: ${one.outerHTML}`).not.toBe('');
      }
    }
  });

  test('row 16, control: shown as they come, some are nothing and some read like a value', async () => {
    const { popup } = await loadWithout(
      { [TEXT]: () => ({ nameText: (name: string) => name.trim() }) },
      async () => called(await loadSurfaces()),
    );
    expect(popup.get(ids[0] ?? '')).toBe('');
    expect(popup.get(ids[5] ?? '')).toBe('null');
    expect(new Set(popup.values()).size).toBeLessThan(campaigns.length);
  });
});
