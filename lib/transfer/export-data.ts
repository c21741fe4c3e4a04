import { type InstantMs, utcDate, type WorkspaceId } from '#model';
import type { IncidentRecord, StoreReader } from '#store/read';
import type { Settings } from '#store/settings';
import { APP, type ExportFile, FORMAT } from './export-file.ts';

/** What an export says beside what is stored. */
export interface ExportContext {
  readonly settings: Settings;
  readonly version: string;
  readonly now: InstantMs;
}

type Source = Pick<
  StoreReader,
  | 'workspaces'
  | 'historyOf'
  | 'incidents'
  | 'fleets'
  | 'inboxes'
  | 'alertRules'
  | 'silences'
  | 'actions'
>;

const isAbout =
  (ids: ReadonlySet<WorkspaceId>) =>
  ({ workspaceId }: { readonly workspaceId: WorkspaceId }): boolean =>
    ids.has(workspaceId);

const narrow = (ids: ReadonlySet<WorkspaceId>, records: readonly IncidentRecord[]) =>
  records.flatMap((record) => {
    const workspaceIds = record.workspaceIds.filter((id) => ids.has(id));
    return workspaceIds.length > 0 ? [{ ...record, workspaceIds }] : [];
  });

/** Gathers everything that is known of real workspaces, without the demo and without any part of a key. Throws StoreError. */
export const exportData = async (
  reader: Source,
  { settings, version, now }: ExportContext,
): Promise<ExportFile> => {
  const workspaces = (await reader.workspaces()).filter(({ isDemo }) => !isDemo);
  const ids = new Set(workspaces.map(({ id }) => id));
  const [histories, inboxes, incidents, fleets, alertRules, silences, actions] = await Promise.all([
    Promise.all(workspaces.map(({ id }) => reader.historyOf(id, 0))),
    Promise.all(workspaces.map(({ id }) => reader.inboxes(id))),
    reader.incidents(),
    reader.fleets(),
    reader.alertRules(),
    reader.silences(),
    reader.actions(0),
  ]);
  return {
    app: APP,
    format: FORMAT,
    version,
    exportedAt: now,
    settings,
    workspaces: workspaces.map(({ id, name, connectedAt }) => ({ id, name, connectedAt })),
    history: histories.flat(),
    incidents: narrow(ids, incidents),
    alertRules,
    silences: silences.filter(
      ({ scope }) => scope.workspaceId === null || ids.has(scope.workspaceId),
    ),
    actions: actions.filter(isAbout(ids)).map(({ inverse: _, jobId: __, ...action }) => action),
    fleets: fleets.filter(isAbout(ids)),
    inboxes: inboxes.filter((record) => record !== undefined),
  };
};

/** The name under which an export is saved: its day, in UTC, so that names sort. */
export const exportFileName = (exportedAt: InstantMs): string =>
  `sendwatch-${utcDate(exportedAt)}.json`;
