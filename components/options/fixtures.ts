import type { ExtensionTable, VaultAnswer } from '#messages';
import { ALERT_PRESETS, type AlertRules, type Silence } from '#model';
import { DEFAULT_LOOK } from '#store/look';
import type { WorkspaceRecord } from '#store/read';
import { DEFAULT_SETTINGS, type Settings } from '#store/settings';
import type { ExportFile, SupportFile } from '#transfer';
import { fleet, fleetRecord, NOW, workspaceRecord } from '../fixtures.ts';
import type { OptionsPorts } from './model.ts';

type Table = ExtensionTable;

/** Answers of the background, by message. */
export type Answers = {
  readonly [Name in keyof Table]?: (
    request: Table[Name]['request'],
  ) => Promise<Table[Name]['answer']> | Table[Name]['answer'];
};

/** A vault that keeps keys the usual way. */
export const vaultAnswer: VaultAnswer = {
  mode: 'persistent',
  state: 'ready',
  lockedWorkspaceIds: [],
  lockAfterMinutes: null,
};

/** What an export of the fixtures holds. */
export const exportFile: ExportFile = {
  app: 'sendwatch',
  format: 1,
  version: '0.1.0',
  exportedAt: NOW,
  settings: DEFAULT_SETTINGS,
  workspaces: [],
  history: [],
  incidents: [],
  alertRules: null,
  silences: [],
  actions: [],
  fleets: [],
  inboxes: [],
};

/** What a page of these tests and pictures stands on. */
export interface World {
  workspaces: readonly WorkspaceRecord[];
  settings: Settings;
  rules: AlertRules;
  silences: readonly Silence[];
  readonly sent: [string, unknown][];
  readonly changed: () => void;
}

/** Ports over a small world: settings are kept, everything else is answered as given, or with `ok`. */
export const optionsPorts = (
  answers: Answers = {},
  parts: Partial<OptionsPorts> & { readonly workspaces?: readonly WorkspaceRecord[] } = {},
): { readonly ports: OptionsPorts; readonly world: World } => {
  const listeners = new Set<() => void>();
  const { workspaces = [workspaceRecord()], ...rest } = parts;
  const world: World = {
    workspaces,
    settings: DEFAULT_SETTINGS,
    rules: ALERT_PRESETS.standard,
    silences: [],
    sent: [],
    changed: () => {
      for (const listener of listeners) listener();
    },
  };
  const send = async (type: string, request: unknown): Promise<unknown> => {
    world.sent.push([type, request]);
    const answer = (answers as Record<string, ((request: unknown) => unknown) | undefined>)[type];
    if (answer) return answer(request);
    if (type === 'vault.state') return vaultAnswer;
    if (type === 'workspace.members') return { ok: true, members: [] };
    if (type === 'webhook.list') return { webhooks: [] };
    if (type === 'settings.set') {
      const { name, value } = request as { name: string; value: unknown };
      world.settings = { ...world.settings, [name]: value };
    }
    return { ok: true };
  };
  const ports: OptionsPorts = {
    readWorkspaces: async () => world.workspaces,
    readFleets: async () => [fleetRecord(fleet)],
    readTrouble: async () => null,
    readSettings: async () => world.settings,
    readAlertRules: async () => world.rules,
    readNotifying: async () => world.settings.areNotificationsOn,
    readSilences: async () => world.silences,
    readTags: async () => [],
    readHistory: async () => [],
    exportAll: async () => exportFile,
    gatherSupport: async () => ({}) as SupportFile,
    send: send as OptionsPorts['send'],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isOnline: () => true,
    watchOnline: () => () => undefined,
    requestAccess: async () => true,
    requestNotifications: async () => true,
    requestOrigin: async () => true,
    readSize: async () => 3_420_000,
    readLook: () => DEFAULT_LOOK,
    keepLook: () => undefined,
    saveFile: () => undefined,
    forgetPages: () => undefined,
    openDashboard: () => undefined,
    openPopup: () => undefined,
    now: () => NOW,
    version: '0.1.0',
    ...rest,
  };
  return { ports, world };
};
