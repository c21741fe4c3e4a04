import type { Page } from 'puppeteer-core';

/** What a person does in a page. */
export type Act = (page: Page) => Promise<void>;

/** Presses the first element that a selector finds, as a person would. */
export const press =
  (selector: string): Act =>
  async (page) => {
    const element = await page.waitForSelector(selector, { timeout: 5_000 });
    await element?.scrollIntoView();
    await element?.click();
  };

/** Presses keys, one after another. */
export const keys =
  (...pressed: readonly string[]): Act =>
  async (page) => {
    for (const key of pressed) await page.keyboard.press(key as never);
  };

/** Types into a field. */
export const type =
  (selector: string, text: string): Act =>
  async (page) => {
    const field = await page.waitForSelector(selector, { timeout: 5_000 });
    await field?.type(text);
  };

/** Does one after another. */
export const inTurn =
  (...acts: readonly Act[]): Act =>
  async (page) => {
    for (const act of acts) await act(page);
  };

/** Brings an element to the top of what is seen. */
export const scrollTo =
  (selector: string): Act =>
  async (page) => {
    const element = await page.waitForSelector(selector, { timeout: 5_000 });
    await element?.evaluate((node) => node.scrollIntoView({ block: 'start', behavior: 'instant' }));
  };
