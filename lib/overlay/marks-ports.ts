import type { PanelTable, Send } from '#messages';
import type { CampaignId, InstantMs } from '#model';
import type { MarksTold } from './ask-marks.ts';
import type { MarkFace, MarkView } from './mark.ts';

/** What marks need of the page and the browser. What starts something gives back what ends it. */
export interface MarksPorts {
  readonly document: Document;
  readonly ask: Send<PanelTable>;
  /** Opens our dashboard, at one campaign or at its start. */
  openDashboard(campaignId: CampaignId | null): void;
  /** Calls back after each commit of the background. */
  onChanged(listener: () => void): () => void;
  /** Calls back again and again. */
  every(delayMs: number, listener: () => void): () => void;
  /** Calls back once, before the page is painted next, and not as long as nobody sees it. */
  onFrame(listener: () => void): () => void;
  /** Calls back once. */
  after(delayMs: number, listener: () => void): () => void;
  /** False once the extension was updated, reloaded or switched off: whoever asks has then been stopped. */
  isAlive(): boolean;
  now(): InstantMs;
}

/** What was found on a page, for whoever wonders why a mark is missing. */
export interface Findings {
  /** Rows that carry an id, or whose text is a name that is known. */
  readonly found: number;
  readonly marked: number;
}

/** How marks look and what they say; the entrypoint passes it in. */
export interface MarksView extends MarkView {
  readonly summaryCss: string;
  /** What is said of each campaign or inbox, by its id or address. */
  facesOf(told: readonly MarksTold[], now: InstantMs): ReadonlyMap<string, MarkFace>;
  /** Draws the pill that tells how the workspace stands. */
  drawSummary(
    into: Element,
    told: MarksTold & { readonly kind: 'campaigns' },
    findings: Findings,
    now: InstantMs,
    onOpen: (event: Event) => void,
  ): void;
  clear(into: Element): void;
}
