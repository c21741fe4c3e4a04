import { createGateway, type Gateway, type GatewayOptions } from '#gateway';
import type { WorkspaceId } from '#model';
import type { Memory } from './core/memory.ts';
import { heldUntil } from './core/rhythm.ts';

/** One gateway per workspace for as long as the worker lives; everything that must outlive it is in the journal. */
export interface Gateways {
  /** The gateway of a workspace under its present key. */
  of(memory: Pick<Memory, 'workspace' | 'journal'>): Promise<Gateway>;
  /** The gateway, if this worker has opened one. */
  known(workspaceId: WorkspaceId): Gateway | undefined;
  /** Throws away what is still being asked for a workspace that was removed. */
  close(workspaceId: WorkspaceId): void;
  closeAll(): void;
}

type World = Pick<GatewayOptions, 'vault' | 'fetch' | 'now' | 'random' | 'wait'> & {
  /** As the user set it. */
  readonly budgetPercent: () => Promise<number>;
};

/** Opens gateways as they are needed. */
export const createGateways = (world: World): Gateways => {
  const open = new Map<WorkspaceId, Gateway>();
  return {
    of: async ({ workspace, journal }) => {
      const { id, generation, adminId } = workspace;
      const budgetPercent = await world.budgetPercent();
      // Looked up after the wait: two asks at once must not open two gateways, or the budget is spent twice.
      const standing = open.get(id);
      if (standing) {
        if (standing.standing().generation !== generation) standing.renew(generation, adminId);
        if (standing.standing().budgetPercent !== budgetPercent) standing.setBudget(budgetPercent);
        return standing;
      }
      const isPauseAsked = workspace.state.kind === 'rate_limited';
      const gateway = createGateway({
        ...world,
        budgetPercent,
        workspaceId: id,
        adminId,
        generation,
        bucket: journal.bucket,
        notBefore: isPauseAsked ? heldUntil(journal, world.now()) : null,
        // A latched workspace never gets here: the watcher does not ask for it.
        latch: null,
      });
      open.set(id, gateway);
      return gateway;
    },
    known: (id) => open.get(id),
    close: (id) => {
      open.get(id)?.close();
      open.delete(id);
    },
    closeAll: () => {
      for (const gateway of open.values()) gateway.close();
      open.clear();
    },
  };
};
