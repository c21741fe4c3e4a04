import type { Page } from 'puppeteer-core';

/** What the clipboard holds, pasted by the keyboard into a field of its own as a person would. */
export const pasteInto = async (page: Page): Promise<string> => {
  await page.bringToFront();
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' }));
    document.getElementById('pasted')?.focus();
  });
  await page.keyboard.down('Control');
  // Chromium's driver sends keys past the browser's own shortcuts: there the command is named beside the key.
  await page.keyboard.press('KeyV', { commands: ['Paste'] });
  await page.keyboard.up('Control');
  return page.$eval('#pasted', (field) => {
    field.remove();
    return (field as HTMLTextAreaElement).value;
  });
};
