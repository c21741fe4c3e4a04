/** How often a host that the page removed is put back; then the page has won. */
export const RESTORES_AT_MOST = 3;

/** What a style sheet needs so that `lifeOf` holds. */
export const EXPIRING = '@keyframes a{to{visibility:hidden}}@keyframes b{to{visibility:hidden}}';

/**
 * The animation of what is shown until 90 s without a sign of life: a hidden tab's timers fire once a minute. Two of one
 * kind: an animation begins anew only under another name.
 */
export const lifeOf = (lives: number): string => `1ms 90s forwards ${lives % 2 ? 'a' : 'b'}`;

/** Events by which a person acts; those that a page makes itself reach nothing inside the host. */
const ACTS = ['click', 'keydown', 'pointerdown'];

/** A host element in the page with an open shadow root. A closed one is no boundary and breaks the page's own checks. */
export interface Mounted {
  /** The element in the page. */
  readonly host: HTMLElement;
  /** The element in its shadow root that is rendered into. */
  readonly into: HTMLElement;
  /** Sets `data-*` attributes of the host. */
  setData(data: Readonly<Record<string, string>>): void;
  /** Says that the extension lives. Firefox ends a content script without a word, and what it showed would stay for ever. */
  stayAlive(): void;
  remove(): void;
}

export interface MountOptions {
  readonly document: Document;
  /** Name of the host element; there is one of it in a page. */
  readonly tag: string;
  readonly css: string;
  /** Called when the page has removed the host too often, or a newer host has taken its place. */
  readonly onGivenUp: () => void;
}

/**
 * Puts a host beside `<body>`, where a page that renders itself anew does not reach, and puts it back when it is removed.
 * A host that an earlier version of the extension left behind is replaced.
 */
export const mountHost = ({ document, tag, css, onGivenUp }: MountOptions): Mounted => {
  for (const leftover of document.querySelectorAll(tag)) leftover.remove();
  const root = document.documentElement;
  const host = document.createElement(tag);
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css + EXPIRING;
  const into = document.createElement('div');
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
  let lives = 0;
  const stayAlive = (): void => {
    lives += 1;
    into.style.animation = lifeOf(lives);
  };
  stayAlive();
  shadow.append(style, into);
  root.append(host);

  let restores = 0;
  const observer = new MutationObserver(() => {
    if (host.parentNode === root) return;
    const isReplaced = [...document.querySelectorAll(tag)].some((other) => other !== host);
    if (isReplaced || restores === RESTORES_AT_MOST) {
      observer.disconnect();
      host.remove();
      onGivenUp();
      return;
    }
    restores += 1;
    root.append(host);
  });
  observer.observe(root, { childList: true });

  return {
    host,
    into,
    stayAlive,
    setData: (data) => {
      for (const [name, value] of Object.entries(data)) {
        if (host.dataset[name] !== value) host.dataset[name] = value;
      }
    },
    remove: () => {
      observer.disconnect();
      host.remove();
    },
  };
};
