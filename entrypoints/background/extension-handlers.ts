import type { MessageHandlers } from '#messages/guard';
import { checkStoredKey, connectWorkspace, removeWorkspace, type WorkspacesPort } from '#watch';

/** What pages of the extension may ask for. `changed` tells every surface; `check` starts a check. */
export const extensionHandlers = (
  port: WorkspacesPort,
  changed: () => Promise<void>,
  check: () => void,
): MessageHandlers['extension'] => ({
  'workspace.connect': async ({ key }) => {
    const answer = await connectWorkspace(port, key);
    if (answer.ok) {
      await changed();
      check();
    }
    return answer;
  },
  'workspace.checkKey': async ({ workspaceId }) => {
    const answer = await checkStoredKey(port, workspaceId);
    await changed();
    if (answer.ok) check();
    return answer;
  },
  'workspace.remove': async ({ workspaceId }) => {
    await removeWorkspace(port, workspaceId);
    await changed();
    return { ok: true };
  },
  'check.now': async () => {
    check();
    return { ok: true };
  },
});
