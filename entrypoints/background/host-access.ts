import { browser } from 'wxt/browser';

/** What the browser has to allow before Instantly can be asked anything. */
const HOST_ACCESS = { origins: ['https://api.instantly.ai/*'] };

/** Whether the browser allows it. People may take it back at any time. */
export const hasHostAccess = (): Promise<boolean> => browser.permissions.contains(HOST_ACCESS);

/** Asks the person for it. Browsers let a page ask only as the first thing that a click does. */
export const requestHostAccess = (): Promise<boolean> => browser.permissions.request(HOST_ACCESS);
