import {
  type AlertLogRecord,
  type AlertRules,
  type CampaignId,
  type CauseCode,
  type InstantMs,
  MINUTE_MS,
  type Verdict,
  type WorkspaceId,
} from '#model';
import type { TrackedAlert } from './book.ts';
import { CONFIRMING_LOOPS, KEEP_FIRING_MS } from './pace.ts';
import { ruleFor } from './rule-for.ts';
import { isBlindTo, type Sighting } from './sightings.ts';

/** How many loops in a row Instantly itself has seen a campaign in one state. */
export interface ServerLoops {
  readonly code: string;
  readonly loops: number;
}

/** What one check saw. */
export interface Sights {
  readonly workspaceId: WorkspaceId;
  readonly sightings: readonly Sighting[];
  /** By campaign; one that is missing does not exist any more. Null: nothing about campaigns can be believed. */
  readonly verdicts: ReadonlyMap<CampaignId, Verdict> | null;
  readonly loops: ReadonlyMap<CampaignId, ServerLoops>;
  /** What was to end and did not, by `keyOf`. */
  readonly overdue: ReadonlySet<string>;
  readonly rules: AlertRules;
  readonly now: InstantMs;
}

/** The alerts after a check, and what became of them. */
export interface Tracked {
  readonly alerts: readonly TrackedAlert[];
  readonly log: readonly AlertLogRecord[];
  /** Keys of what was seen in this check, as opposed to kept because nothing could be said. */
  readonly seen: ReadonlySet<string>;
}

/** What an alert is the only one of in its workspace. */
export const keyOf = ({
  campaignId,
  code,
}: {
  readonly campaignId: CampaignId | null;
  readonly code: CauseCode;
}): string => `${campaignId ?? ''}|${code}`;

/** The log's record of an alert, or of a trouble that one was. */
export const recordOf = (
  {
    workspaceId,
    campaignId,
    code,
    severity,
    since,
  }: Pick<TrackedAlert, 'workspaceId' | 'campaignId' | 'code' | 'severity' | 'since'>,
  kind: AlertLogRecord['kind'],
  at: InstantMs,
  reason: AlertLogRecord['reason'] = null,
): AlertLogRecord => ({ workspaceId, campaignId, code, severity, at, since, kind, reason });

const hasLasted = (alert: TrackedAlert, { rules, loops, now }: Sights): boolean => {
  if (alert.isOverdue) return true;
  const { campaignId, code, severity } = alert;
  if (now - alert.since >= ruleFor(rules, code, severity).forMinutes * MINUTE_MS) return true;
  const theirs = campaignId === null ? undefined : loops.get(campaignId);
  return severity === 'red' && theirs?.code === code && theirs.loops >= CONFIRMING_LOOPS;
};

const born = (sighting: Sighting, { workspaceId, overdue, now }: Sights): TrackedAlert => ({
  workspaceId,
  campaignId: sighting.campaignId,
  code: sighting.code,
  severity: sighting.severity,
  level: sighting.level,
  state: 'pending',
  since: now,
  stateAt: now,
  announcedAt: null,
  heldFor: null,
  isOverdue: overdue.has(keyOf(sighting)),
});

const isSame = (a: TrackedAlert, b: TrackedAlert): boolean =>
  a.state === b.state &&
  a.severity === b.severity &&
  a.level === b.level &&
  a.isOverdue === b.isOverdue;

const whenSeen = (alert: TrackedAlert, sighting: Sighting, sights: Sights): TrackedAlert => {
  const { severity, level } = sighting;
  const isOverdue = alert.isOverdue || sights.overdue.has(keyOf(alert));
  // Worse than what was told, or told before somebody said when it would end: it is told anew.
  const isNews = level > alert.level || isOverdue !== alert.isOverdue;
  const announcedAt = isNews ? null : alert.announcedAt;
  const next = { ...alert, severity, level, isOverdue, announcedAt };
  if (alert.state === 'clearing') return { ...next, state: 'firing', stateAt: sights.now };
  if (alert.state === 'pending' && hasLasted(next, sights)) {
    return { ...next, state: 'firing', stateAt: sights.now };
  }
  return isSame(alert, next) ? alert : next;
};

const isKept = ({ campaignId, code }: TrackedAlert, { verdicts }: Sights): boolean => {
  if (verdicts === null) return true;
  if (campaignId === null) return false;
  const verdict = verdicts.get(campaignId);
  return verdict !== undefined && isBlindTo(verdict, code);
};

const isGone = ({ campaignId }: TrackedAlert, { verdicts }: Sights): boolean =>
  campaignId !== null && verdicts !== null && !verdicts.has(campaignId);

/** Not seen: it is waited for a while before it counts as over; null when it is. */
const whenUnseen = (alert: TrackedAlert, sights: Sights): TrackedAlert | null => {
  if (isKept(alert, sights)) return alert;
  if (alert.state === 'pending' || isGone(alert, sights)) return null;
  if (alert.state === 'firing') return { ...alert, state: 'clearing', stateAt: sights.now };
  return sights.now - alert.stateAt >= KEEP_FIRING_MS ? null : alert;
};

/** Every alert one check further: pending → firing → clearing → gone. */
export const track = (before: readonly TrackedAlert[], sights: Sights): Tracked => {
  const { now } = sights;
  const sightings = new Map(sights.sightings.map((one) => [keyOf(one), one]));
  const alerts: TrackedAlert[] = [];
  const log: AlertLogRecord[] = [];
  const seen = new Set<string>();
  const see = (alert: TrackedAlert, was: TrackedAlert['state'] | null): void => {
    alerts.push(alert);
    seen.add(keyOf(alert));
    if (alert.state === 'firing' && (was === null || was === 'pending')) {
      log.push(recordOf(alert, 'fired', now));
    } else if (was === null) log.push(recordOf(alert, 'pending', now));
  };
  for (const alert of before) {
    const sighting = sightings.get(keyOf(alert));
    if (sighting) {
      sightings.delete(keyOf(alert));
      see(whenSeen(alert, sighting, sights), alert.state);
      continue;
    }
    const next = whenUnseen(alert, sights);
    if (next) alerts.push(next);
    else if (alert.state !== 'pending') log.push(recordOf(alert, 'resolved', now));
  }
  for (const sighting of sightings.values()) {
    const fresh = born(sighting, sights);
    see(whenSeen(fresh, sighting, sights), null);
  }
  return { alerts, log, seen };
};
