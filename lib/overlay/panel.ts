import type { PanelAnswer, PanelTable, Send } from '#messages';
import type { CampaignId, Health, InstantMs } from '#model';
import { type Mounted, mountHost } from './mount.ts';
import { pageScheme } from './page-scheme.ts';
import { routeOf } from './routes.ts';

const TAG = 'sendwatch-panel';
const TICK_MS = 10_000;
/** Every how many ticks it asks again: the background may have ended, and with it who wants to hear of changes. */
const TICKS_AN_ASK = 5;

/** What the panel knows: nothing yet, that nobody answers, or the answer. */
export type PanelState = { readonly kind: 'asking' | 'no_answer' } | PanelAnswer;

/** One picture of the panel. */
export interface PanelFrame {
  readonly state: PanelState;
  readonly now: InstantMs;
  readonly isCollapsed: boolean;
  readonly onToggle: () => void;
  readonly onOpenOptions: (event: Event) => void;
}

/** How the panel looks; the entrypoint passes it in. */
export interface PanelView {
  readonly css: string;
  render(into: Element, frame: PanelFrame): void;
  clear(into: Element): void;
  healthOf(state: PanelState, now: InstantMs): Health;
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
  readIsCollapsed(): boolean;
  writeIsCollapsed(isCollapsed: boolean): void;
  now(): InstantMs;
}

/** Shows the panel while the address is that of a campaign. `navigate` is told every address, the first one included. */
export const createPanel = (ports: PanelPorts, view: PanelView) => {
  let shown: { campaignId: CampaignId; host: Mounted } | null = null;
  let state: PanelState = { kind: 'asking' };
  let isCollapsed = ports.readIsCollapsed();

  const paint = (): void => {
    if (!shown) return;
    const now = ports.now();
    // Inside a page of another theme than the system's the panel goes with the page.
    shown.host.into.style.colorScheme = pageScheme(ports.document);
    shown.host.setData({ campaignId: shown.campaignId, health: view.healthOf(state, now) });
    shown.host.stayAlive();
    view.render(shown.host.into, {
      state,
      now,
      isCollapsed,
      onToggle: () => {
        isCollapsed = !isCollapsed;
        ports.writeIsCollapsed(isCollapsed);
        paint();
      },
      onOpenOptions: (event) => {
        // The page can dispatch clicks into an open shadow root; only a person's own counts.
        if (event.isTrusted) ports.ask('panel.openOptions', {}).catch(showSilence);
      },
    });
  };
  const showSilence = (error: unknown): void => {
    if (!ports.isAlive()) return;
    console.warn(error);
    state = { kind: 'no_answer' };
    paint();
  };
  const ask = async (): Promise<void> => {
    const asked = shown;
    if (!asked) return;
    try {
      const answer = await ports.ask('panel.campaign', { campaignId: asked.campaignId });
      // The person may have gone to another campaign meanwhile.
      if (shown !== asked) return;
      state = answer;
      paint();
    } catch (error) {
      if (shown === asked) showSilence(error);
    }
  };
  const hide = (): void => {
    if (!shown) return;
    view.clear(shown.host.into);
    shown.host.remove();
    shown = null;
  };
  const show = (campaignId: CampaignId): void => {
    hide();
    state = { kind: 'asking' };
    const host = mountHost({ document: ports.document, tag: TAG, css: view.css, onGivenUp: hide });
    shown = { campaignId, host };
    paint();
    void ask();
  };

  const { document } = ports;
  let isFramePending = false;
  // Once a frame, however often the page changes its mind within it.
  const restyled = new MutationObserver(() => {
    if (isFramePending) return;
    isFramePending = true;
    requestAnimationFrame(() => {
      isFramePending = false;
      paint();
    });
  });
  for (const element of [document.documentElement, document.body as HTMLElement | null]) {
    if (element) restyled.observe(element, { attributeFilter: ['class', 'style', 'data-theme'] });
  }
  const onVisible = (): void => {
    // First what is known, then what is new: while hidden it may have expired.
    paint();
    if (!document.hidden) void ask();
  };
  document.addEventListener('visibilitychange', onVisible);
  const stopListening = ports.onChanged(() => void ask());
  let ticks = 0;
  const stopTicking = ports.every(TICK_MS, () => {
    ticks += 1;
    paint();
    if (ticks % TICKS_AN_ASK === 0 && !document.hidden) void ask();
  });

  return {
    navigate: (address: string): void => {
      const route = routeOf(address);
      if (route.kind !== 'campaign') hide();
      else if (route.campaignId !== shown?.campaignId) show(route.campaignId);
    },
    stop: (): void => {
      // First of all: what follows may fail where the extension is no more.
      hide();
      restyled.disconnect();
      document.removeEventListener('visibilitychange', onVisible);
      stopTicking();
      stopListening();
    },
  };
};
