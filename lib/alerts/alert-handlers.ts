import type { AlertMessages } from '#messages';
import type { MessageHandlers } from '#messages/guard';
import type { InstantMs } from '#model';
import { StoreError, type StoreWriter, writeSetting } from '#store/write';
import { isSameScope, makeSilence } from './make-silence.ts';
import { browserReader } from './notice-words.ts';
import type { Alerts } from './run-alerts.ts';
import type { Screen } from './screen.ts';
import { TEST_ID } from './show-notices.ts';
import { wordTest } from './word-notice.ts';

/** Answers to the messages about alerts. */
export type AlertHandlers = Pick<MessageHandlers['extension'], keyof AlertMessages>;

/** What these handlers work on. */
export interface AlertHandlersPort {
  readonly store: StoreWriter;
  readonly alerts: Pick<Alerts, 'run' | 'redraw'>;
  readonly screen: Screen;
  readonly now: () => InstantMs;
  readonly newId: () => string;
  /** Tells every surface that something changed. */
  readonly changed: () => Promise<void>;
}

// What the browser could not store is said on the page; anything else is a fault of ours and is not hidden.
const stored = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
};

/** What a person wants to be told, and what not for now. Each takes effect at once, the badge included. */
export const alertHandlers = (port: AlertHandlersPort): AlertHandlers => {
  const { store, alerts, screen, now } = port;
  const apply = async (): Promise<void> => {
    await alerts.run();
    await port.changed();
  };
  const done = async (work: () => Promise<void>): Promise<{ readonly ok: boolean }> => {
    const gave = await stored(async () => {
      await work();
      return true;
    });
    return { ok: gave ?? false };
  };
  return {
    'alerts.setRules': ({ rules }) =>
      done(async () => {
        await store.putAlertRules(rules);
        await apply();
      }),
    'alerts.setNotifying': ({ isOn }) =>
      done(async () => {
        await writeSetting('areNotificationsOn', isOn);
        await alerts.redraw();
        await port.changed();
      }),
    'alerts.tryNotification': async () => {
      if (!screen.isThere()) return { ok: false };
      await screen.show(TEST_ID, wordTest(browserReader()));
      return { ok: true };
    },
    'alerts.silence': async (wish) => {
      const silence = await stored(async () => {
        const made = await makeSilence(store, wish, port.newId(), now());
        if (made === null) return null;
        await store.changeSilences((known) => [
          ...known.filter(({ scope }) => !isSameScope(scope, made.scope)),
          made,
        ]);
        await apply();
        return made;
      });
      return { ok: silence !== undefined, silence: silence ?? null };
    },
    'alerts.unsilence': ({ id }) =>
      done(async () => {
        await store.changeSilences((known) => known.filter((one) => one.id !== id));
        await apply();
      }),
  };
};
