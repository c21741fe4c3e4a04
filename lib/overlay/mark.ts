import type { Health } from '#model';
import type { Place } from './locate/candidate.ts';
import { EXPIRING, lifeOf } from './mount.ts';

export const MARK_TAG = 'sendwatch-mark';

/** What a mark says. */
export interface MarkFace {
  readonly health: Health;
  /** In words: its accessible name and its tip. */
  readonly text: string;
}

/** One mark, inside the element that names its campaign or inbox. */
export interface Mark {
  readonly id: string;
  readonly host: Element;
  /** Whether its place still shows what it showed when the mark was put there. */
  isPlaceSame(): boolean;
  isThere(): boolean;
  /** `lives`: how often we were told something; with another count it stays for a while longer. */
  show(face: MarkFace, scheme: string, lives: number): void;
}

/** How a mark looks; the entrypoint passes it in. */
export interface MarkView {
  readonly css: string;
  /** Draws the sign of a health word. */
  drawSign(into: Element, health: Health): void;
}

const carries = (element: Element | null, id: string): boolean =>
  [...(element?.attributes ?? [])].some(({ value }) => value.toLowerCase().includes(id));

// A row that is used again for another campaign shows another name or carries another id.
const shownAt = ({ id, row, anchor }: Place, holder: Element): string =>
  [row, anchor, holder.closest('a')].map((element) => carries(element, id)).join() +
  holder.textContent;

/** Where a mark is put: into the element that holds the name, never among the cells of a row. */
export interface Spot {
  readonly place: Place;
  readonly holder: Element;
  /** Whether the end of the name, and what would be put there, is cut off. */
  readonly isCut: boolean;
}

const NARROW_PX = 8;

const holderIn = (root: Element): HTMLElement | undefined => {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const holders: HTMLElement[] = [];
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    if (parentElement && textContent?.trim()) holders.push(parentElement);
  }
  // What is as narrow is there for screen readers alone.
  return holders.find(({ offsetWidth }) => offsetWidth > NARROW_PX) ?? holders[0];
};

/** Finds the spot in a place: nothing in a place without text. Reads layout, and so stands apart from what writes. */
export const spotIn = (place: Place): Spot | undefined => {
  const holder = holderIn(place.anchor) ?? holderIn(place.row);
  return holder && { place, holder, isCut: holder.scrollWidth > holder.clientWidth };
};

/**
 * Puts a mark into its spot. It takes no room, so that nothing of the page moves; only before a name that is cut off it
 * does, as it would not be seen behind it.
 */
export const placeMark = (
  { place, holder, isCut }: Spot,
  data: 'campaignId' | 'account',
  view: MarkView,
  onOpen: () => void,
): Mark => {
  const { id } = place;
  const shown = shownAt(place, holder);
  const [host, sign, style] = [MARK_TAG, 'span', 'style'].map((tag) =>
    holder.ownerDocument.createElement(tag),
  ) as [HTMLElement, HTMLElement, HTMLElement];
  host.dataset[data] = id;
  style.textContent = view.css + EXPIRING;
  sign.setAttribute('role', 'img');
  host.attachShadow({ mode: 'open' }).append(style, sign);
  // It lies in what may be a link of the page's own, which a press on the mark is not meant for.
  for (const type of ['click', 'mousedown', 'pointerdown']) {
    sign.addEventListener(type, (event) => {
      event.stopPropagation();
      event.preventDefault();
      if (event.isTrusted && type === 'click') onOpen();
    });
  }
  if (isCut) host.dataset['before'] = '';
  holder[isCut ? 'prepend' : 'append'](host);

  return {
    id,
    host,
    isPlaceSame: () => holder.isConnected && shownAt(place, holder) === shown,
    isThere: () => host.parentNode === holder,
    show: ({ health, text }, scheme, lives) => {
      if (host.dataset['health'] !== health) {
        host.dataset['health'] = health;
        view.drawSign(sign, health);
      }
      if (sign.title !== text) {
        sign.title = text;
        sign.setAttribute('aria-label', text);
      }
      sign.style.colorScheme = scheme;
      sign.style.animation = lifeOf(lives);
    },
  };
};
