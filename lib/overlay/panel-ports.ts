import type { PanelAnswer, PanelTable, Send } from '#messages';
import type { CampaignId, Health, InstantMs } from '#model';
import type { Found } from './marks-ports.ts';
import type { Corner, Placement } from './placement.ts';

/** What the panel knows: nothing yet, that nobody answers, or the answer. */
export type PanelState = { readonly kind: 'asking' | 'no_answer' } | PanelAnswer;

/** What the panel opens a window for, in which it is confirmed. */
export type PanelChange = PanelTable['panel.openConfirm']['request']['kind'];

/** What a person can do with the panel; the name of a corner docks it there. */
export type PanelAction =
  | Corner
  | 'toggle'
  | 'menu'
  | 'escape'
  | 'copy'
  | 'openOptions'
  | 'openDashboard'
  | PanelChange
  | 'hideHere'
  | 'hideEverywhere';

/** One picture of the panel. */
export interface PanelFrame extends Placement {
  readonly state: PanelState;
  readonly now: InstantMs;
  readonly isMenuOpen: boolean;
  /** What came of copying the report, for a moment. */
  readonly copied: 'copied' | 'notCopied' | null;
  /** What was located in Instantly's pages and marked. */
  readonly found: Found;
  /** Listens for an action. Events that the page made are no person's and do nothing. */
  on(action: PanelAction): (event: Event) => void;
}

/** How the panel looks; the entrypoint passes it in. */
export interface PanelView {
  readonly css: string;
  render(into: Element, frame: PanelFrame): void;
  healthOf(state: PanelState, now: InstantMs): Health;
}

/** What the panel told last, for other marks in the page. */
export interface Told {
  readonly campaignId: CampaignId;
  readonly state: PanelState;
  readonly health: Health;
  readonly now: InstantMs;
}

/** What is remembered in the web app's own origin: `kept` for good, `tab` as long as the tab. Nothing secret. */
export interface PanelMemory {
  read(place: 'kept' | 'tab'): string | null;
  write(place: 'kept' | 'tab', text: string): void;
}

export interface PanelPorts {
  readonly document: Document;
  readonly ask: Send<PanelTable>;
  /** Calls back after each commit of the background; gives a function that ends it. */
  onChanged(listener: () => void): () => void;
  /** Calls back again and again; gives a function that ends it. */
  every(delayMs: number, listener: () => void): () => void;
  /** False once the extension was updated, reloaded or switched off: whoever asks has then been stopped. */
  isAlive(): boolean;
  readonly memory: PanelMemory;
  copy(text: string): Promise<void>;
  readonly found: Found;
  now(): InstantMs;
  /** Is told what the panel knows whenever it paints, and null when it leaves its campaign or is hidden. */
  onTold?(told: Told | null): void;
}
