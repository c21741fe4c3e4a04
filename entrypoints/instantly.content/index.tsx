import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type PanelTable, sendWith } from '#messages';
import { createPanel } from '#overlay';
import { createPanelView } from '../../components/panel/index.tsx';
import css from '../../components/panel/panel.css?inline';
import { readerOf } from '../../components/reader/index.ts';
import { createMemory } from './memory.ts';

/** A storm of addresses asks less often than a tab may (lib/messages/rate-cap.ts). */
const SETTLE_MS = 60;

export default defineContentScript({
  matches: ['https://app.instantly.ai/*'],
  main(ctx) {
    const reader = readerOf(
      navigator.languages,
      () => Temporal.Now.timeZoneId(),
      () => ({ language: 'system', timeFormat: 'system' }),
    );
    const panel = createPanel(
      {
        document,
        ask: sendWith<PanelTable>((message) => browser.runtime.sendMessage(message)),
        onChanged: (listener) => {
          const onMessage = (message: unknown): undefined => {
            if ((message as { kind?: unknown } | null)?.kind === 'changed') listener();
          };
          browser.runtime.onMessage.addListener(onMessage);
          return () => browser.runtime.onMessage.removeListener(onMessage);
        },
        every: (delayMs, listener) => {
          const timer = ctx.setInterval(listener, delayMs);
          return () => clearInterval(timer);
        },
        // Asking ends everything that hangs on the context, if it is invalid.
        isAlive: () => ctx.isValid,
        memory: createMemory(() => ({ kept: localStorage, tab: sessionStorage })),
        copy: (text) => navigator.clipboard.writeText(text),
        now: Date.now,
      },
      { ...createPanelView(reader), css },
    );
    ctx.onInvalidated(panel.stop);
    let isPending = false;
    const follow = (): void => {
      isPending = false;
      if (ctx.isValid) panel.navigate(document.URL);
    };
    // The address itself, once it has changed: a page can make up every event, and a download changes no address.
    if ('navigation' in globalThis) {
      ctx.addEventListener(navigation, 'currententrychange', () => {
        // Not the context's own timer, each of which leaves a listener behind.
        if (!isPending) setTimeout(follow, SETTLE_MS);
        isPending = true;
      });
    } else {
      // Firefox before 147.
      ctx.setInterval(follow, 1_000);
    }
    follow();
  },
});
