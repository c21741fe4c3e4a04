import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type PanelTable, sendWith } from '#messages';
import {
  createMarks,
  createPanel,
  createTitlePill,
  type Found,
  findCandidates,
  placesOf,
} from '#overlay';
import { marksView } from '../../components/marks/index.tsx';
import marksCss from '../../components/marks/marks.css?inline';
import { createPanelView } from '../../components/panel/index.tsx';
import css from '../../components/panel/panel.css?inline';
import titleCss from '../../components/panel/title-pill.css?inline';
import { readerOf } from '../../components/reader/index.ts';
import { createMemory } from './memory.ts';

/** A storm of addresses asks less often than a tab may (lib/messages/rate-cap.ts). */
const SETTLE_MS = 120;

export default defineContentScript({
  matches: ['https://app.instantly.ai/*'],
  main(ctx) {
    const reader = readerOf(
      navigator.languages,
      () => Temporal.Now.timeZoneId(),
      () => ({ language: 'system', timeFormat: 'system' }),
    );
    const found: Found = new Map();
    const ask = sendWith<PanelTable>((message) => browser.runtime.sendMessage(message));
    const ports = {
      document,
      ask,
      found,
      onChanged: (listener: () => void) => {
        const onMessage = (message: unknown): undefined => {
          if ((message as { kind?: unknown } | null)?.kind === 'changed') listener();
        };
        browser.runtime.onMessage.addListener(onMessage);
        return () => browser.runtime.onMessage.removeListener(onMessage);
      },
      every: (delayMs: number, listener: () => void) => {
        const timer = ctx.setInterval(listener, delayMs);
        return () => clearInterval(timer);
      },
      // Not those of the context, each of which leaves a listener behind until it ends.
      onFrame: (listener: () => void) => {
        const frame = requestAnimationFrame(listener);
        return () => cancelAnimationFrame(frame);
      },
      after: (delayMs: number, listener: () => void) => {
        const timer = setTimeout(listener, delayMs);
        return () => clearTimeout(timer);
      },
      // Asking ends everything that hangs on the context, if it is invalid.
      isAlive: () => ctx.isValid,
      now: Date.now,
    };
    const view = { ...createPanelView(reader), css };
    const title = createTitlePill(ports, { ...view, titleCss: css + titleCss });
    const panel = createPanel(
      {
        ...ports,
        memory: createMemory(() => ({ kept: localStorage, tab: sessionStorage })),
        copy: (text) => navigator.clipboard.writeText(text),
        onTold: title.tell,
      },
      view,
    );
    const marks = createMarks(
      {
        ...ports,
        openDashboard: (campaignId) => {
          ask('panel.openDashboard', { campaignId }).catch((error: unknown) => {
            if (ctx.isValid) console.warn(error);
          });
        },
      },
      { findCandidates, placesOf },
      { ...marksView, css: marksCss, summaryCss: css },
    );
    ctx.onInvalidated(() => {
      panel.stop();
      marks.stop();
    });
    let isPending = false;
    const follow = (): void => {
      isPending = false;
      if (!ctx.isValid) return;
      panel.navigate(document.URL);
      marks.navigate(document.URL);
    };
    // The address itself, once it has changed: a page can make up every event, and a download changes no address.
    if ('navigation' in globalThis) {
      ctx.addEventListener(navigation, 'currententrychange', () => {
        if (isPending) return;
        isPending = true;
        setTimeout(follow, SETTLE_MS);
        // At once, so that the panel goes with what the page takes away; a list is searched when it stands.
        panel.navigate(document.URL);
      });
    } else {
      // Firefox before 147.
      ctx.setInterval(follow, 1_000);
    }
    follow();
  },
});
