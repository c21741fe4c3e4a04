import { browser } from 'wxt/browser';
import { originOfHost } from '#model';

/** Whether the user lets Sendwatch reach a host. The page that sets up a webhook has asked for it. */
export const mayReach = (host: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [originOfHost(host)] });

/** What the manifest itself asks for cannot be given back: trying to is an error. */
const isOptional = (origin: string): boolean => {
  const { host_permissions: hosts = [], content_scripts: scripts = [] } =
    browser.runtime.getManifest();
  return !hosts.includes(origin) && !scripts.some(({ matches }) => matches?.includes(origin));
};

const remove = async (origins: readonly string[]): Promise<void> => {
  const optional = origins.filter(isOptional);
  if (optional.length > 0) await browser.permissions.remove({ origins: optional });
};

/** Gives the access to one host back. */
export const giveBack = (host: string): Promise<void> => remove([originOfHost(host)]);

/** Gives back the access to every host that a webhook was ever set up for. */
export const giveAllBack = async (): Promise<void> =>
  remove((await browser.permissions.getAll()).origins ?? []);
