import { computed, type Signal, signal } from '@preact/signals';
import type { WorkspaceId } from '#model';
import type { Head, HeadWorkspace, WorkspaceRecord } from '#store/read';
import type { PopupPorts } from './ports.ts';

const headOf = (record: WorkspaceRecord): HeadWorkspace => ({
  id: record.id,
  name: record.name,
  state: record.state,
  checkedAt: null,
  campaigns: 0,
  isDemo: record.isDemo,
});

/** The workspaces there are, and the one that a person looks at: what was chosen last is kept in the browser. */
export const createChosenWorkspaces = (
  ports: Pick<PopupPorts, 'readPreference' | 'writePreference'>,
  head: Signal<Head | null>,
  records: Signal<readonly WorkspaceRecord[] | null>,
) => {
  const kept = signal((ports.readPreference('workspace') || null) as WorkspaceId | null);
  const allWorkspaces = computed<readonly HeadWorkspace[] | null>(() => {
    const fromHead = head.value?.workspaces;
    if (!records.value) return fromHead ?? null;
    return records.value.map((record) => ({
      ...(fromHead?.find(({ id }) => id === record.id) ?? headOf(record)),
      name: record.name,
      state: record.state,
    }));
  });
  // Of a workspace that is gone nothing is chosen: all are shown.
  const chosen = computed(
    () => allWorkspaces.value?.find(({ id }) => id === kept.value)?.id ?? null,
  );
  const isShown = (id: WorkspaceId): boolean => chosen.value === null || id === chosen.value;
  const choose = (id: WorkspaceId | null): void => {
    kept.value = id;
    ports.writePreference('workspace', id ?? '');
  };
  return {
    allWorkspaces,
    chosen,
    isShown,
    workspaces: computed(() => (allWorkspaces.value ?? []).filter(({ id }) => isShown(id))),
    choose,
    /** Forgets a choice whose workspace is gone. */
    forgetGone: (): void => {
      if (kept.value !== null && chosen.value === null) choose(null);
    },
  };
};
