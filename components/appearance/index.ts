import type { Settings } from '#store/settings';

/** How a page looks, as the user chose it. */
export type Appearance = Pick<Settings, 'theme' | 'density'>;

/**
 * Makes a page look as chosen: the theme as its `color-scheme`, on which every token depends, and the density as
 * `data-density` of its root, for the style sheets that know it.
 */
export const applyAppearance = (root: HTMLElement, { theme, density }: Appearance): void => {
  root.style.colorScheme = theme === 'system' ? '' : theme;
  root.dataset['density'] = density;
};

/** Where the choice is read and heard of: `readSettings` and `watchSettings` of the store. */
export interface AppearanceSource {
  read(): Promise<Appearance>;
  watch(onChange: () => void): () => void;
}

/** Keeps a page looking as chosen, from now on and after each change. Gives a function that ends it. */
export const keepAppearance = (root: HTMLElement, source: AppearanceSource): (() => void) => {
  const apply = async (): Promise<void> => {
    try {
      applyAppearance(root, await source.read());
    } catch (error) {
      // Without its settings a page still has the system's theme.
      console.warn(error);
    }
  };
  void apply();
  return source.watch(() => void apply());
};
