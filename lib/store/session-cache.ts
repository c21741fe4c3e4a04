import { browser } from 'wxt/browser';
import type { WorkspaceId } from '#model';
import type {
  FleetRecord,
  InboxFleetRecord,
  IncidentRecord,
  JournalRecord,
  ObservationRecord,
  WorkspaceRecord,
} from './records.ts';
import { toStoreError } from './store-error.ts';

/** What is known of one workspace, as one value of the session. History, which grows, is left out. */
export interface KeptWorkspace {
  readonly workspace: WorkspaceRecord;
  readonly journal?: JournalRecord | undefined;
  readonly fleet?: FleetRecord | undefined;
  readonly inboxes?: InboxFleetRecord | undefined;
  readonly observations?: readonly ObservationRecord[] | undefined;
  readonly incidents?: readonly IncidentRecord[] | undefined;
}

const nameOf = (id: WorkspaceId): string => `cache.${id}`;

/** Every workspace of this run of the browser. The session lives no longer than the version that wrote it. */
export const readKept = async (): Promise<readonly KeptWorkspace[]> =>
  Object.entries(await browser.storage.session.get(null)).flatMap(([name, value]) =>
    name.startsWith('cache.') ? [value as KeptWorkspace] : [],
  );

/** One of them. */
export const readKeptOf = async (id: WorkspaceId): Promise<KeptWorkspace | undefined> => {
  const name = nameOf(id);
  return (await browser.storage.session.get(name))[name] as KeptWorkspace | undefined;
};

/** Keeps a workspace until the browser ends. Throws StoreError. */
export const keep = async (kept: KeptWorkspace): Promise<void> => {
  try {
    await browser.storage.session.set({ [nameOf(kept.workspace.id)]: kept });
  } catch (error) {
    throw toStoreError(error);
  }
};

/** Forgets a workspace. */
export const forget = (id: WorkspaceId): Promise<void> =>
  browser.storage.session.remove(nameOf(id));
