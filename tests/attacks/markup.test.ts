// @vitest-environment happy-dom
import { options } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { loadSurfaces, type Shown, showEverywhere } from './every-surface.ts';
import { MARKUP } from './hostile-names.ts';

// Each of them mounts every surface.

const FOREIGN =
  'img, script, style, iframe, object, embed, base, meta, [srcdoc], [onerror], [onload], [onmouseover]';

/** Addresses of everything that can be followed or loaded. */
const addressesIn = ({ root }: Shown): readonly string[] =>
  ['href', 'src', 'action', 'formaction', 'data'].flatMap((name) =>
    [...(root?.querySelectorAll(`[${name}]`) ?? [])].map((one) => one.getAttribute(name) ?? ''),
  );

const { vnode } = options;
afterEach(() => {
  if (vnode) options.vnode = vnode;
  else delete options.vnode;
});

describe('row 14: markup in names and answers', () => {
  test.each(MARKUP)('row 14: %s is text in every place', async (name) => {
    const all = await showEverywhere(await loadSurfaces(), name);
    for (const shown of all) {
      const { place, root, text } = shown;
      expect(root?.querySelector(FOREIGN) ?? null, place).toBeNull();
      for (const address of addressesIn(shown))
        expect(address, place).toMatch(/^(?:#[\w/-]+$|https:|\/dashboard\.html)/);
      if (root || place.startsWith('text')) expect(text, place).toContain(name);
    }
    expect(all.filter(({ root }) => root)).toHaveLength(17);
    expect(all.filter(({ place }) => place.startsWith('text'))).toHaveLength(6);
  });

  test('row 14, control: where texts are taken as markup the image is there', async () => {
    options.vnode = (node) => {
      const { children } = node.props;
      if (node.type !== 'bdi' || typeof children !== 'string') return;
      node.props = { children: null, ...{ dangerouslySetInnerHTML: { __html: children } } };
    };
    const all = await showEverywhere(await loadSurfaces(), MARKUP[0] ?? '');
    const struck = all.filter(({ root }) => root?.querySelector(FOREIGN));
    expect(struck.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['popup', 'dashboard, campaigns', 'dashboard, inboxes', 'options']),
    );
  });
});
