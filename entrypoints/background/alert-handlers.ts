import {
  type Alerts,
  browserReader,
  isSameScope,
  makeSilence,
  type Screen,
  TEST_ID,
  wordTest,
} from '#alerts';
import type { AlertMessages } from '#messages';
import type { MessageHandlers } from '#messages/guard';
import type { InstantMs } from '#model';
import { StoreError, type StoreWriter, writeSetting } from '#store/write';

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
  const apply = async (): Promise<true> => {
    await alerts.run();
    await port.changed();
    return true;
  };
  return {
    'alerts.setRules': async ({ rules }) => ({
      ok:
        (await stored(async () => {
          await store.putAlertRules(rules);
          return apply();
        })) ?? false,
    }),
    'alerts.setNotifying': async ({ isOn }) => ({
      ok:
        (await stored(async () => {
          await writeSetting('areNotificationsOn', isOn);
          await alerts.redraw();
          await port.changed();
          return true;
        })) ?? false,
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
    'alerts.unsilence': async ({ id }) => ({
      ok:
        (await stored(async () => {
          await store.changeSilences((known) => known.filter((one) => one.id !== id));
          return apply();
        })) ?? false,
    }),
  };
};
