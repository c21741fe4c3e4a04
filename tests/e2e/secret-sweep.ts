import type { Page } from 'puppeteer-core';
import type { Browser as ExtensionApi } from 'webextension-polyfill';

declare const chrome: ExtensionApi;

/** A place where something readable was found. */
export interface Place {
  readonly where: string;
  readonly text: string;
}

/**
 * The parts of a key that may be found nowhere: every stretch of 12 characters, the last four of the key left out,
 * and what the key decodes to when it is base64.
 */
export const needlesOf = (key: string): readonly string[] => {
  const secret = key.slice(0, -4);
  const needles: string[] = [];
  for (let at = 0; at + 12 <= secret.length; at += 6) needles.push(secret.slice(at, at + 12));
  needles.push(btoa(key).slice(0, 24));
  if (/^[\w+/]+=*$/.test(key)) needles.push(Buffer.from(key, 'base64').toString('latin1'));
  return needles;
};

/** The places whose text holds any of the needles, named only: the report itself must not show a key. */
export const placesWith = (
  places: readonly Place[],
  needles: readonly string[],
): readonly string[] =>
  places
    .filter(({ text }) => needles.some((needle) => text.includes(needle)))
    .map(({ where }) => where);

/** Every readable value the extension keeps: its storage areas and all of IndexedDB, binary values decoded. */
export const readStores = (page: Page): Promise<readonly Place[]> =>
  page.evaluate(async () => {
    const places: { where: string; text: string }[] = [];
    const latin1 = (bytes: Uint8Array): string =>
      Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    const seen = new Set<unknown>();
    const words = (value: unknown): string => {
      if (typeof value !== 'object' || value === null) return String(value);
      if (seen.has(value)) return '';
      seen.add(value);
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes =
          value instanceof ArrayBuffer
            ? new Uint8Array(value)
            : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        return [
          latin1(bytes),
          new TextDecoder().decode(bytes),
          new TextDecoder('utf-16le').decode(bytes),
        ].join('\n');
      }
      if (value instanceof Map || value instanceof Set) return [...value].map(words).join('\n');
      return Object.entries(value)
        .map(([name, inner]) => `${name}: ${words(inner)}`)
        .join('\n');
    };
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });

    for (const area of ['local', 'session', 'sync'] as const) {
      places.push({ where: `storage.${area}`, text: words(await chrome.storage[area].get(null)) });
    }
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([asked(rows.getAllKeys()), asked(rows.getAll())]);
        places.push({
          where: `IndexedDB ${name}/${store}`,
          text: `${words(keys)}\n${words(values)}`,
        });
      }
      database.close();
    }
    for (const cacheName of await caches.keys()) {
      places.push({ where: 'cache', text: cacheName });
    }
    return places;
  });

/** Everything a page shows or holds: its tree with open shadow roots, values of fields, address, web storage. */
export const readPage = async (page: Page): Promise<readonly Place[]> => {
  const parts = await page.evaluate(() => {
    const trees: string[] = [];
    const visit = (root: Document | ShadowRoot): void => {
      trees.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
      for (const element of root.querySelectorAll('*')) {
        if ('value' in element) trees.push(String(element.value));
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
    return {
      tree: trees.join('\n'),
      address: `${location.href} ${document.title} ${document.cookie} ${JSON.stringify(history.state)}`,
      'web storage': JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    };
  });
  const name = new URL(await page.evaluate(() => location.href)).pathname;
  return Object.entries(parts).map(([part, text]) => ({ where: `${part} of ${name}`, text }));
};
