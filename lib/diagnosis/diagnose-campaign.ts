import type {
  Capacity,
  Cause,
  Counters,
  GapRange,
  Health,
  InstantMs,
  LastKnown,
  Observation,
  Verdict,
} from '#model';
import { healthRank } from '#model';
import type { CampaignContext } from './context.ts';
import type { EffectiveCode } from './effective-code.ts';
import { findCauses } from './find-causes.ts';
import type { RuleEntry } from './gate.ts';
import { healthOf } from './health.ts';
import { muteInGrace } from './mute.ts';
import { nextSendAtOf } from './next-send.ts';
import { notePairs } from './pairs.ts';
import { rankCauses } from './rank.ts';
import { otherCode } from './rules/running/contradiction.ts';

interface Judgement {
  readonly health: Health;
  readonly causes: readonly Cause[];
}

const judgeAs = (context: CampaignContext, rules: readonly RuleEntry[]): Judgement => {
  const findings = findCauses(context, rules);
  const { causes, isMuted } =
    findings.level === 'running'
      ? muteInGrace(findings.causes, context)
      : { causes: findings.causes, isMuted: false };
  return {
    health: healthOf(findings, causes, context, isMuted),
    causes: rankCauses(notePairs(causes, context), context),
  };
};

/** Of two codes of one level the worse one holds, and the contradiction is shown with either. */
const judge = (context: CampaignContext, rules: readonly RuleEntry[]): Judgement => {
  const own = judgeAs(context, rules);
  const code = otherCode(context);
  if (
    code === undefined ||
    context.effective.kind !== 'code' ||
    context.effective.from !== 'snapshot'
  )
    return own;
  const other = judgeAs(
    { ...context, code, effective: { kind: 'code', code, from: 'snapshot' } },
    rules,
  );
  return healthRank(other.health) < healthRank(own.health) ? other : own;
};

const codeText = (effective: EffectiveCode): string | null => {
  if (effective.kind === 'code') return effective.code;
  return effective.kind === 'unseen' ? effective.raw : null;
};

const countersOf = ({ campaign, snapshot, capacityInput, takenAt }: CampaignContext): Counters => {
  const { count, earliestWaitSeconds } = snapshot?.followUps ?? {};
  return {
    sentToday: snapshot?.campaignLimit?.sent === undefined ? undefined : capacityInput.sentToday,
    limitPerDay: capacityInput.limitPerDay,
    newLeadsToday:
      snapshot?.newLeadLimit?.contacted === undefined ? undefined : capacityInput.newLeadsToday,
    newLeadsPerDay: snapshot?.newLeadLimit?.limit ?? campaign.newLeadsPerDay,
    inboxes: snapshot?.inboxCounts,
    followUpsWaiting: count,
    nextFollowUpAt:
      takenAt !== undefined && typeof earliestWaitSeconds === 'number' && earliestWaitSeconds >= 0
        ? takenAt + earliestWaitSeconds * 1_000
        : undefined,
  };
};

const flat = (value: number): GapRange => ({ worst: value, mean: value, best: value });

/** A stopped campaign can send what it has sent; without the stop it could send what its limits leave. */
const capacityFor = (health: Health, { capacity }: CampaignContext): Capacity | null => {
  if (health === 'inactive' || health === 'unknown') return null;
  const open = capacity();
  if (!open || health !== 'blocked' || open.remaining.mean === 0) return open;
  const { today, remaining } = open;
  return {
    ...open,
    today: flat(today.mean - remaining.mean),
    remaining: flat(0),
    bottleneck: null,
    withoutBottleneck: today,
    nextBottleneck: open.bottleneck,
    limitHitAt: null,
  };
};

const lastKnownOf = (health: Health, previous: Verdict | undefined): LastKnown | null => {
  if (health !== 'unknown' || !previous) return null;
  return previous.health === 'unknown'
    ? previous.lastKnown
    : { health: previous.health, code: previous.code, at: previous.observedAt };
};

const sinceOf = (
  health: Health,
  { previous, snapshot, effective, now }: CampaignContext,
): InstantMs => {
  if (previous?.health === health) return previous.since;
  const isItsOwn =
    effective.kind === 'code' && effective.code === snapshot?.code && effective.code !== 'healthy';
  const seen = isItsOwn && health !== 'unknown' ? snapshot?.issueSince : undefined;
  return Math.min(seen ?? now, now);
};

const clearsAtOf = (health: Health, [first]: readonly Cause[]): InstantMs | null =>
  health === 'waiting' || health === 'limited' ? (first?.clearsAt ?? null) : null;

const readAt = ({ reading, listedAt }: Observation): InstantMs =>
  reading.kind === 'not_asked' ? listedAt : Math.max(reading.readAt, listedAt);

/** The verdict about one campaign from its context and a list of rules. */
export const diagnoseCampaign = (
  context: CampaignContext,
  rules: readonly RuleEntry[],
): Verdict => {
  const { campaign, observation, effective, previous } = context;
  const { health, causes } = judge(context, rules);
  return {
    workspaceId: campaign.workspaceId,
    campaignId: campaign.id,
    name: campaign.name,
    health,
    code: codeText(effective),
    causes,
    since: sinceOf(health, context),
    observedAt: readAt(observation),
    nextSendAt: nextSendAtOf(context, health),
    clearsAt: clearsAtOf(health, causes),
    capacity: capacityFor(health, context),
    counters: countersOf(context),
    lastKnown: lastKnownOf(health, previous),
  };
};
