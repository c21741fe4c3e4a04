import type { Health } from '#model';
import type { Place } from './locator.ts';

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
  show(face: MarkFace, scheme: string): void;
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
const shownAt = ({ id, row, anchor }: Place): string =>
  [row, anchor.closest('a'), anchor].map((element) => carries(element, id)).join() +
  anchor.textContent;

/** Whether the end of an element, and what would be put there, is out of sight. */
export const isCut = ({ scrollWidth, clientWidth }: Element): boolean => scrollWidth > clientWidth;

/**
 * Puts a mark into its place. It takes no room, so that nothing of the page moves, unless `isBefore`: then it stands
 * before the name, where it is seen though the name is cut off.
 */
export const placeMark = (
  place: Place,
  isBefore: boolean,
  data: 'campaignId' | 'account',
  view: MarkView,
  onOpen: () => void,
): Mark => {
  const { id, anchor } = place;
  const shown = shownAt(place);
  const [host, sign, style] = [MARK_TAG, 'span', 'style'].map((tag) =>
    anchor.ownerDocument.createElement(tag),
  ) as [HTMLElement, HTMLElement, HTMLElement];
  host.dataset[data] = id;
  style.textContent = view.css;
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
  if (isBefore) host.dataset['before'] = '';
  anchor[isBefore ? 'prepend' : 'append'](host);

  return {
    id,
    host,
    isPlaceSame: () => anchor.isConnected && shownAt(place) === shown,
    show: ({ health, text }, scheme) => {
      if (host.dataset['health'] !== health) {
        host.dataset['health'] = health;
        view.drawSign(sign, health);
      }
      if (sign.title !== text) {
        sign.title = text;
        sign.setAttribute('aria-label', text);
      }
      sign.style.colorScheme = scheme;
    },
  };
};
