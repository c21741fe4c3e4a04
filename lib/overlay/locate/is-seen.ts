import { parentOf } from './dom.ts';

// A box of "display: contents" is that of what is in it.
const boxOf = (element: Element): Element => {
  const child = element.firstElementChild;
  return child && getComputedStyle(element).display === 'contents' ? boxOf(child) : element;
};

/** Whether an element is neither left out nor made invisible. Reads style, but no layout. */
export const isDrawn = (element: Element): boolean =>
  boxOf(element).checkVisibility({ visibilityProperty: true });

const isFlat = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  return !width || !height;
};

/** Whether something can be seen of an element, in the page and not above it as of a notice. Reads layout. */
export const isSeen = (element: Element): boolean => {
  if (!isDrawn(element)) return false;
  let root = element;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    root = at;
    if (getComputedStyle(at).position !== 'fixed') continue;
    // The page itself may stand fixed, too, but fills the window.
    const { width, height } = at.getBoundingClientRect();
    if (width < innerWidth / 2 || height < innerHeight / 2) return false;
  }
  // Where the whole page is flat nothing is laid out, as in tests without a browser.
  return !isFlat(boxOf(element)) || isFlat(root);
};
