import type { ConnectAnswer } from '#messages';
import type { MessageHandlers } from '#messages/guard';
import type { CampaignId } from '#model';
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
  | 'check.look'
>;

/** A request that the browser itself did not let out looks like a missing connection. */
const explained = async (
  answer: ConnectAnswer,
  hasHostPermission: () => Promise<boolean>,
): Promise<ConnectAnswer> =>
  !answer.ok && answer.problem.code === 'offline' && !(await hasHostPermission())
    ? { ok: false, problem: { code: 'permission_missing' } }
    : answer;

/** Workspaces and checking. `changed` tells every surface; `check` starts a check, of all or of what is due; `look` one of a campaign on a screen. */
export const workspaceHandlers = (
  port: WorkspacesPort,
  changed: () => Promise<void>,
  check: (isAsked: boolean) => void,
  look: (campaignId: CampaignId) => void,
  hasHostPermission: () => Promise<boolean>,
): Handlers => ({
  'workspace.connect': async ({ key }) => {
    const answer = await explained(await connectWorkspace(port, key), hasHostPermission);
    if (answer.ok) {
      await changed();
      check(true);
    }
    return answer;
  },
  'workspace.checkKey': async ({ workspaceId }) => {
    const answer = await explained(await checkStoredKey(port, workspaceId), hasHostPermission);
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
  'check.look': async ({ campaignId }) => {
    look(campaignId);
    return { ok: true };
  },
  'check.now': async () => {
    check(true);
    return { ok: true };
  },
});
