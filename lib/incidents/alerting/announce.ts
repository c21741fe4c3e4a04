import {
  type AlertLogRecord,
  type CampaignId,
  type CauseCode,
  HOUR_MS,
  type InstantMs,
  MINUTE_MS,
  type Notice,
  type Verdict,
  type WorkspaceId,
} from '#model';
import type { AlertBook, TrackedAlert, Trouble } from './book.ts';
import { subjectOf } from './flapping.ts';
import { type HoldContext, reasonToHold } from './hold.ts';
import { noticeOf } from './notice-of.ts';
import { CAUSE_PACE_MS, CAUSE_WAIT_MS } from './pace.ts';
import { ruleFor } from './rule-for.ts';
import { silenceOf } from './silences.ts';
import { keyOf, recordOf } from './track.ts';

/** What was told up to now, and what is told in this check. */
export interface Telling {
  readonly alerts: readonly TrackedAlert[];
  readonly troubles: readonly Trouble[];
  readonly namedAt: AlertBook['namedAt'];
  readonly causeToldAt: AlertBook['causeToldAt'];
  readonly log: readonly AlertLogRecord[];
  readonly notices: readonly Notice[];
}

/** What a check has to know to tell anything. */
export interface TellContext extends HoldContext {
  readonly workspaceId: WorkspaceId;
  readonly seen: ReadonlySet<string>;
  readonly verdicts: ReadonlyMap<CampaignId, Verdict>;
}

const isFresh = (at: InstantMs | undefined, now: InstantMs, paceMs: number): boolean =>
  at !== undefined && now - at < paceMs;

/** Whether others of the same cause fire so soon that one message can tell of all. */
const isWorthWaiting = (
  ready: readonly TrackedAlert[],
  { alerts }: Pick<Telling, 'alerts'>,
  { rules, now }: TellContext,
): boolean => {
  const [first] = ready;
  if (!first || !ready.every(({ stateAt }) => now - stateAt < CAUSE_WAIT_MS)) return false;
  return alerts.some(
    (alert) =>
      alert.code === first.code &&
      alert.state === 'pending' &&
      alert.since + ruleFor(rules, alert.code, alert.severity).forMinutes * MINUTE_MS - now <
        CAUSE_WAIT_MS,
  );
};

interface Held {
  readonly alerts: readonly TrackedAlert[];
  readonly ready: readonly TrackedAlert[];
  readonly log: readonly AlertLogRecord[];
}

/** Notes of every alert that has lasted and is not told why it is held; those that nothing holds are ready. */
const holdBack = ({ alerts, troubles }: Telling, context: TellContext): Held => {
  const told = new Map(troubles.map((trouble) => [subjectOf(trouble), trouble.level]));
  const log: AlertLogRecord[] = [];
  const best = new Map<string, TrackedAlert>();
  const next = alerts.map((alert) => {
    const isTold = alert.announcedAt !== null || (told.get(subjectOf(alert)) ?? -1) >= alert.level;
    if (alert.state !== 'firing' || isTold) {
      return alert.heldFor === null ? alert : { ...alert, heldFor: null };
    }
    const heldFor = reasonToHold(alert, context);
    if (heldFor !== null && heldFor !== alert.heldFor) {
      log.push(recordOf(alert, 'held', context.now, heldFor));
    }
    const held = heldFor === alert.heldFor ? alert : { ...alert, heldFor };
    // What nobody could see just now is not told as if it had been.
    if (heldFor === null && context.seen.has(keyOf(alert))) {
      const rival = best.get(subjectOf(held));
      if (!rival || rival.level < held.level) best.set(subjectOf(held), held);
    }
    return held;
  });
  return { alerts: next, ready: [...best.values()], log };
};

const troubleOf = (alert: TrackedAlert, known: Trouble | undefined, now: InstantMs): Trouble => ({
  campaignId: alert.campaignId,
  code: alert.code,
  severity: alert.severity,
  level: alert.level,
  since: known?.since ?? alert.since,
  at: known?.at ?? now,
  toldAt: now,
  mendedAt: null,
  isForDigest: false,
});

/** What stands of what was told, without what a person wants to hear no more of: a message names nothing else. */
export const namedIn = (
  troubles: readonly Trouble[],
  {
    workspaceId,
    silences,
    tagsByCampaign,
    now,
  }: Pick<TellContext, 'workspaceId' | 'silences' | 'tagsByCampaign' | 'now'>,
): readonly Trouble[] =>
  troubles.filter(
    ({ mendedAt, campaignId, code }) =>
      mendedAt === null &&
      !silenceOf({ workspaceId, campaignId, code }, silences, tagsByCampaign, now),
  );

