import { type AbilityReport, checkKeyText, type InstantlyClient, probeAbilities } from '#instantly';
import type { ConnectAnswer } from '#messages';
import { openClient, type Pay, payerFor } from './asking.ts';
import { keepRecord } from './keys.ts';
import type { WorkspacesPort } from './port.ts';
import { problemOf } from './problem.ts';
import { answerFor, nextOrder, recordOf } from './record.ts';

/**
 * A client for a pasted key. Whose it is shows its first answer: is that workspace connected, then its own budget pays
 * for the rest, and for that first request as well.
 */
const clientFor = (port: WorkspacesPort, key: string): InstantlyClient => {
  let pay: Pay = port.allowance.pay;
  const client = openClient(port, { key }, () => pay());
  return {
    ...client,
    currentWorkspace: async (call) => {
      const answer = await client.currentWorkspace(call);
      const payer = await payerFor(port, answer.value.id);
      if (payer !== port.allowance.pay) {
        pay = payer;
        await pay();
      }
      return answer;
    },
  };
};

/** Keeps the key for the workspaces it is for. */
const keep = async (
  port: WorkspacesPort,
  key: string,
  report: AbilityReport,
): Promise<ConnectAnswer> => {
  const workspaces = (await port.store.workspaces()).filter(({ isDemo }) => !isDemo);
  const id = report.workspaceId ?? port.newId();
  const own = workspaces.find((workspace) => workspace.id === id);
  const members = workspaces.filter(({ adminId }) => adminId === id);
  const { abilities, missingScopes } = report;
  const name = report.workspace?.name ?? '';
  const parts = { key, name, abilities, missingScopes, now: port.now() };
  // An admin workspace that is not watched itself stays unwatched when its key is replaced.
  const isOwn = own !== undefined || members.length === 0;
  const records = [
    ...(isOwn ? [recordOf({ ...parts, id, known: own, order: nextOrder(workspaces) })] : []),
    ...members.map((known) => recordOf({ ...parts, id: known.id, adminId: id, known })),
  ];
  for (const record of records) await keepRecord(port, record, key);
  const [first] = records;
  if (first === undefined) throw new Error('a key that was kept for no workspace');
  return answerFor(first, own !== undefined || !isOwn);
};

/**
 * Accepts a pasted key: checks its text and asks Instantly what it may do. A key of a workspace that is connected
 * replaces the old one, an admin key in all workspaces that are watched with it.
 */
export const connectWorkspace = async (
  port: WorkspacesPort,
  rawKey: string,
): Promise<ConnectAnswer> => {
  const text = checkKeyText(rawKey);
  if (!text.ok) return { ok: false, problem: { code: text.problem } };
  try {
    const report = await probeAbilities(clientFor(port, text.key));
    if (report.abilities.readCampaigns === false) {
      const scopes = report.missingScopes.filter((scope) => scope.startsWith('campaigns'));
      return { ok: false, problem: { code: 'scope_missing', scopes, message: '' } };
    }
    return await keep(port, text.key, report);
  } catch (error) {
    return { ok: false, problem: problemOf(error, port.now()) };
  }
};
