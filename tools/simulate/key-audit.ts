import type { WorkspaceId } from '#model';
import type { Audit } from './audit.ts';
import type { Rows } from './memory-store.ts';
import type { Ending, Request } from './network.ts';

/** Who may still be asked, and when: rejected keys, removed workspaces, pauses that Instantly asked for. */
export const createKeyAudit = (audit: Audit) => {
  /** Worker that was told that a key is refused. */
  const toldTo = new Map<string, number>();
  /** Keys whose refusal is stored, so that no worker may try them again. */
  const latched = new Set<string>();
  const removed = new Set<string>();
  /** In true time. */
  const pausedUntil = new Map<WorkspaceId, number>();

  return {
    sent: ({ key, known, sentAt, workerId, url }: Request): void => {
      audit.check(
        'rejectedIsSilent',
        toldTo.get(key) !== workerId && !latched.has(key),
        () => `${url} with a key that is refused`,
      );
      audit.check('removedIsSilent', !removed.has(key), () => `${url} of a removed workspace`);
      if (known === undefined) return;
      const until = pausedUntil.get(known.workspace.id as WorkspaceId) ?? 0;
      audit.check('pauseKept', sentAt >= until, () => `${url} ${until - sentAt} ms too soon`);
    },
    ended: ({ request, status }: Ending): void => {
      const isRefused = request.known === undefined || request.known.status !== 200;
      if (status !== 0 && isRefused && status === (request.known?.status ?? 401)) {
        toldTo.set(request.key, request.workerId);
      }
    },
    /** `isKeyGood`: whether Instantly would take it at this moment. */
    committed: (
      { workspace }: Rows,
      key: string,
      isKeyGood: boolean,
      clockOffsetMs: number,
    ): void => {
      const { state, id } = workspace;
      if (state.kind === 'rate_limited') pausedUntil.set(id, state.until - clockOffsetMs);
      else pausedUntil.delete(id);
      if (state.kind !== 'key_rejected' && state.kind !== 'no_plan') return;
      audit.check('oldKeyDiscarded', !isKeyGood, () => `a good key of ${id} is said to be refused`);
      latched.add(key);
    },
    replaced: (id: WorkspaceId): void => {
      pausedUntil.delete(id);
    },
    removed: (id: WorkspaceId, key: string): void => {
      removed.add(key);
      pausedUntil.delete(id);
    },
    /** Pauses are kept by the computer's clock; after it was set nobody can tell when they end. */
    clockMoved: (): void => pausedUntil.clear(),
  };
};
