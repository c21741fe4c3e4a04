import {
  type AlertHandlers,
  type Alerts,
  alertHandlers,
  browserScreen,
  createAlerts,
  createNoticeWords,
  noticeOfScreenId,
  openNotice,
} from '#alerts';
import type { InstantMs } from '#model';
import { readSettings } from '#store/settings';
import { readWebhooks, type StoreWriter } from '#store/write';
import type { Catalogue } from '#words';

/** What the alerting shares with the rest of the background. */
export interface AlertingContext {
  readonly store: StoreWriter;
  readonly now: () => InstantMs;
  readonly readCatalogue: () => Promise<Catalogue>;
  /** Tells every surface that something changed. */
  readonly changed: () => Promise<void>;
}

/** The alerting, joined to the browser. */
export interface Alerting extends Pick<Alerts, 'redraw' | 'dueAt'> {
  readonly handlers: AlertHandlers;
  /** After every commit. What cannot be told now is told by a later check: it holds up neither this one nor the badge. */
  readonly tell: () => Promise<void>;
  /** Also where nothing was committed: silences end and alerts last by the clock alone. */
  readonly catchUp: () => Promise<void>;
  /** A notification was clicked: opens what it is about. */
  readonly clicked: (notificationId: string) => void;
}

/** Joins the alerting to the browser: nothing here decides anything. */
export const createAlerting = ({
  store,
  now,
  readCatalogue,
  changed,
}: AlertingContext): Alerting => {
  const screen = browserScreen;
  const alerts = createAlerts({
    store,
    now,
    screen,
    isOn: async () => (await readSettings()).areNotificationsOn,
    wordsOf: createNoticeWords(store, readCatalogue),
    readWebhooks,
  });
  const told = (run: Promise<boolean>): Promise<boolean> =>
    run.catch((error: unknown) => {
      console.error('Sendwatch: an alert could not be told; the next check tries again.', error);
      return false;
    });
  const open = async (notificationId: string): Promise<void> => {
    const notice = noticeOfScreenId(await store.notices(), notificationId);
    await screen.clear(notificationId);
    await openNotice(notice);
  };
  return {
    redraw: alerts.redraw,
    dueAt: alerts.dueAt,
    handlers: alertHandlers({
      store,
      alerts,
      screen,
      now,
      newId: () => crypto.randomUUID(),
      changed,
    }),
    tell: async () => {
      await told(alerts.run());
    },
    catchUp: async () => {
      if (await told(alerts.catchUp())) await changed();
    },
    clicked: (notificationId) => {
      open(notificationId).catch((error: unknown) => {
        console.error('Sendwatch: what a notification is about could not be opened.', error);
      });
    },
  };
};
