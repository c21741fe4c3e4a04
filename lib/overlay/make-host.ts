const EXPIRING = '@keyframes a{to{visibility:hidden}}@keyframes b{to{visibility:hidden}}';

/** Events by which a person acts; those that a page makes itself reach nothing inside a host. */
export const ACTS = ['click', 'keydown', 'pointerdown', 'mousedown'];

/** An element of ours in the page. */
export interface Host {
  /** The element in the page. */
  readonly host: HTMLElement;
  /** The element in its shadow root that is rendered into. */
  readonly into: HTMLElement;
  /**
   * Says that the extension lives. Firefox ends a content script without a word, and what it showed would stay for ever:
   * so it is shown for 90 s from here, as a hidden tab's timers fire once a minute.
   */
  stayAlive(): void;
}

/**
 * Makes a host element with an open shadow root, which is not in the page yet. A closed one is no boundary and breaks the
 * page's own checks.
 */
export const makeHost = (document: Document, tag: string, css: string): Host => {
  const [host, style, into] = [tag, 'style', 'div'].map((name) => document.createElement(name)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  style.textContent = css + EXPIRING;
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.append(style, into);
  for (const type of ACTS) {
    shadow.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      true,
    );
  }
  into.style.animation = '1ms 90s forwards';
  const stayAlive = (): void => {
    // An animation begins anew only under another name.
    into.style.animationName = into.style.animationName === 'a' ? 'b' : 'a';
  };
  stayAlive();
  return { host, into, stayAlive };
};
