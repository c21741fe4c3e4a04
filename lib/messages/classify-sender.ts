/** What the browser tells about who sent a message; all of it may be missing. */
export interface SenderFacts {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
  /** Chrome 106+; absent in Firefox. */
  readonly documentLifecycle?: string | undefined;
}

/** Who we are: the browser's own answer, never a constant. */
export interface OwnIdentity {
  readonly id: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a trailing slash. */
  readonly origin: string;
}

/** `extension`: a page of ours. `panel`: our content script in the top frame of Instantly's web app. */
export type SenderClass = 'extension' | 'panel';

/** The one web origin on which panels stand. */
export const WEB_APP_ORIGIN = 'https://app.instantly.ai';

// No address at all parses as little as nonsense does.
const originOf = (url: string | undefined): string | null => {
  const parsed = URL.parse(String(url));
  return parsed && `${parsed.protocol}//${parsed.host}`;
};

/**
 * Says who sent a message, or undefined: then it is dropped without a reply (ARCHITECTURE.md 4).
 * A missing origin is a stranger (Firefox fills it since 126), never a friend.
 */
export const classifySender = (sender: SenderFacts, own: OwnIdentity): SenderClass | undefined => {
  if (sender.id !== own.id) return undefined;
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== 'active') {
    return undefined;
  }
  if (sender.origin === own.origin) {
    // A tab of ours (options, dashboard) has a tab too; its address must be ours as well, and not framed.
    const isTop = sender.frameId === undefined || sender.frameId === 0;
    return isTop && originOf(sender.url) === own.origin ? 'extension' : undefined;
  }
  const isPanel =
    sender.origin === WEB_APP_ORIGIN &&
    originOf(sender.url) === WEB_APP_ORIGIN &&
    sender.tab?.id !== undefined &&
    sender.frameId === 0;
  return isPanel ? 'panel' : undefined;
};
