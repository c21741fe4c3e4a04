import type { MessageHandlers } from '#messages/guard';
import {
  addMember,
  checkStoredKey,
  connectWorkspace,
  listMembers,
  removeWorkspace,
  type WorkspacesPort,
} from '#watch';

type Handlers = Pick<
  MessageHandlers['extension'],
  | 'workspace.connect'
  | 'workspace.checkKey'
  | 'workspace.remove'
  | 'workspace.members'
  | 'workspace.addMember'
  | 'workspace.rename'
  | 'workspace.reorder'
  | 'check.now'
>;

/** Workspaces and checking. `changed` tells every surface; `check` starts a check, of all or of what is due. */
export const workspaceHandlers = (
  port: WorkspacesPort,
  changed: () => Promise<void>,
  check: (isAsked: boolean) => void,
): Handlers => ({
  'workspace.connect': async ({ key }) => {
    const answer = await connectWorkspace(port, key);
    if (answer.ok) {
      await changed();
      check(true);
    }
    return answer;
  },
  'workspace.checkKey': async ({ workspaceId }) => {
    const answer = await checkStoredKey(port, workspaceId);
    await changed();
    if (answer.ok) check(true);
    return answer;
  },
  'workspace.remove': async ({ workspaceId }) => {
    await removeWorkspace(port, workspaceId);
    await changed();
    // What is left decides when to wake next, and whether at all.
    check(false);
    return { ok: true };
  },
  'workspace.members': ({ workspaceId }) => listMembers(port, workspaceId),
  // No check yet: more may follow, and the page asks for one after the last.
  'workspace.addMember': async (wish) => {
    const answer = await addMember(port, wish);
    if (answer.ok) await changed();
    return answer;
  },
  'workspace.rename': async ({ workspaceId, name }) => {
    const renamed = await port.store.updateWorkspace(workspaceId, (workspace) => ({
      ...workspace,
      name,
    }));
    await changed();
    return { ok: renamed !== undefined };
  },
  'workspace.reorder': async ({ workspaceIds }) => {
    for (const [order, id] of workspaceIds.entries()) {
      await port.store.updateWorkspace(id, (workspace) => ({ ...workspace, order }));
    }
    await changed();
    return { ok: true };
  },
  'check.now': async () => {
    check(true);
    return { ok: true };
  },
});
