import { type CampaignId, SECOND_MS } from '#model';
import { createDock } from './dock.ts';
import { type Mounted, mountHost } from './mount.ts';
import { pageScheme } from './page-scheme.ts';
import type {
  PanelAction,
  PanelChange,
  PanelFrame,
  PanelPorts,
  PanelState,
  PanelView,
} from './panel-ports.ts';
import { CORNERS, type Corner, type Placement } from './placement.ts';
import { parsePreferences, writtenPreferences } from './preferences.ts';
import { routeOf } from './routes.ts';

const TAG = 'sendwatch-panel';
const TICK_MS = 10 * SECOND_MS;
/** As often as the watcher looks at a campaign that somebody looks at. */
const ASK_EVERY_MS = 30 * SECOND_MS;
/** Most answers come sooner; then nothing is drawn before them. */
const PATIENCE_MS = 100;

type Own = Exclude<PanelAction, Corner | PanelChange>;

/** Shows the panel while the address is that of a campaign. `navigate` is told every address, the first one included. */
export const createPanel = (ports: PanelPorts, view: PanelView) => {
  const { document, memory } = ports;
  let campaignId: CampaignId | null = null;
  let mounted: Mounted | null = null;
  let state: PanelState = { kind: 'asking' };
  let askedAt = 0;
  let isLeft = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isMenuOpen = false;
  let copied: PanelFrame['copied'] = null;
  let preferences = parsePreferences(memory.read('kept'));

  const prefer = (changes: Partial<typeof preferences>): void => {
    preferences = { ...preferences, ...changes };
    memory.write('kept', writtenPreferences(preferences));
  };
  const isHiddenHere = (): boolean => memory.read('tab')?.includes(String(campaignId)) ?? false;

  const paint = (): void => {
    if (!mounted || !campaignId) return;
    const { host, into } = mounted;
    const now = ports.now();
    const health = view.healthOf(state, now);
    const placement = dock.placement();
    // Inside a page of another theme than the system's the panel goes with the page.
    into.style.colorScheme = pageScheme(document);
    mounted.setData({ campaignId, health, corner: placement.corner });
    mounted.stayAlive();
    const hadFocus = document.activeElement === host;
    view.render(into, { ...placement, state, now, isMenuOpen, copied, found: ports.found, on });
    // What had the focus may be gone with a panel that became a pill, or the other way round.
    if (hadFocus && document.activeElement !== host) into.querySelector('button')?.focus();
    ports.onTold?.({ campaignId, state, health, now });
    dock.look();
  };
  const dock = createDock({
    document,
    chosen: preferences,
    panel: () => mounted?.host ?? null,
    seen: () => mounted?.into.firstElementChild ?? null,
    onMoved: paint,
  });

  /** Its host stays for the next campaign: what is in it is styled already. */
  const empty = (): void => {
    clearTimeout(waiting);
    isMenuOpen = false;
    mounted?.empty();
    ports.onTold?.(null);
  };
  const unmount = (): void => {
    empty();
    mounted?.remove();
    mounted = null;
  };
  const mount = (): void => {
    clearTimeout(waiting);
    mounted ??= mountHost({ document, tag: TAG, css: view.css, onGivenUp: leave });
    paint();
  };
  /** Until the next campaign's page: the page has won, or the person wants none here. */
  const leave = (): void => {
    unmount();
    state = { kind: 'hidden' };
    isLeft = true;
  };
  const ask = async (): Promise<void> => {
    const asked = campaignId;
    if (!asked || isLeft) return;
    askedAt = ports.now();
    try {
      const answer = await ports.ask('panel.campaign', { campaignId: asked });
      // The person may have gone to another campaign meanwhile.
      if (campaignId !== asked || isLeft) return;
      state = answer;
    } catch (error) {
      if (campaignId !== asked || isLeft || !ports.isAlive()) return;
      console.warn(error);
      state = { kind: 'no_answer' };
    }
    const isHidden = state.kind === 'hidden';
    if (state.kind !== 'no_answer' && isHidden !== preferences.isHidden) prefer({ isHidden });
    if (isHidden) unmount();
    else mount();
  };
  const say = (sent: Promise<unknown>): void => {
    sent.catch((error: unknown) => {
      if (!ports.isAlive()) return;
      console.warn(error);
      state = { kind: 'no_answer' };
      paint();
    });
  };
  const place = (changes: Partial<Placement>): void => {
    const { corner, isCollapsed } = { ...preferences, ...changes };
    prefer({ corner, isCollapsed });
    dock.choose({ corner, isCollapsed });
  };
  const toggle = (): void => {
    isMenuOpen = false;
    place({ isCollapsed: !dock.placement().isCollapsed });
  };
  const copy = async (): Promise<void> => {
    try {
      await ports.copy(state.kind === 'known' ? state.report : '');
      copied = 'copied';
    } catch (error) {
      // The page may forbid it, or have lost the focus.
      console.warn(error);
      copied = 'notCopied';
    }
    paint();
  };

  const ACTIONS: Readonly<Record<Own, () => void>> = {
    toggle,
    menu: () => {
      isMenuOpen = !isMenuOpen;
    },
    escape: () => {
      if (isMenuOpen) isMenuOpen = false;
      else if (!dock.placement().isCollapsed) toggle();
    },
    copy: () => void copy(),
    openOptions: () => say(ports.ask('panel.openOptions', {})),
    openDashboard: () => {
      if (campaignId) say(ports.ask('panel.openDashboard', { campaignId }));
    },
    hideHere: () => {
      memory.write('tab', `${memory.read('tab') ?? ''} ${campaignId}`);
      leave();
    },
    hideEverywhere: () => {
      say(ports.ask('panel.hide', {}));
      prefer({ isHidden: true });
      unmount();
    },
  };
  const on =
    (action: PanelAction) =>
    (event: Event): void => {
      // The page can dispatch events into an open shadow root; only a person's own count.
      if (!event.isTrusted) return;
      const corner = CORNERS.find((one) => one === action);
      if (corner) place({ corner });
      else if (action in ACTIONS) ACTIONS[action as Own]();
      else if (campaignId) {
        say(ports.ask('panel.openConfirm', { campaignId, kind: action as PanelChange }));
      }
      paint();
    };

  let frame = 0;
  // Once a frame, however often the page changes its mind within it.
  const repaint = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      paint();
    });
  };
  const restyled = new MutationObserver(repaint);
  for (const element of [document.documentElement, document.body as HTMLElement | null]) {
    if (element) restyled.observe(element, { attributeFilter: ['class', 'style', 'data-theme'] });
  }
  // A page that goes with the system changes without a change of its own.
  const system = document.defaultView?.matchMedia('(prefers-color-scheme: dark)');
  system?.addEventListener('change', repaint);
  const askAgain = (): void => void ask();
  const stopListening = ports.onChanged(askAgain);
  const tick = (): void => {
    copied = null;
    paint();
    // A worker that was killed no longer knows whom to tell of changes.
    if (!document.hidden && ports.now() - askedAt >= ASK_EVERY_MS) askAgain();
  };
  const stopTicking = ports.every(TICK_MS, tick);
  const shownAgain = (): void => {
    // First what is known, then what is new: while hidden it may have expired.
    paint();
    if (!document.hidden) askAgain();
  };
  document.addEventListener('visibilitychange', shownAgain);

  return {
    navigate: (address: string): void => {
      const route = routeOf(address);
      const next = route.kind === 'campaign' ? route.campaignId : null;
      if (next === campaignId) return;
      campaignId = next;
      state = { kind: 'asking' };
      copied = null;
      isLeft = isHiddenHere();
      const isWanted = next && !isLeft;
      (isWanted ? empty : unmount)();
      if (isWanted && !preferences.isHidden) waiting = setTimeout(mount, PATIENCE_MS);
      askAgain();
    },
    stop: (): void => {
      // First of all: what follows may fail where the extension is no more.
      unmount();
      campaignId = null;
      restyled.disconnect();
      cancelAnimationFrame(frame);
      dock.stop();
      system?.removeEventListener('change', repaint);
      document.removeEventListener('visibilitychange', shownAgain);
      stopTicking();
      stopListening();
    },
  };
};
