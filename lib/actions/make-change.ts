import { GatewayError } from '#gateway';
import { InstantlyError, isRefusal } from '#instantly';
import type { ChangeFields, ChangeNote, ChangePlan, PlannedChange } from '#model';
import type { ActionRecord } from '#store/read';
import { VaultError } from '#vault';
import { definitionOf } from './actions.ts';
import { note } from './fields.ts';
import { noteOf } from './note-of.ts';
import type { Asked, ChangesPort } from './port.ts';
import { putOutcome, settle } from './settle.ts';
import { isAsShown } from './tickets.ts';

/** One change of a set that a person confirmed. */
export interface Confirmed extends PlannedChange {
  /** The same for the same change of the same set, whoever takes it up. */
  readonly id: string;
  readonly setId: string;
  readonly undoesId: string | null;
  /** The fields as they were shown. */
  readonly shown: ChangeFields | null;
}

/** Why a confirmed change is not made after all, by a plan from facts that were just read; null where it is. */
export const refusalOf = ({ refusal, before }: ChangePlan, shown: ChangeFields | null) => {
  const isRead = Object.keys(before).length > 0;
  if (isRead && !isAsShown(shown, before)) return note('not_as_shown');
  return refusal;
};

const recordOf = (
  { now }: ChangesPort,
  { id, setId, undoesId }: Confirmed,
  { workspaceId, change, subject, before, after, inverse }: ChangePlan,
): ActionRecord => ({
  id,
  setId,
  workspaceId,
  change,
  subject,
  at: now(),
  by: 'this_browser',
  before,
  after,
  inverse,
  undoesId,
  jobId: null,
  outcome: { kind: 'pending' },
  outcomeAt: now(),
});

/** Whether what was asked surely changed nothing: it never left, or Instantly said no. */
const isSurelyNotMade = ({ problem, error }: Asked<never> & { readonly ok: false }): boolean => {
  if (error instanceof InstantlyError) return isRefusal(error);
  // A key that was replaced meanwhile turns away answers as well as questions.
  if (error instanceof GatewayError) return error.problem !== 'superseded';
  return error === null || error instanceof VaultError || problem.kind === 'demo';
};

const keepScope = async ({ store }: ChangesPort, plan: ChangePlan, why: ChangeNote) => {
  if (why.code !== 'scope_missing') return;
  const { scope } = definitionOf(plan.change);
  await store.updateWorkspace(plan.workspaceId, (workspace) => ({
    ...workspace,
    missingScopes: [...new Set([...workspace.missingScopes, scope])],
  }));
};

/**
 * Makes one change, once: it is written down before Instantly is asked, and where it is written down already nothing is
 * asked. Its outcome is read back; what cannot be known yet stays open for `settle`. Throws StoreError.
 */
export const makeChange = async (
  port: ChangesPort,
  confirmed: Confirmed,
  plan: ChangePlan,
): Promise<void> => {
  const { store, change } = port;
  const record = recordOf(port, confirmed, plan);
  const refusal = refusalOf(plan, confirmed.shown);
  if (refusal !== null) {
    await store.addAction({ ...record, outcome: { kind: 'failed', note: refusal } });
    port.onChanged();
    return;
  }
  if (!(await store.addAction(record))) return;
  const definition = definitionOf(plan.change);
  const asked = await change(plan.workspaceId, (client) => definition.send(client, plan.change));
  if (!asked.ok && isSurelyNotMade(asked)) {
    const why = noteOf(asked.problem, asked.error);
    await keepScope(port, plan, why);
    await putOutcome(port, record, { kind: 'failed', note: why });
    return;
  }
  const sent = asked.ok
    ? await putOutcome(
        port,
        { ...record, jobId: asked.value.jobId },
        { kind: 'sent', progressPercent: asked.value.jobId === null ? null : 0 },
      )
    : record;
  await settle(port, sent);
  if ('campaignId' in plan.change) port.look(plan.change.campaignId);
};
