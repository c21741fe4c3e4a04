import { DEFAULT_LOOK, type Look, parseLook, wordLook } from '#store/look';

const KEY = 'look';

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Makes a page look as chosen: the theme as its `color-scheme`, on which every token depends, and the density as
 * `data-density` of its root, for the style sheets that know it.
 */
export const applyLook = (
  root: HTMLElement,
  { theme, density }: Pick<Look, 'theme' | 'density'>,
): void => {
  root.style.colorScheme = theme === 'system' ? '' : theme;
  root.dataset['density'] = density;
};

/** The look as pages of the extension last knew it. Read at once, where settings take their time. */
export const keptLook = (memory: Pick<Storage, 'getItem'>): Look => parseLook(memory.getItem(KEY));

/** Makes a page look as chosen and remembers it for the next one. */
export const keepLook = (root: HTMLElement, memory: Memory, look: Look): void => {
  applyLook(root, look);
  const text = wordLook(look);
  // The first look needs no note: where everything was erased, a page that is still open leaves none.
  if (text === wordLook(DEFAULT_LOOK)) memory.removeItem(KEY);
  else if (memory.getItem(KEY) !== text) memory.setItem(KEY, text);
};

/** Where the choice is read and heard of: `readSettings` and `watchSettings` of the store. */
export interface LookSource {
  read(): Promise<Look>;
  watch(onChange: () => void): () => void;
}

/**
 * Keeps a page looking as chosen, from now on and after each change; `onLook` is told when the page began with another
 * look or is given one. Gives a function that ends it.
 */
export const keepAppearance = (
  root: HTMLElement,
  memory: Memory,
  source: LookSource,
  onLook: (look: Look) => void,
): (() => void) => {
  // Another page may be the first to remember a change: what this one was last told counts.
  let told = wordLook(keptLook(memory));
  const apply = async (): Promise<void> => {
    try {
      const look = await source.read();
      keepLook(root, memory, look);
      if (wordLook(look) === told) return;
      told = wordLook(look);
      onLook(look);
    } catch (error) {
      // Without its settings a page still looks as the last one did.
      console.warn(error);
    }
  };
  void apply();
  return source.watch(() => void apply());
};
