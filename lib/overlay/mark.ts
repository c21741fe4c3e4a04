import type { MarkTold } from '#messages';
import type { Place } from './locate/candidate.ts';
import { parentOf } from './locate/dom.ts';
import { textsIn } from './locate/texts-in.ts';
import { ACTS, makeHost } from './make-host.ts';

export const MARK_TAG = 'sendwatch-mark';

/** One mark, inside the element that names its campaign or inbox. */
export interface Mark {
  readonly id: string;
  readonly host: Element;
  /** Whether its place still shows what it showed when the mark was put there. */
  isPlaceSame(): boolean;
  isThere(): boolean;
  /** A face that was not shown before is a sign of life, too. */
  show(face: MarkTold, scheme: string): void;
}

/** How a mark looks; the entrypoint passes it in. */
export interface MarkView {
  readonly css: string;
  /** Draws a button with the sign of a health word, which says what it means. */
  drawMark(into: Element, face: MarkTold): void;
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
  readonly holder: HTMLElement;
  /** Whether the end of the name, and what would be put there, is cut off. */
  readonly isCut: boolean;
}

const NARROW_PX = 8;

const holderIn = (root: Element): HTMLElement | undefined => {
  const holders = [...textsIn(root)].flatMap(([node, text]) =>
    text ? (parentOf(node) as HTMLElement) : [],
  );
  // What is as narrow is there for screen readers alone.
  return holders.find(({ offsetWidth }) => offsetWidth > NARROW_PX) ?? holders[0];
};

/** Finds the spot in a place: nothing in a place without text. Reads layout, and so stands apart from what writes. */
export const spotIn = (place: Place): Spot | undefined => {
  const holder = holderIn(place.anchor) ?? holderIn(place.row);
  if (!holder) return undefined;
  const { clientWidth, scrollWidth } = holder;
  // What stands in a line has no width of its own, and Firefox lets it be scrolled all the same.
  return { place, holder, isCut: clientWidth > 0 && scrollWidth > clientWidth };
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
  const { host, into, stayAlive } = makeHost(holder.ownerDocument, MARK_TAG, view.css);
  host.dataset[data] = id;
  if (isCut) host.dataset['before'] = '';
  const onAct = (event: Event): void => {
    const { type, key = ' ' } = event as Partial<KeyboardEvent>;
    if (key !== ' ' && key !== 'Enter') return;
    // It lies in what may be a link of the page's own, which a press on the mark is not meant for.
    event.stopPropagation();
    if (type !== 'click') return;
    event.preventDefault();
    onOpen();
  };
  for (const type of ACTS) into.addEventListener(type, onAct);
  holder[isCut ? 'prepend' : 'append'](host);

  let last: MarkTold | undefined;
  return {
    id,
    host,
    isPlaceSame: () => holder.isConnected && shownAt(place, holder) === shown,
    isThere: () => host.parentNode === holder,
    show: (face, scheme) => {
      into.style.colorScheme = scheme;
      if (face === last) return;
      last = face;
      stayAlive();
      host.dataset['health'] = face.health;
      view.drawMark(into, face);
    },
  };
};
