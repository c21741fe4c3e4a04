export type KeyAction =
  | 'find'
  | 'next'
  | 'previous'
  | 'openUrl'
  | 'copy'
  | 'pause'
  | 'acknowledge'
  | 'snooze'
  | 'check'
  | 'help'
  | 'close';

const KEYS: Readonly<Record<string, KeyAction>> = {
  '/': 'find',
  j: 'next',
  k: 'previous',
  o: 'openUrl',
  c: 'copy',
  p: 'pause',
  a: 'acknowledge',
  s: 'snooze',
  r: 'check',
  '?': 'help',
  Escape: 'close',
};

const ARROWS: Readonly<Record<string, KeyAction>> = { ArrowDown: 'next', ArrowUp: 'previous' };

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Whether the key goes into a field; only Escape counts there. */
  readonly isTyping: boolean;
  /** Whether it goes to a row or to the search above the rows: only there the arrows move, elsewhere they scroll. */
  readonly isAtList: boolean;
}

/** What a key asks for; undefined leaves it to the browser. */
export const keyAction = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  isTyping,
  isAtList,
}: KeyPress): KeyAction | undefined => {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (isAtList && Object.hasOwn(ARROWS, key)) return ARROWS[key];
  if (isTyping && key !== 'Escape') return undefined;
  return Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
};
