import type { MarksAnswer, MarksSummary, PanelTable, Send } from '#messages';
import type { CampaignId, InstantMs } from '#model';
import type { Candidate } from './locate/candidate.ts';
import type { MarkView } from './mark.ts';
import type { WatchPorts } from './watch-page.ts';

/** An answer that tells something. */
export type MarksTold = Exclude<MarksAnswer, { readonly kind: 'none' }>;

/** What was found on a page, for whoever wonders why a mark is missing. */
export interface Findings {
  /** Rows that carry an id, or whose text is a name that is known. */
  readonly found: number;
  readonly marked: number;
  /** What of those that are marked told what they are. */
  readonly by: readonly Candidate['by'][];
}

/** What was found last in this tab, list by list, and of a campaign's title. */
export type Found = Map<'campaigns' | 'inboxes' | 'title', Findings>;

/** What marks need of the page and the browser. What starts something gives back what ends it. */
export interface MarksPorts extends WatchPorts {
  readonly ask: Send<PanelTable>;
  /** Opens our dashboard, at one campaign or at its start. */
  openDashboard(campaignId: CampaignId | null): void;
  /** Calls back after each commit of the background. */
  onChanged(listener: () => void): () => void;
  /** Calls back again and again. */
  every(delayMs: number, listener: () => void): () => void;
  /** False once the extension was updated, reloaded or switched off: whoever asks has then been stopped. */
  isAlive(): boolean;
  now(): InstantMs;
  readonly found: Found;
}

/** How marks look and what they say; the entrypoint passes it in. */
export interface MarksView extends MarkView {
  readonly summaryCss: string;
  /** Draws the pill that tells how the workspace stands. */
  drawSummary(into: Element, summary: MarksSummary, onOpen: (event: Event) => void): void;
}
