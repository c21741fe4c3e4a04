import type { PanelAnswer, PanelTable } from '#messages';
import type { InstantMs } from '#model';

/** Where a panel may stand: names of its corners in the overlay. */
export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;

/** Where something is looked for in Instantly's pages. */
export const FINDINGS = ['title', 'campaigns', 'inboxes'] as const;

interface Findings {
  readonly found: number;
  readonly marked: number;
  readonly by: readonly ('link' | 'attribute' | 'text')[];
}

type Action =
  | (typeof CORNERS)[number]
  | 'toggle'
  | 'menu'
  | 'escape'
  | 'copy'
  | 'openOptions'
  | 'openDashboard'
  | PanelTable['panel.openConfirm']['request']['kind']
  | 'hideHere'
  | 'hideEverywhere';

/** Makes what listens for an action; it does nothing for events that no person caused. */
export type On = (action: Action) => (event: Event) => void;

export type PanelState = { readonly kind: 'asking' | 'no_answer' } | PanelAnswer;

/** One picture of the panel, as the overlay passes it in. */
export interface PanelFrame {
  readonly state: PanelState;
  readonly now: InstantMs;
  readonly corner: (typeof CORNERS)[number];
  readonly isCollapsed: boolean;
  readonly isMenuOpen: boolean;
  readonly copied: 'copied' | 'notCopied' | null;
  /** What was located in Instantly's pages and marked, by what. */
  readonly found: ReadonlyMap<(typeof FINDINGS)[number], Findings>;
  readonly on: On;
}
