import type {
  Cause,
  Counters,
  Health,
  InstantMs,
  LastKnown,
  Observation,
  SendingSnapshot,
  Verdict,
} from '#model';
import { CODE_TABLE } from './code-table.ts';
import { type EffectiveCode, effectiveCode } from './effective-code.ts';

/** What a verdict is made from. Nothing else flows in: same input, same verdict. */
export interface DiagnosisInput {
  readonly observation: Observation;
  /** The verdict before this one, for `since` and `lastKnown`. */
  readonly previous: Verdict | undefined;
  readonly now: InstantMs;
}

const snapshotOf = ({ reading }: Observation): SendingSnapshot | undefined =>
  reading.kind === 'read' ? reading.snapshot : undefined;

const readAt = ({ reading, listedAt }: Observation): InstantMs =>
  reading.kind === 'not_asked' ? listedAt : Math.max(reading.readAt, listedAt);

const unknownCause = (code: Cause['code'], params: Cause['params']): Cause => ({
  code,
  severity: 'amber',
  params,
  loss: null,
  clearsAt: null,
  needsPerson: false,
  actions: ['check_now', 'open_campaign'],
});

const evidence = (snapshot: SendingSnapshot | undefined): Cause['params'] => ({
  sent: snapshot?.campaignLimit?.sent ?? null,
  limit: snapshot?.campaignLimit?.limit ?? null,
  contacted: snapshot?.newLeadLimit?.contacted ?? null,
  newLeadLimit: snapshot?.newLeadLimit?.limit ?? null,
  followUps: snapshot?.followUps?.count ?? null,
  inboxes: snapshot?.inboxCounts?.total ?? null,
  available: snapshot?.inboxCounts?.available ?? null,
  disconnected: snapshot?.inboxCounts?.disconnected ?? null,
  message: snapshot?.message ?? null,
});

const judge = (
  effective: EffectiveCode,
  snapshot: SendingSnapshot | undefined,
): { health: Health; causes: Cause[] } => {
  switch (effective.kind) {
    case 'none':
      return { health: 'unknown', causes: [unknownCause('no_status_yet', {})] };
    case 'failed':
      return {
        health: 'unknown',
        causes: [unknownCause('status_failed', { problem: effective.problem })],
      };
    case 'unseen':
      return {
        health: 'unknown',
        causes: [
          unknownCause(effective.of === 'lifecycle' ? 'unseen_lifecycle' : 'unseen_status', {
            raw: effective.raw,
            message: snapshot?.message ?? null,
          }),
        ],
      };
    case 'instantly_error':
      return {
        health: 'blocked',
        causes: [
          {
            code: 'instantly_error',
            severity: 'red',
            params: evidence(snapshot),
            loss: null,
            clearsAt: null,
            needsPerson: true,
            actions: ['contact_support'],
          },
        ],
      };
    case 'code': {
      const { health, severity, needsPerson, actions } = CODE_TABLE[effective.code];
      return {
        health,
        causes: [
          {
            code: effective.code,
            severity,
            params: evidence(snapshot),
            loss: null,
            clearsAt: null,
            needsPerson,
            actions,
          },
        ],
      };
    }
  }
};

const countersOf = (
  { campaign }: Observation,
  snapshot: SendingSnapshot | undefined,
): Counters => ({
  sentToday: snapshot?.campaignLimit?.sent,
  limitPerDay: snapshot?.campaignLimit?.limit ?? campaign.limitPerDay,
  newLeadsToday: snapshot?.newLeadLimit?.contacted,
  newLeadsPerDay: snapshot?.newLeadLimit?.limit ?? campaign.newLeadsPerDay,
  inboxes: snapshot?.inboxCounts,
  followUpsWaiting: snapshot?.followUps?.count,
  nextFollowUpAt: undefined,
});

const codeText = (effective: EffectiveCode): string | null => {
  if (effective.kind === 'code') return effective.code;
  return effective.kind === 'unseen' ? effective.raw : null;
};

const lastKnownOf = (health: Health, previous: Verdict | undefined): LastKnown | null => {
  if (health !== 'unknown' || !previous) return null;
  return previous.health === 'unknown'
    ? previous.lastKnown
    : { health: previous.health, code: previous.code, at: previous.observedAt };
};

/** The verdict about one campaign. Null, failed or unseen is `unknown`, with what was last known. */
export const diagnose = ({ observation, previous, now }: DiagnosisInput): Verdict => {
  const { campaign } = observation;
  const snapshot = snapshotOf(observation);
  const effective = effectiveCode(observation);
  const { health, causes } = judge(effective, snapshot);
  const seenSince = health === 'healthy' ? undefined : snapshot?.issueSince;
  return {
    workspaceId: campaign.workspaceId,
    campaignId: campaign.id,
    name: campaign.name,
    health,
    code: codeText(effective),
    causes: health === 'healthy' ? [] : causes,
    since: previous?.health === health ? previous.since : Math.min(seenSince ?? now, now),
    observedAt: readAt(observation),
    nextSendAt: null,
    clearsAt: null,
    capacity: null,
    counters: countersOf(observation, snapshot),
    lastKnown: lastKnownOf(health, previous),
  };
};
