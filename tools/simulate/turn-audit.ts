import { MINUTE_MS, SECOND_MS, type WorkspaceId } from '#model';
import type { ObservationRecord } from '#store/read';
import type { Audit } from './audit.ts';
import type { Deliveries } from './deliveries.ts';
import type { ModelWorkspace } from './instantly-model.ts';
import type { Rows } from './memory-store.ts';

/** Between two of Instantly's own rounds a question is held back at most this long. */
const LONGEST_CADENCE_MS = 5 * MINUTE_MS;
const RESTING_MS = 15 * MINUTE_MS;
/** A slice, an alarm and the slice that it starts. */
const SLACK_MS = 90 * SECOND_MS;
/** One fault may cost a slice its rest: a probe half a minute later and an alarm. */
const PER_FAULT_MS = 90 * SECOND_MS;
const PROBE_MS = 30 * SECOND_MS;
/** Who never met the outage has nothing to probe: at the latest the list, in its rhythm, is the next question. */
const LIST_MS = 2 * MINUTE_MS;
const ALARM_MS = 30 * SECOND_MS;
const NETWORK_MS = 12 * SECOND_MS;
/** In this time whatever stopped must have been noticed. */
const NOTICED_MS = 45 * MINUTE_MS;
const OFF: ReadonlySet<unknown> = new Set(['draft', 'paused', 'completed']);
const CALM: ReadonlySet<string> = new Set(['sends', 'subsequences']);

interface Standing {
  /** Since when nothing has disturbed the watch over this workspace. */
  calmSince: number;
  faults: number;
  /** Slowest pace since it is calm, requests a second. */
  slowest: number;
  /** What ended that kept everybody from asking, and how soon there has to be a question; null when there was one. */
  recovering: { readonly since: number; readonly withinMs: number } | null;
}

interface Watched {
  readonly rows: Rows;
  readonly model: ModelWorkspace;
  readonly now: number;
  readonly runningMs: number;
  /** How late an alarm may come. */
  readonly granularityMs: number;
}

const intervalOf = ({ campaign, reading }: ObservationRecord, runningMs: number): number => {
  const isResting =
    campaign.notSendingReason === 'out_of_schedule' ||
    (reading.kind === 'read' && reading.snapshot.isInSchedule === false);
  return Math.max(runningMs, isResting ? RESTING_MS : LONGEST_CADENCE_MS);
};

/** Whether everybody gets their turn, and how soon the watch goes on after something stopped it. */
export const createTurnAudit = (audit: Audit, deliveries: Deliveries, breakerMs: number) => {
  const standings = new Map<WorkspaceId, Standing>();
  let longestLatenessMs = 0;
  let longestRecoveryMs = 0;

  const standingOf = (id: WorkspaceId, now: number): Standing => {
    const standing = standings.get(id);
    if (standing) return standing;
    const fresh = { calmSince: now, faults: 0, slowest: Infinity, recovering: null };
    standings.set(id, fresh);
    return fresh;
  };

  const disturb = (standing: Standing, now: number): void => {
    standing.calmSince = now;
    standing.faults = 0;
    standing.slowest = Infinity;
    standing.recovering = null;
  };

  const checkTurns = (watch: Watched, standing: Standing): void => {
    const { rows, model, now, runningMs, granularityMs } = watch;
    const watched = [...rows.observations.values()].filter(
      ({ campaign }) => !OFF.has(campaign.lifecycle),
    );
    const roundMs = (watched.length / standing.slowest) * 1_000 * 2;
    for (const record of watched) {
      const situation = model.campaigns.get(record.campaignId);
      // One that never gives a good answer has no turn to be late for.
      if (situation === undefined || situation.situation.answer !== undefined) continue;
      const answeredAt = deliveries.statusesOf(record.campaignId).at(-1)?.trueAt ?? 0;
      const since = Math.max(answeredAt, standing.calmSince, situation.changedAt);
      const allowance =
        (standing.faults > 0 ? breakerMs : 0) +
        SLACK_MS +
        granularityMs +
        standing.faults * (PER_FAULT_MS + granularityMs);
      const latenessMs = now - since - Math.max(intervalOf(record, runningMs), roundMs) - allowance;
      longestLatenessMs = Math.max(longestLatenessMs, now - since);
      audit.check(
        'nobodyStarves',
        latenessMs <= 0,
        () =>
          `${record.campaignId} ${Math.round((now - since) / 1_000)} s unasked, ${standing.faults} faults, slowest ${standing.slowest}`,
      );
    }
  };

  const checkTruth = ({ rows, model, now }: Watched, standing: Standing): void => {
    for (const { campaignId, health } of rows.fleet?.verdicts ?? []) {
      const campaign = model.campaigns.get(campaignId);
      if (health !== 'healthy' || campaign === undefined) continue;
      const wrongFor = now - Math.max(campaign.changedAt, standing.calmSince);
      const isTrue = CALM.has(campaign.situation.name);
      audit.check(
        'calmIsTrue',
        isTrue || wrongFor <= NOTICED_MS + standing.faults * PER_FAULT_MS,
        () =>
          `${campaignId} is ${campaign.situation.name} for ${Math.round(wrongFor / 60_000)} min`,
      );
    }
  };

  const checkRecovery = (
    standing: Standing,
    now: number,
    isAsked: boolean,
    granularityMs: number,
  ): void => {
    const { recovering } = standing;
    if (recovering === null) return;
    const tookMs = now - recovering.since;
    const isInTime =
      tookMs <= recovering.withinMs + ALARM_MS + NETWORK_MS + granularityMs + breakerMs;
    if (isInTime && !isAsked) return;
    disturb(standing, now);
    longestRecoveryMs = Math.max(longestRecoveryMs, tookMs);
    audit.check(
      'probeAfterOutage',
      isInTime,
      () =>
        `${Math.round(tookMs / 1_000)} s ${isAsked ? 'until the first question' : 'of silence'}`,
    );
  };

  return {
    /** Longest time for which a watched campaign had no good answer while all was calm. */
    longestLatenessMs: () => longestLatenessMs,
    longestRecoveryMs: () => longestRecoveryMs,
    /** Something kept the watcher from its work; nobody is late until it had its time again. */
    disturbed: (now: number, id?: WorkspaceId): void => {
      if (id !== undefined) disturb(standingOf(id, now), now);
      else for (const standing of standings.values()) disturb(standing, now);
    },
    fault: (id: WorkspaceId, now: number): void => {
      standingOf(id, now).faults += 1;
    },
    paced: (id: WorkspaceId, now: number, ratePerSecond: number): void => {
      const standing = standingOf(id, now);
      standing.slowest = Math.min(standing.slowest, ratePerSecond);
    },
    /** `hasMetIt`: whether a question of this workspace failed by what is over now. */
    recovers: (id: WorkspaceId, now: number, hasMetIt: boolean): void => {
      standingOf(id, now).recovering = { since: now, withinMs: hasMetIt ? PROBE_MS : LIST_MS };
    },
    asked: (id: WorkspaceId, now: number, granularityMs: number): void =>
      checkRecovery(standingOf(id, now), now, true, granularityMs),
    forgotten: (id: WorkspaceId): void => {
      standings.delete(id);
    },
    look: (id: WorkspaceId, watched: Watched): void => {
      const standing = standingOf(id, watched.now);
      // Until the first question after an outage nobody can have had a turn.
      if (standing.recovering === null) {
        checkTurns(watched, standing);
        checkTruth(watched, standing);
      }
      checkRecovery(standing, watched.now, false, watched.granularityMs);
    },
  };
};
