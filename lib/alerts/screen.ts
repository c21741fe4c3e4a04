import { browser } from 'wxt/browser';

/** One notification as a person reads it. */
export interface NotificationText {
  readonly title: string;
  readonly message: string;
}

/** The notifications on the screen. Each call may be the last one before the worker is killed. */
export interface Screen {
  /** Whether the browser lets us show any: the permission is optional, and can be taken back at any time. */
  isThere(): boolean;
  /** Ids of our notifications that are still on the screen. */
  shownIds(): Promise<readonly string[]>;
  /** Shows one; the same id replaces. */
  show(id: string, text: NotificationText): Promise<void>;
  clear(id: string): Promise<void>;
}

// Neither Chrome nor Firefox has the namespace before the permission is given.
const api = (): typeof browser.notifications | undefined => browser.notifications;

/** The screen of this computer. Without the permission nothing is shown and nothing fails. */
export const browserScreen: Screen = {
  isThere: () => api() !== undefined,
  shownIds: async () => Object.keys((await api()?.getAll()) ?? {}),
  show: async (id, { title, message }) => {
    await api()?.create(id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title,
      message,
    });
  },
  clear: async (id) => {
    await api()?.clear(id);
  },
};
