import type { Page } from 'puppeteer-core';
import type { Findings } from '../scene.ts';

/** What stands out at the sides, or is cut off there without dots that say so. */
export const overflowFindings = (page: Page): Promise<Findings> =>
  page.evaluate(() => {
    const HIDDEN =
      '.hidden, [hidden], svg *, dialog:not([open]), details:not([open]) > :not(summary)';
    const SCROLLED = 'pre, textarea, input';
    const wide = window.innerWidth;

    const everything = (root: Document | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? everything(element.shadowRoot) : []),
      ]);
    const isSeen = (element: Element): boolean =>
      !element.closest(HIDDEN) &&
      element.checkVisibility({ visibilityProperty: true }) &&
      getComputedStyle(element).clipPath === 'none' &&
      element.getBoundingClientRect().width > 0;
    // What a box cuts off is that box's matter, and in a text that scrolls sideways anything may be wide.
    const isKept = (element: Element): boolean => {
      const { parentElement: up } = element;
      if (!up || up === document.body || up === document.documentElement) return false;
      if (getComputedStyle(element).position === 'fixed') return false;
      const { overflowX } = getComputedStyle(up);
      if (/hidden|clip/.test(overflowX)) return true;
      return (/auto|scroll/.test(overflowX) && up.matches(SCROLLED)) || isKept(up);
    };
    const standsOut = (element: Element): string => {
      const { left, right } = element.getBoundingClientRect();
      return (right > wide + 1 || left < -1) && !isKept(element)
        ? `stands out (${Math.round(left)} to ${Math.round(right)} of ${wide})`
        : '';
    };
    const isCutOff = (element: Element): string => {
      if (element.matches('html, body') || element.matches(SCROLLED)) return '';
      const { overflowX, textOverflow } = getComputedStyle(element);
      const { scrollWidth, clientWidth } = element;
      return overflowX !== 'visible' && textOverflow !== 'ellipsis' && scrollWidth > clientWidth + 1
        ? `is cut off (${scrollWidth} in ${clientWidth})`
        : '';
    };

    const found = everything(document)
      .filter(isSeen)
      .flatMap((element) => {
        const said = standsOut(element) || isCutOff(element);
        const text = (element.textContent ?? '').trim().slice(0, 40);
        return said
          ? `${said}: ${element.localName}.${element.getAttribute('class')} “${text}”`
          : [];
      });
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > wide) found.push(`page scrolls sideways: ${scrollWidth} in ${wide}`);
    return found.slice(0, 6);
  });
