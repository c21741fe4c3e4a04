import type { Cause, SendingCode } from '#model';
import { isUnseen } from '#model';
import { cause, type Rule } from '../../cause.ts';
import type { CampaignContext } from '../../context.ts';
import { impossibleCounts } from '../../counts.ts';
import { isLifecycleCode } from '../../effective-code.ts';

/** What contradicts what. Two codes of one level, figures that cannot be, or the list against the sending status. */
export type ContradictionKind = 'codes' | 'counts' | 'over_limit' | 'list' | 'reason' | 'leads';

const note = (
  kind: ContradictionKind,
  severity: Cause['severity'],
  params: Cause['params'],
): Cause =>
  cause('contradiction', severity, {
    params: { kind, ...params },
    actions: ['check_now', 'open_campaign'],
  });

/** The second code of a snapshot that says two things. */
export const otherCode = ({ snapshot }: CampaignContext): SendingCode | undefined => {
  const { code, summaryCode } = snapshot ?? {};
  if (!code || !summaryCode || isUnseen(code) || isUnseen(summaryCode)) return undefined;
  return code === summaryCode ? undefined : summaryCode;
};

const ofCodes = (context: CampaignContext): Cause | null => {
  const other = otherCode(context);
  const own = context.snapshot?.code;
  return other &&
    typeof own === 'string' &&
    context.effective.kind === 'code' &&
    context.effective.from === 'snapshot'
    ? note('codes', 'blue', { first: own, second: other })
    : null;
};

const ofCounts = ({ snapshot }: CampaignContext): Cause | null => {
  const impossible = snapshot ? impossibleCounts(snapshot) : [];
  return impossible.length > 0 ? note('counts', 'amber', { fields: impossible }) : null;
};

const ofLimit = ({ snapshot }: CampaignContext): Cause | null => {
  const { sent, limit } = snapshot?.campaignLimit ?? {};
  return sent !== undefined && typeof limit === 'number' && limit > 0 && sent > limit
    ? note('over_limit', 'blue', { sent, limit })
    : null;
};

/** The list says that it runs, the sending status that it does not, or the other way round. */
const ofList = ({ campaign, effective, snapshot, takenAt }: CampaignContext): Cause | null => {
  const { lifecycle, updatedAt } = campaign;
  if (lifecycle === undefined || isUnseen(lifecycle)) return null;
  // A snapshot from before the last change is not re-evaluated yet, which is no contradiction.
  if (takenAt !== undefined && updatedAt !== undefined && takenAt < updatedAt) return null;
  const said = snapshot?.code;
  if (effective.kind !== 'code' || typeof said !== 'string') return null;
  const isRunning = lifecycle === 'active' || lifecycle === 'running_subsequences';
  if (isRunning && effective.from === 'snapshot' && isLifecycleCode(said)) {
    return note('list', 'amber', { first: lifecycle, second: said });
  }
  return null;
};

const ofReason = ({ effective, snapshot }: CampaignContext): Cause | null =>
  effective.kind === 'code' && effective.from === 'reason' && snapshot?.code === 'healthy'
    ? note('reason', 'blue', { first: effective.code, second: 'healthy' })
    : null;

const ofLeads = ({ code, leads }: CampaignContext): Cause | null => {
  if (code !== 'waiting_for_leads' || leads?.leads === undefined || leads.contacted === undefined)
    return null;
  const uncontacted = leads.leads - leads.contacted;
  return uncontacted > 0 ? note('leads', 'blue', { count: uncontacted }) : null;
};

/** Statements that cannot all be true are shown, whichever of them decides. */
export const contradiction: Rule = (context) =>
  [ofList, ofCodes, ofCounts, ofLimit, ofReason, ofLeads].flatMap((find) => find(context) ?? []);
