import { browser } from 'wxt/browser';
import { originOfHost } from '#model';

/** Whether the user lets Sendwatch reach a host. The page that sets up a webhook has asked for it. */
export const mayReach = (host: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [originOfHost(host)] });

/** Gives the access to one host back. */
export const giveBack = (host: string): Promise<boolean> =>
  browser.permissions.remove({ origins: [originOfHost(host)] });

const isInstantly = (origin: string): boolean =>
  /^https:\/\/(?:[^/]+\.)?instantly\.ai\//.test(origin);

/** Gives back the access to every host but Instantly's own. */
export const giveAllBack = async (): Promise<void> => {
  const { origins = [] } = await browser.permissions.getAll();
  const optional = origins.filter((origin) => !isInstantly(origin));
  if (optional.length > 0) await browser.permissions.remove({ origins: optional });
};
