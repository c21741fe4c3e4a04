import { type AlertRules, type InstantMs, isOpenOutcome, type Silence } from '#model';
import type { ActionRecord, HistoryRecord, IncidentRecord, WorkspaceRecord } from '#store/read';
import { isSettingName, type Settings } from '#store/settings';
import type { ExportedAction, ImportData } from './export-file.ts';
import { planImport } from './plan-import.ts';

/** What restoring needs of the world. */
export interface ImportPort {
  workspaces(): Promise<readonly WorkspaceRecord[]>;
  /**
   * Adds records beside those that are there, in one transaction. What is there already is replaced by itself; a change
   * that is there stays as it is, for more may be known of it by now.
   */
  addPast(
    history: readonly HistoryRecord[],
    incidents: readonly IncidentRecord[],
    actions: readonly ActionRecord[],
  ): Promise<void>;
  putAlertRules(rules: AlertRules): Promise<void>;
  changeSilences(change: (silences: readonly Silence[]) => readonly Silence[]): Promise<unknown>;
  writeSetting<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void>;
  now(): InstantMs;
}

/** How much was restored. */
export interface ImportCounts {
  readonly history: number;
  readonly incidents: number;
  readonly actions: number;
  readonly settings: number;
}

/**
 * Restores a parsed file. Adds only, and the same file twice gives the same: an attempt that failed half-way can be
 * made again. Throws StoreError.
 */
export const importData = async (port: ImportPort, data: ImportData): Promise<ImportCounts> => {
  const real = (await port.workspaces()).filter(({ isDemo }) => !isDemo);
  const connectedIds = new Set(real.map(({ id }) => id));
  const plan = planImport(data, connectedIds, port.now()).data;
  const { history, incidents, actions, settings, alertRules, silences } = plan;
  if (history.length + incidents.length + actions.length > 0) {
    await port.addPast(history, incidents, actions.map(asPast));
  }
  if (alertRules !== null) await port.putAlertRules(alertRules);
  if (silences.length > 0) await port.changeSilences((known) => silencesWith(known, silences));
  const names = Object.keys(settings).filter(isSettingName);
  for (const name of names) await writeOne(port, settings, name);
  return {
    history: history.length,
    incidents: incidents.length,
    actions: actions.length,
    settings: names.length,
  };
};

// A file must not make Sendwatch ask Instantly anything: nothing of it is read back, gone on with or taken back.
const asPast = (action: ExportedAction): ActionRecord => ({
  ...action,
  outcome: isOpenOutcome(action.outcome) ? { kind: 'unknown' } : action.outcome,
  inverse: null,
  jobId: null,
});

const silencesWith = (
  known: readonly Silence[],
  restored: readonly Silence[],
): readonly Silence[] => {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...restored.filter(({ id }) => !ids.has(id))];
};

const writeOne = async <Name extends keyof Settings>(
  port: ImportPort,
  settings: Partial<Settings>,
  name: Name,
): Promise<void> => {
  const value = settings[name];
  if (value !== undefined) await port.writeSetting(name, value);
};
