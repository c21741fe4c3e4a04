import { findAll } from './locate/dom.ts';
import { type Host, makeHost } from './make-host.ts';

/** How often a host that the page removed is put back; then the page has won. */
export const RESTORES_AT_MOST = 3;

/** A host that stays in the page. */
export interface Mounted extends Host {
  /** Sets `data-*` attributes of the host. */
  setData(data: Readonly<Record<string, string>>): void;
  /** Empties it for something else; what the page did to it so far no longer counts. */
  empty(): void;
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
  for (const leftover of findAll(document, tag)) leftover.remove();
  const root = document.documentElement;
  const made = makeHost(document, tag, css);
  const { host } = made;
  root.append(host);

  let restores = 0;
  const observer = new MutationObserver(() => {
    if (host.parentNode === root) return;
    const isReplaced = findAll(document, tag).some((other) => other !== host);
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
    ...made,
    setData: (data) => {
      for (const [name, value] of Object.entries(data)) {
        if (host.dataset[name] !== value) host.dataset[name] = value;
      }
    },
    empty: () => {
      made.into.replaceChildren();
      restores = 0;
    },
    remove: () => {
      observer.disconnect();
      host.remove();
    },
  };
};
