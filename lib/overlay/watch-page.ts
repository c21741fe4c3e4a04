/** While a page moves, it is searched no oftener than this. */
const SEARCH_EVERY_MS = 250;

/** What watching a page takes of the browser. What starts something gives back what ends it. */
export interface WatchPorts {
  readonly document: Document;
  /** Calls back once, before the page is painted next, and not as long as nobody sees it. */
  onFrame(listener: () => void): () => void;
  /** Calls back once. */
  after(delayMs: number, listener: () => void): () => void;
  now(): number;
}

/** A page that is watched. */
export interface Watched {
  /** Searches before the next paint, however short ago it did. */
  look(): void;
  end(): void;
}

// Classes and styles change with every touch of the pointer and name nobody; those of the page as a whole are its theme.
const isMove = ({ attributeName, target }: MutationRecord): boolean =>
  (attributeName !== 'class' && attributeName !== 'style') || !target.parentElement?.parentElement;

/**
 * Has a page tidied before each paint after it moved, and searched now, and then at most four times a second. What
 * `tidy` and `search` do to the page themselves is no move.
 */
export const watchPage = (
  { document, onFrame, after, now }: WatchPorts,
  tidy: () => void,
  search: () => void,
): Watched => {
  let searchedAt = Number.NEGATIVE_INFINITY;
  let isOver = false;
  let frame: (() => void) | null = null;
  let later: (() => void) | null = null;

  const run = (): void => {
    frame = null;
    tidy();
    if (isOver) return;
    const waitMs = searchedAt + SEARCH_EVERY_MS - now();
    if (waitMs <= 0) {
      searchedAt = now();
      search();
    } else {
      // At most so long, also where the clock was set back.
      later ??= after(Math.min(waitMs, SEARCH_EVERY_MS), () => {
        later = null;
        look();
      });
    }
    // Nothing of the page’s can be among them: all of this happened in one turn.
    observer.takeRecords();
  };
  const moved = (): void => {
    if (!isOver) frame ??= onFrame(run);
  };
  const look = (): void => {
    searchedAt = Number.NEGATIVE_INFINITY;
    moved();
  };
  const observer = new MutationObserver((records) => {
    if (records.some(isMove)) moved();
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  moved();
  return {
    look,
    end: () => {
      isOver = true;
      observer.disconnect();
      frame?.();
      later?.();
    },
  };
};
