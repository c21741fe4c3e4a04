import type { Page } from 'puppeteer-core';
import type { Findings } from '../scene.ts';

/**
 * Texts that did not come from a catalogue: in a language whose every text stands in brackets, letters outside of them
 * that are not data either. `known`: the data.
 */
export const untranslatedFindings = (page: Page, known: readonly string[]): Promise<Findings> =>
  page.evaluate((data) => {
    // Written by Intl, keys of a keyboard, and what has one name in every language.
    const FREE =
      /\b(and|or|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|AM|PM|Ctrl K|Sendwatch)\b/g;
    const NOT_OURS = 'script, style, kbd, code, pre, head, [translate=no]';
    const SPOKEN = ['aria-label', 'title', 'placeholder', 'alt'];
    const longestFirst = data.toSorted((a, b) => b.length - a.length);

    const outsideOfBrackets = (text: string): string => {
      let depth = 0;
      return [...text]
        .filter((sign) => {
          if (sign === '[') depth += 1;
          const isOutside = depth <= 0;
          if (sign === ']') depth -= 1;
          return isOutside && sign !== ']';
        })
        .join('');
    };
    const isForeign = (text: string): boolean => {
      const plain = text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
      const rest = longestFirst.reduce(
        (left, one) => (left.includes(one) ? left.replaceAll(one, ' ') : left),
        outsideOfBrackets(plain),
      );
      return /\p{L}{2,}/u.test(rest.replace(FREE, ' '));
    };
    const textsOf = (element: Element): string[] => [
      ...[...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent ?? ''),
      ...SPOKEN.map((name) => element.getAttribute(name) ?? ''),
    ];
    // The page that a panel stands on is not ours.
    const root = document.querySelector('sendwatch-panel')?.shadowRoot ?? document;
    const texts = [...root.querySelectorAll('*')]
      .filter((element) => !element.closest(NOT_OURS))
      .flatMap(textsOf);
    return [...new Set(texts)]
      .filter(isForeign)
      .slice(0, 12)
      .map((text) => `not from a catalogue: “${text.trim().slice(0, 80)}”`);
  }, known);
