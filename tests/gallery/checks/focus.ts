import type { Page } from 'puppeteer-core';
import type { Findings } from '../scene.ts';

/** Goes through the page by Tab, and says where nothing shows that the focus is there. */
export const focusFindings = async (page: Page, steps: number): Promise<Findings> => {
  const found: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isShown =
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      return isShown ? null : element.outerHTML.slice(0, 120);
    });
    if (unseen !== null) found.push(`focus does not show: ${unseen}`);
  }
  return found;
};
