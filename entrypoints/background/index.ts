import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createGuard, type SenderFacts } from '#messages/guard';
import { ALARM_NAME, ensureAlarm } from '#watch';
import { createBackground } from './background.ts';

export default defineBackground({
  main() {
    const background = createBackground();
    const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };
    const answer = createGuard(own, background.handlers);

    // Every listener in the first turn: an event that starts the worker is lost otherwise.
    browser.runtime.onMessage.addListener((message: unknown, sender: SenderFacts) =>
      answer(message, sender),
    );
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM_NAME) background.check();
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void browser.runtime.openOptionsPage();
    });
    // A browser may forget alarms when it closes: its start is an event of its own.
    browser.runtime.onStartup.addListener(() => background.check());
    const listenToClicks = (): void => {
      // Without the optional permission there is no such event, and nothing that could be clicked.
      const clicks = browser.notifications?.onClicked;
      if (clicks && !clicks.hasListener(background.clicked)) {
        clicks.addListener(background.clicked);
      }
    };
    listenToClicks();
    browser.permissions.onAdded.addListener(() => {
      listenToClicks();
      background.check();
    });

    void ensureAlarm(Date.now());
    background.check();
  },
});
