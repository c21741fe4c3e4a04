import { badgeFor, showBadge } from '#alerts';
import { refreshDemo } from '#demo';
import { CHANGED_CHANNEL, type ChangedSignal } from '#messages';
import type { MessageHandlers } from '#messages/guard';
import { type CampaignId, type InstantMs, MINUTE_MS, type WorkspaceId } from '#model';
import { readFirstHead } from '#store/head';
import type { Head } from '#store/read';
import { readSettings } from '#store/settings';
import { openWriter, putConnectBucket, readConnectBucket, writeSetting } from '#store/write';
import { openVault } from '#vault';
import {
  armAlarm,
  createAllowance,
  createAsking,
  createChangeQuestions,
  createGateways,
  createQuestions,
  createRestoring,
  createWatcher,
  type WorkspacesPort,
} from '#watch';
import { type Alerting, createAlerting } from './alerts.ts';
import { changeHandlers } from './change-handlers.ts';
import { createChanging } from './changing.ts';
import { dataHandlers, fetchRecorded } from './data-handlers.ts';
import { hasHostAccess } from './host-access.ts';
import { notingUse } from './noting-use.ts';
import { createPackagedWords } from './packaged-words.ts';
import { panelHandlers } from './panel-handlers.ts';
import { createPanelTabs } from './panel-tabs.ts';
import { vaultHandlers } from './vault-handlers.ts';
import { webhookHandlers } from './webhook-handlers.ts';
import { giveAllBack } from './webhook-hosts.ts';
import { createWebhooks } from './webhooks.ts';
import { workspaceHandlers } from './workspace-handlers.ts';

/** What the entrypoint hooks onto the browser's events. */
export interface Background extends Pick<Alerting, 'clicked'> {
  readonly handlers: MessageHandlers;
  /** Does what is due, or everything when a person asks. What goes wrong is stored, shown and tried again. */
  readonly check: (isAsked?: boolean) => void;
}

const CHANGED: ChangedSignal = { kind: 'changed' };

const earliest = (...dues: readonly (InstantMs | null)[]): InstantMs | null => {
  const known = dues.filter((due) => due !== null);
  return known.length > 0 ? Math.min(...known) : null;
};

/** Joins the rooms of the background: nothing here decides anything. */
export const createBackground = (): Background => {
  const now = (): number => Date.now();
  const vault = openVault();
  const tabs = createPanelTabs();
  const channel = new BroadcastChannel(CHANGED_CHANNEL);
  // A write that failed commits nothing: whoever shows something has to hear of it all the same.
  const readCatalogue = createPackagedWords();
  const store = openWriter(now, () => channel.postMessage(CHANGED), readCatalogue);
  const fetchHere: typeof fetch = (input, init) => fetch(input, init);

  const announce = async (head: Head | null): Promise<void> => {
    await showBadge(badgeFor(head, now()));
    channel.postMessage(CHANGED);
    tabs.tell(CHANGED);
  };
  const changed = async (): Promise<void> => announce(await store.refreshHead());

  const alerting = createAlerting({ store, now, readCatalogue, changed });

  /** A workspace that was removed takes along what was told of it. */
  const toldAndChanged = async (): Promise<void> => {
    await alerting.tell();
    await changed();
  };

  const pace = {
    now,
    wait: (delayMs: number): Promise<void> =>
      new Promise((resolve) => {
        setTimeout(resolve, delayMs);
      }),
    budgetPercent: async () => (await readSettings()).budgetPercent,
  };
  const gateways = createGateways({ ...pace, vault, fetch: fetchHere, random: Math.random });
  const watcher = createWatcher({
    store,
    now,
    gateways,
    runningMs: async () => (await readSettings()).checkEveryMinutes * MINUTE_MS,
    hasHostPermission: hasHostAccess,
    arm: async (dueAt) => {
      await alerting.catchUp();
      await armAlarm(earliest(dueAt, alerting.dueAt()));
    },
    onCommitted: async () => {
      await alerting.tell();
      await changed();
      await store.prunePast();
    },
    locks: navigator.locks,
  });
  const webhooks = createWebhooks({
    store,
    vault,
    fetch: fetchHere,
    now,
    readCatalogue,
    tellChanged: () => channel.postMessage(CHANGED),
  });
  const port: WorkspacesPort = {
    store,
    vault,
    fetch: fetchHere,
    now,
    newId: () => crypto.randomUUID() as WorkspaceId,
    gateways,
    allowance: createAllowance({ ...pace, read: readConnectBucket, write: putConnectBucket }),
  };
  const restore = createRestoring(port);
  /** The browser forgets badges when it ends, and where nothing is due no check would bring them back. */
  const restoreBadge = async (): Promise<void> => {
    if ((await readFirstHead()) === undefined) await changed();
  };
  const asking = createAsking({ store, gateways, now, hasHostPermission: hasHostAccess });
  const look = (campaignId: CampaignId): void => {
    watcher
      .look(campaignId)
      .then(webhooks.remind)
      .catch((error: unknown) => {
        console.error('Sendwatch: a look at a campaign ended early; it has its turn later.', error);
      });
  };
  const changing = createChanging({
    store,
    now,
    ...asking,
    onChanged: () => channel.postMessage(CHANGED),
    look,
  });
  const checkAll = async (isAsked: boolean): Promise<void> => {
    await restoreBadge();
    await vault.lockIfIdle(now());
    await restore();
    await watcher.wake(isAsked);
  };
  const keepDemoFresh = async (isAsked: boolean): Promise<void> => {
    if (await refreshDemo({ store, now, fetchRecorded }, isAsked)) await changed();
  };
  const check = (isAsked = false): void => {
    // Apart from checking: a demo that cannot be moved holds up no workspace.
    keepDemoFresh(isAsked).catch((error: unknown) => {
      console.error('Sendwatch: the demo could not be moved to now.', error);
    });
    changing.resolve();
    checkAll(isAsked)
      .catch((error: unknown) => {
        console.error('Sendwatch: a check ended early; the next one takes up its work.', error);
      })
      // Also after a check that failed: what waits for webhooks was found by one before.
      .then(webhooks.deliver)
      .catch((error: unknown) => {
        console.error('Sendwatch: webhooks were not all served; the next alarm does.', error);
      });
  };
  return {
    handlers: {
      extension: notingUse(() => vault.noteUse(now()), {
        ...workspaceHandlers(port, toldAndChanged, check, look, hasHostAccess),
        ...vaultHandlers(vault, () => check(true)),
        ...webhookHandlers(webhooks.keeper, webhooks.deliverer),
        ...alerting.handlers,
        ...createQuestions({ store, gateways, now, hasHostPermission: hasHostAccess }, asking),
        ...createChangeQuestions(asking, now),
        ...changeHandlers(changing.changes),
        ...dataHandlers({
          store,
          now,
          changed,
          erased: async () => {
            await alerting.redraw();
            await announce(null);
          },
          stopAsking: gateways.closeAll,
          giveAllBack,
        }),
      }),
      panel: panelHandlers({
        store,
        tabs,
        look,
        readCatalogue,
        openConfirm: changing.openFromPanel,
        hide: async () => {
          await writeSetting('isPanelShown', false);
          await changed();
        },
      }),
    },
    check,
    clicked: alerting.clicked,
  };
};
