import { type Placement, placeClear, type Size } from './placement.ts';

/** Where a panel stands, and what it evades. */
export interface Dock {
  placement(): Placement;
  /** The user chose. That holds until the focus goes elsewhere, whatever is covered. */
  choose(chosen: Placement): void;
  /** Looks anew, before the next frame, at what has the focus. */
  look(): void;
  stop(): void;
}

export interface DockOptions {
  readonly document: Document;
  readonly chosen: Placement;
  /** The panel's host, a point in the page; null where there is none. */
  readonly panel: () => HTMLElement | null;
  /** What is seen of it. */
  readonly seen: () => Element | null;
  readonly onMoved: () => void;
}

/** Of a pill that never stood: no text makes it larger. */
const LARGEST_PILL: Size = { width: 352, height: 30 };

const focusedIn = ({ activeElement, body, documentElement }: Document): Element | null => {
  let focused = activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused === body || focused === documentElement ? null : focused;
};

/**
 * Keeps a panel from covering what has the focus. It moves only when the focus, the window or the panel changes, and
 * looks at most once a frame, however often the page moves its focus.
 */
export const createDock = ({
  document,
  chosen: first,
  panel,
  seen,
  onMoved,
}: DockOptions): Dock => {
  let chosen = first;
  let evasion: Placement | undefined;
  let isInsisted = false;
  let frame = 0;
  const sizes = { panel: { width: 0, height: 0 }, pill: LARGEST_PILL };

  const evade = (): Placement | undefined => {
    const host = panel();
    const focused = focusedIn(document);
    if (!host || !focused || isInsisted || host === document.activeElement) return undefined;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const box = focused.getBoundingClientRect();
    const clear = placeClear(chosen, sizes, { width, height }, box);
    // A container that fills the page has the focus only for screen readers; somebody types into an editor.
    const isEditor = focused.matches('input,textarea,select,iframe,[contenteditable]');
    return clear ?? (isEditor ? { ...chosen, isCollapsed: true } : undefined);
  };
  const measure = (): void => {
    const rect = seen()?.getBoundingClientRect();
    if (rect) sizes[(evasion ?? chosen).isCollapsed ? 'pill' : 'panel'] = rect;
  };
  const look = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      measure();
      const before = evasion ?? chosen;
      evasion = evade();
      const { corner, isCollapsed } = evasion ?? chosen;
      if (corner !== before.corner || isCollapsed !== before.isCollapsed) onMoved();
    });
  };
  const refocused = ({ type, target }: Event): void => {
    if (type === 'focusin' && target !== panel()) isInsisted = false;
    look();
  };
  const focusEvents = ['focusin', 'focusout'] as const;
  for (const type of focusEvents) document.addEventListener(type, refocused, true);
  const view = document.defaultView;
  view?.addEventListener('resize', look);

  return {
    placement: () => evasion ?? chosen,
    choose: (wanted) => {
      chosen = wanted;
      evasion = undefined;
      isInsisted = true;
    },
    look,
    stop: () => {
      cancelAnimationFrame(frame);
      for (const type of focusEvents) document.removeEventListener(type, refocused, true);
      view?.removeEventListener('resize', look);
    },
  };
};
