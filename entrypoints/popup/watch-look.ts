import type { Look } from '#store/look';
import { keepAppearance } from '../../components/appearance/index.ts';

/**
 * Keeps popup's page looking as chosen and tells when that changes. The settings are read by code that comes after the
 * first row. Gives a function that ends it.
 */
export const watchLook = (onLook: (look: Look) => void): (() => void) => {
  const gone = new AbortController();
  void import('#store/settings').then(({ readSettings, watchSettings }) => {
    if (gone.signal.aborted) return;
    const source = { read: readSettings, watch: watchSettings };
    const end = keepAppearance(document.documentElement, localStorage, source, onLook);
    gone.signal.addEventListener('abort', end);
  });
  return () => gone.abort();
};
