import { type AbilityReport, probeAbilities } from '#instantly';
import type { ConnectAnswer, ConnectProblem } from '#messages';
import type { WorkspaceId } from '#model';
import type { WorkspaceRecord } from '#store/read';
import { findConnected, gatewayOf } from './asking.ts';
import type { WorkspacesPort } from './port.ts';
import { problemOf } from './problem.ts';
import { answerFor } from './record.ts';

const GONE: ConnectAnswer = { ok: false, problem: { code: 'key_rejected', message: '' } };

const latch = async (
  port: WorkspacesPort,
  workspaceId: WorkspaceId,
  problem: ConnectProblem,
): Promise<void> => {
  const since = port.now();
  switch (problem.code) {
    case 'no_plan':
    case 'key_rejected':
    case 'not_a_member': {
      const { code, message } = problem;
      await port.store.updateWorkspace(workspaceId, (workspace) => ({
        ...workspace,
        state:
          code === 'no_plan' ? { kind: code, since } : { kind: 'key_rejected', since, message },
      }));
    }
  }
};

const probe = async (port: WorkspacesPort, workspace: WorkspaceRecord): Promise<AbilityReport> => {
  const gateway = await gatewayOf(port, workspace);
  // A gateway that was refused stays shut, but a person asks whether that still holds.
  if (gateway.standing().latch !== null) gateway.renew(workspace.generation, workspace.adminId);
  return gateway.request('user', (client) => probeAbilities(client));
};

/** Asks again what a stored key may do, and takes a latched workspace up again when the key turns out to be good. */
export const checkStoredKey = async (
  port: WorkspacesPort,
  workspaceId: WorkspaceId,
): Promise<ConnectAnswer> => {
  const fail = async (problem: ConnectProblem): Promise<ConnectAnswer> => {
    await latch(port, workspaceId, problem);
    return { ok: false, problem };
  };
  try {
    const known = await findConnected(port, workspaceId);
    if (known === undefined) return GONE;
    const report = await probe(port, known);
    // A key that does not act on the member any more would show the admin's campaigns as the member's.
    const isOther = report.workspace !== undefined && report.workspace.id !== workspaceId;
    if (known.adminId !== undefined && isOther) {
      return await fail({ code: 'not_a_member', message: '' });
    }
    const updated = await port.store.updateWorkspace(workspaceId, (workspace) => ({
      ...workspace,
      name: workspace.name || report.workspace?.name || '',
      abilities: report.abilities,
      missingScopes: report.missingScopes,
      state: workspace.state.kind === 'first_check' ? workspace.state : { kind: 'ok' },
    }));
    return updated ? answerFor(updated, false) : GONE;
  } catch (error) {
    return fail(problemOf(error, port.now()));
  }
};
