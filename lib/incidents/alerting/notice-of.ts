import type {
  AlertSeverity,
  CampaignId,
  CauseCode,
  InstantMs,
  Notice,
  Verdict,
  WorkspaceId,
} from '#model';
import type { Trouble } from './book.ts';

/** Campaigns that one message names; all are counted. */
const MOST_NAMED = 50;

const RANK: Readonly<Record<AlertSeverity, number>> = { red: 3, amber: 2, blue: 1, grey: 0 };

/** The worst of several; of none grey. */
export const worstOf = (severities: readonly AlertSeverity[]): AlertSeverity =>
  severities.reduce((worst, one) => (RANK[one] > RANK[worst] ? one : worst), 'grey');

/** The id under which the messages of one cause and workspace replace each other. */
export const noticeId = (
  kind: 'problem' | 'recovery',
  workspaceId: WorkspaceId,
  code: CauseCode,
): string => `${kind}|${workspaceId}|${code}`;

const lossOf = (
  campaignIds: readonly CampaignId[],
  verdicts: ReadonlyMap<CampaignId, Verdict>,
  code: CauseCode,
): number | null => {
  const losses = campaignIds.flatMap((id) => {
    const causes = verdicts.get(id)?.causes ?? [];
    const loss = (causes.find((cause) => cause.code === code) ?? causes[0])?.loss;
    return loss == null ? [] : [loss];
  });
  return losses.length > 0 ? losses.reduce((sum, loss) => sum + loss, 0) : null;
};

/** What a message about one cause is made from. */
export interface NoticeFacts {
  readonly kind: 'problem' | 'recovery';
  readonly workspaceId: WorkspaceId;
  readonly code: CauseCode;
  /** Everything the message is about, what is news first. */
  readonly troubles: readonly Trouble[];
  readonly verdicts: ReadonlyMap<CampaignId, Verdict>;
  readonly isRepeated: boolean;
  readonly now: InstantMs;
}

/** The message about one cause in one workspace. */
export const noticeOf = (facts: NoticeFacts): Notice => {
  const { kind, workspaceId, code, troubles, verdicts, isRepeated, now } = facts;
  const campaignIds = troubles.flatMap(({ campaignId }) => (campaignId ? [campaignId] : []));
  return {
    id: noticeId(kind, workspaceId, code),
    kind,
    workspaceId,
    code,
    severity: worstOf(troubles.map(({ severity }) => severity)),
    campaignIds: campaignIds.slice(0, MOST_NAMED),
    campaigns: campaignIds.length,
    loss: kind === 'problem' ? lossOf(campaignIds, verdicts, code) : null,
    at: now,
    isRepeated,
    counts: null,
  };
};
