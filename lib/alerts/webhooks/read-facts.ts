import type { Notice } from '#model';
import type { StoreReader } from '#store/read';
import type { NoticeFacts } from './content-of.ts';

type Read = Pick<StoreReader, 'workspaces' | 'fleets' | 'openIncidents'>;

/** Reads the names and figures that a notice needs, as they stand now. Throws StoreError. */
export const readFacts = async (store: Read, { workspaceId }: Notice): Promise<NoticeFacts> => {
  const [workspaces, fleets, incidents] = await Promise.all([
    store.workspaces(),
    store.fleets(),
    store.openIncidents(),
  ]);
  const workspace = workspaces.find(({ id }) => id === workspaceId);
  const isMeant = (id: string): boolean => workspaceId === null || id === workspaceId;
  return {
    workspace: workspace ? { id: workspace.id, name: workspace.name } : null,
    verdicts: fleets
      .filter((fleet) => isMeant(fleet.workspaceId))
      .flatMap(({ verdicts }) => verdicts),
    incidents: incidents
      .filter(({ workspaceIds }) => workspaceIds.some(isMeant))
      .map(({ incident }) => incident),
  };
};
