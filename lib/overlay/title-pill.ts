import type { CampaignId, Health } from '#model';
import { pageScheme } from './page-scheme.ts';

const TAG = 'sendwatch-mark';

/** What a pill beside a campaign's title shows. */
export interface TitlePillFrame {
  readonly campaignId: CampaignId;
  readonly health: Health;
  /** The sentence in it, as `render` draws it. */
  readonly render: (into: Element) => void;
}

/** One pill in the page at most. */
export interface TitlePill {
  /** Puts the pill at the end of a title, or draws it anew where it stands there already. */
  show(title: Element, frame: TitlePillFrame): void;
  remove(): void;
}

/**
 * The health of a campaign beside its title. It stands in a host of its own with nothing in the light DOM, so that the
 * title reads as before. A page that renders its title anew throws it away; `show` puts it back.
 */
export const createTitlePill = (document: Document, css: string): TitlePill => {
  let host: HTMLElement | null = null;
  let into: HTMLElement | null = null;

  const make = (): { host: HTMLElement; into: HTMLElement } => {
    const made = { host: document.createElement(TAG), into: document.createElement('span') };
    const style = document.createElement('style');
    style.textContent = css;
    made.host.attachShadow({ mode: 'open' }).append(style, made.into);
    return made;
  };
  return {
    show: (title, { campaignId, health, render }) => {
      if (!host || !into) ({ host, into } = make());
      into.style.colorScheme = pageScheme(document);
      Object.assign(host.dataset, { campaignId, health });
      render(into);
      if (host.parentNode !== title) title.append(host);
    },
    remove: () => {
      host?.remove();
      host = null;
      into = null;
    },
  };
};
