import type { InstantMs } from '#model';
import { findAll, oneLine } from './locate/dom.ts';
import { findTitle } from './locate/index.ts';
import { type Host, makeHost } from './make-host.ts';
import { MARK_TAG } from './mark.ts';
import type { Found } from './marks-ports.ts';
import { pageScheme } from './page-scheme.ts';
import type { PanelState, Told } from './panel-ports.ts';
import { type Watched, type WatchPorts, watchPage } from './watch-page.ts';

/** How often a page may take the pill out of a title that stays; then it has won, until the next campaign. */
const FIGHTS_AT_MOST = 5;
/** In CSS pixels: hardly anything that a person presses is narrower. */
const STEP_PX = 12;

/** How the pill looks; the entrypoint passes it in. */
export interface TitlePillView {
  readonly titleCss: string;
  renderTitlePill(into: Element, state: PanelState, now: InstantMs): void;
}

// What stands beside the title is not covered: nothing lies under the pill but what the title lies in.
const isFree = (pill: Element | null, title: Element): boolean => {
  const { left = 0, right = 0, top = 0, bottom = 0 } = pill?.getBoundingClientRect() ?? {};
  const { ownerDocument: document } = title;
  for (let x = left; x < right + STEP_PX; x += STEP_PX) {
    const under = document.elementFromPoint(Math.min(x, right), (top + bottom) / 2);
    if (under && !under.contains(title)) return false;
  }
  return right <= innerWidth;
};

/**
 * The health of a campaign beside its title, wherever that can surely be located. It takes no room, lets every press
 * through, and has nothing in the light DOM, so that the title reads as before. `tell` hears what the panel knows.
 */
export const createTitlePill = (
  ports: WatchPorts & { readonly found: Found },
  view: TitlePillView,
) => {
  const { document, found } = ports;
  let told: Told | null = null;
  let page: Watched | null = null;
  let pill: Host | null = null;
  let title: Element | null = null;
  let fights = 0;

  const nameOf = (state: PanelState | undefined): string =>
    state?.kind === 'known' ? oneLine(state.verdict.name) : '';
  const remove = (): void => {
    pill?.host.remove();
    pill = null;
  };
  const tidy = (): void => {
    if (oneLine(title?.textContent ?? '') !== nameOf(told?.state)) remove();
    else if (pill && pill.host.parentNode !== title && title?.isConnected) fights += 1;
  };
  const search = (): void => {
    for (const host of findAll(document, MARK_TAG)) if (host !== pill?.host) host.remove();
    title = told && fights < FIGHTS_AT_MOST ? findTitle(document, nameOf(told.state)) : null;
    found.set('title', {
      found: Number(!!title),
      marked: Number(!!title),
      by: title ? ['text'] : [],
    });
    if (!title || !told) {
      remove();
      return;
    }
    pill ??= makeHost(document, MARK_TAG, view.titleCss);
    const { host, into } = pill;
    const { campaignId, health, state, now } = told;
    Object.assign(host.dataset, { campaignId, health });
    into.style.colorScheme = pageScheme(document);
    view.renderTitlePill(into, state, now);
    if (host.parentNode !== title) title.append(host);
    into.style.visibility = isFree(into.firstElementChild, title) ? '' : 'hidden';
  };

  return {
    tell: (next: Told | null): void => {
      if (next?.campaignId !== told?.campaignId) {
        page?.end();
        page = null;
        remove();
        fights = 0;
      }
      told = next;
      if (!next) return;
      pill?.stayAlive();
      page ??= watchPage(ports, tidy, search);
      page.look();
    },
  };
};
