import { type Around, type Asked, FROM_STORE, type GalleryGlobals } from '../stage.ts';

// Stands in for `wxt/browser` in the gallery's build: the pages are the product's own, only the browser is not.

const world = globalThis as typeof globalThis & GalleryGlobals;
const around = (): Around => world.around;
world.asked = [] as Asked[];

const note = (what: string): void => {
  world.asked.push({ what, isByClick: navigator.userActivation.isActive });
};

const never = new Promise<never>(() => {});

const area = (name: 'local' | 'session') => {
  const prefix = `browser.${name}.`;
  const own = (): Record<string, unknown> => {
    const { settings: chosen = {}, trouble } = around();
    const settings = name === 'local' ? chosen : {};
    const notes = name === 'session' && trouble !== undefined ? { 'store.trouble': trouble } : {};
    const kept = Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key.slice(prefix.length), JSON.parse(localStorage.getItem(key) ?? 'null')]);
    return {
      ...Object.fromEntries(kept),
      ...notes,
      ...Object.fromEntries(
        Object.entries(settings).map(([setting, value]) => [`settings.${setting}`, value]),
      ),
    };
  };
  return {
    get: (wanted?: string | readonly string[] | null): Promise<Record<string, unknown>> => {
      if (around().isStoreHanging) return never;
      const all = own();
      if (wanted == null) return Promise.resolve(all);
      const names = typeof wanted === 'string' ? [wanted] : wanted;
      return Promise.resolve(
        Object.fromEntries(names.filter((key) => key in all).map((key) => [key, all[key]])),
      );
    },
    set: async (items: Readonly<Record<string, unknown>>): Promise<void> => {
      for (const [key, value] of Object.entries(items)) {
        localStorage.setItem(`${prefix}${key}`, JSON.stringify(value));
      }
    },
    remove: async (names: string | readonly string[]): Promise<void> => {
      for (const key of typeof names === 'string' ? [names] : names) {
        localStorage.removeItem(`${prefix}${key}`);
      }
    },
    onChanged: { addListener: () => {}, removeListener: () => {} },
  };
};

const answer = async (message: unknown): Promise<unknown> => {
  const { type, request } = message as { readonly type: string; readonly request: never };
  note(type);
  const { answers } = around();
  const said = answers[type];
  if (said === undefined) return never;
  if (type === 'ask.sentDays' && said === FROM_STORE) {
    return (await import('./stored-days.ts')).storedDays(request);
  }
  // As from a background that is gone.
  return said ?? undefined;
};

const done = (what: string) => async (): Promise<void> => {
  note(what);
};

export const browser = {
  runtime: {
    id: 'gallery',
    getURL: (path: string) => new URL(path, location.origin).href,
    getManifest: () => ({ version: '0.1.0' }),
    sendMessage: answer,
    openOptionsPage: done('openOptionsPage'),
    onMessage: { addListener: () => {}, removeListener: () => {} },
  },
  storage: {
    local: area('local'),
    session: area('session'),
    onChanged: { addListener: () => {}, removeListener: () => {} },
  },
  tabs: { create: done('tabs.create') },
  windows: { getCurrent: async () => ({ id: 1 }) },
  sidePanel: { open: done('sidePanel.open') },
  action: { openPopup: done('action.openPopup') },
  permissions: {
    request: async (): Promise<boolean> => {
      note('permissions.request');
      return !around().isRefusing;
    },
    contains: async (): Promise<boolean> => !around().isRefusing,
  },
};

export { browser as default };