/** Tells what is ready, one message for each cause. */
export const announce = (telling: Telling, context: TellContext): Telling => {
  const { now, workspaceId, verdicts } = context;
  const { alerts, ready, log } = holdBack(telling, context);
  const troubles = new Map(telling.troubles.map((trouble) => [subjectOf(trouble), trouble]));
  const namedAt = { ...telling.namedAt };
  const causeToldAt = { ...telling.causeToldAt };
  const news = new Set<TrackedAlert>();
  const notices: Notice[] = [];
  for (const [code, group] of Map.groupBy(ready, (alert) => alert.code)) {
    if (isFresh(causeToldAt[code], now, CAUSE_PACE_MS)) continue;
    if (isWorthWaiting(group, { alerts }, context)) continue;
    for (const alert of group) {
      news.add(alert);
      const subject = subjectOf(alert);
      troubles.set(subject, troubleOf(alert, troubles.get(subject), now));
      namedAt[subject] = now;
    }
    causeToldAt[code] = now;
    const isNews = (trouble: Trouble): boolean => trouble.toldAt === now;
    const ofCause = [...troubles.values()].filter((trouble) => trouble.code === code);
    const standing = namedIn(ofCause, context);
    const named = [...standing.filter(isNews), ...standing.filter((one) => !isNews(one))];
    notices.push(
      noticeOf({
        kind: 'problem',
        workspaceId,
        code,
        troubles: named,
        verdicts,
        isRepeated: false,
        now,
      }),
    );
  }
  if (news.size === 0) return { ...telling, alerts, log: [...telling.log, ...log] };
  return {
    alerts: alerts.map((alert) => (news.has(alert) ? { ...alert, announcedAt: now } : alert)),
    troubles: [...troubles.values()],
    namedAt,
    causeToldAt,
    log: [...telling.log, ...log, ...[...news].map((alert) => recordOf(alert, 'announced', now))],
    notices: [...telling.notices, ...notices],
  };
};

/** The worst alert of a trouble that stands and was seen in this check. */
const standingOf = (
  trouble: Trouble,
  alerts: readonly TrackedAlert[],
  seen: ReadonlySet<string>,
): TrackedAlert | undefined =>
  alerts
    .filter(
      (alert) =>
        alert.campaignId === trouble.campaignId &&
        alert.state === 'firing' &&
        seen.has(keyOf(alert)),
    )
    .toSorted(
      (a, b) =>
        b.level - a.level || Number(b.code === trouble.code) - Number(a.code === trouble.code),
    )[0];

/** Tells again what nobody has acknowledged for as long as its rule allows. */
export const repeat = (telling: Telling, context: TellContext): Telling => {
  const { rules, seen, now, workspaceId, verdicts } = context;
  const due = new Map<Trouble, TrackedAlert>();
  for (const trouble of telling.troubles) {
    if (trouble.mendedAt !== null || now - trouble.toldAt < HOUR_MS) continue;
    const alert = standingOf(trouble, telling.alerts, seen);
    if (!alert || alert.level < Math.min(trouble.level, 2)) continue;
    const { renotifyHours } = ruleFor(rules, alert.code, alert.severity);
    if (renotifyHours === null || now - trouble.toldAt < renotifyHours * HOUR_MS) continue;
    if (reasonToHold(alert, { ...context, namedAt: telling.namedAt }) === null) {
      due.set(trouble, alert);
    }
  }
  if (due.size === 0) return telling;
  const namedAt = { ...telling.namedAt };
  const troubles = telling.troubles.map((trouble) => {
    const alert = due.get(trouble);
    if (!alert) return trouble;
    namedAt[subjectOf(trouble)] = now;
    return { ...trouble, code: alert.code, severity: alert.severity, toldAt: now };
  });
  const codes = new Set<CauseCode>([...due.values()].map(({ code }) => code));
  const notices = [...codes].map((code) =>
    noticeOf({
      kind: 'problem',
      workspaceId,
      code,
      troubles: namedIn(
        troubles.filter((one) => one.code === code),
        context,
      ),
      verdicts,
      isRepeated: true,
      now,
    }),
  );
  return {
    ...telling,
    troubles,
    namedAt,
    log: [...telling.log, ...[...due.values()].map((alert) => recordOf(alert, 'announced', now))],
    notices: [...telling.notices, ...notices],
  };
};
