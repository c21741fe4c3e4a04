import { signal } from '@preact/signals';
import type { WorkspaceId } from '#model';
import type { StorageTrouble } from '#store/read';
import { DEFAULT_SETTINGS, type Settings } from '#store/settings';
import { createAlertsModel } from './alerts/alerts-model.ts';
import { createWebhooksModel } from './alerts/webhooks-model.ts';
import { ask, type Doing, doingAfter } from './ask.ts';
import { createDataModel } from './data-model.ts';
import { createMembersModel } from './members-model.ts';
import type { OptionsPorts } from './ports.ts';
import { createVaultModel } from './vault-model.ts';
import { createWorkspacesModel } from './workspaces-model.ts';

export type { OptionsPorts } from './ports.ts';

/** What came of the last change of one setting. */
export interface SettingChange {
  readonly name: keyof Settings;
  readonly outcome: Doing;
}

/** The state of the options page. */
export const createOptionsModel = (ports: OptionsPorts) => {
  const now = signal(ports.now());
  const isOnline = signal(ports.isOnline());
  const trouble = signal<StorageTrouble | null>(null);
  const settings = signal<Settings>({ ...DEFAULT_SETTINGS, ...ports.readLook() });
  const settingChange = signal<SettingChange | null>(null);
  const workspaces = createWorkspacesModel(ports);
  const members = createMembersModel(ports, workspaces.refresh);
  const vault = createVaultModel(ports);
  const alerts = createAlertsModel(ports);
  const webhooks = createWebhooksModel(ports);

  const readSettings = async (): Promise<void> => {
    settings.value = (await ask(() => ports.readSettings())) ?? settings.value;
  };
  const refresh = async (): Promise<void> => {
    now.value = ports.now();
    isOnline.value = ports.isOnline();
    trouble.value = await ask(() => ports.readTrouble());
    await Promise.all([
      workspaces.refresh(),
      readSettings(),
      vault.refresh(),
      alerts.refresh(),
      webhooks.refresh(),
    ]);
  };
  const refreshAll = (): Promise<unknown> => Promise.all([refresh(), data.refresh()]);
  const realIds = (): ReadonlySet<WorkspaceId> =>
    new Set((workspaces.list.value ?? []).filter(({ isDemo }) => !isDemo).map(({ id }) => id));
  const data = createDataModel(ports, realIds, refreshAll);

  const setSetting = async <Name extends keyof Settings>(
    name: Name,
    value: Settings[Name],
  ): Promise<void> => {
    const before = settings.value;
    settings.value = { ...before, [name]: value };
    settingChange.value = { name, outcome: 'asking' };
    const outcome = doingAfter(await ask(() => ports.send('settings.set', { name, value })));
    settingChange.value = { name, outcome };
    if (outcome !== 'done') settings.value = { ...settings.value, [name]: before[name] };
  };

  return {
    ports,
    now,
    isOnline,
    trouble,
    settings,
    settingChange,
    counts: workspaces.counts,
    workspaces,
    members,
    vault,
    alerts,
    webhooks,
    data,
    refresh,
    refreshAll,
    setSetting,
  };
};

export type OptionsModel = ReturnType<typeof createOptionsModel>;
