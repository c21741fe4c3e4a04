import { browser } from 'wxt/browser';

/** The memory of this run of the browser: gone when it ends, and out of reach of content scripts. */
export interface SessionPort {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
  remove(names: readonly string[]): Promise<void>;
}

/** `storage.session` of the browser. */
export const browserSession: SessionPort = {
  get: async (name) => (await browser.storage.session.get(name))[name],
  set: (name, value) => browser.storage.session.set({ [name]: value }),
  remove: (names) => browser.storage.session.remove([...names]),
};
