import {
  type AlertLogRecord,
  type AlertRules,
  type CampaignId,
  type Incident,
  type InstantMs,
  MINUTE_MS,
  type Notice,
  type Silence,
  type Verdict,
  type WorkspaceState,
} from '#model';
import { announce, namedIn, repeat, type TellContext, type Telling } from './announce.ts';
import type { AlertBook } from './book.ts';
import { overdueAt } from './expected-over.ts';
import { flapsAfter, subjectOf } from './flapping.ts';
import { noticeId } from './notice-of.ts';
import { CAMPAIGN_PACE_MS, CAUSE_PACE_MS, CHANGE_GRACE_MS, SLEEP_MS } from './pace.ts';
import { recover } from './recover.ts';
import { type ChangeMark, sightingsOf } from './sightings.ts';
import { endedSilences, type TagsByCampaign } from './silences.ts';
import { keyOf, type ServerLoops, track } from './track.ts';
import { inhibitorOf, workspaceSightings } from './workspace-trouble.ts';

/** One check of one workspace. */
export interface AlertStep {
  readonly book: AlertBook;
  /** All of the workspace: a campaign that is missing here does not exist any more. */
  readonly verdicts: readonly Verdict[];
  readonly incidents: readonly Incident[];
  readonly workspaceState: WorkspaceState;
  readonly tagsByCampaign: TagsByCampaign;
  /** Of all workspaces; what is over already is reported and harms nothing. */
  readonly silences: readonly Silence[];
  readonly rules: AlertRules;
  readonly now: InstantMs;
  /**
   * Whether everything that is watched was asked for once, without a failure, since `book.baselineSince` (`isCleanSince`
   * says so of verdicts).
   */
  readonly isSweepClean: boolean;
  /** Of the last day: what Sendwatch changed. */
  readonly changes: readonly ChangeMark[];
  /** Ids of messages that are still shown. */
  readonly openNotices: readonly string[];
  /** How often in a row Instantly itself saw each campaign's state; what is not there is not known. */
  readonly loops?: ReadonlyMap<CampaignId, ServerLoops>;
}

/** What a check brought. */
export interface AlertOutcome {
  /** The same object when there is nothing new to store. */
  readonly book: AlertBook;
  readonly log: readonly AlertLogRecord[];
  /** To be shown, or to replace what is shown under their id. `joinNotices` has the last word. */
  readonly notices: readonly Notice[];
  /** Ids among `openNotices` of which nothing holds any more. */
  readonly cleared: readonly string[];
  /** Silences of this workspace that are over and to be erased. */
  readonly ended: readonly Silence[];
}

const STEPPED_TO_MS = 5 * MINUTE_MS;

const isAwakened = ({ steppedAt }: AlertBook, now: InstantMs): boolean =>
  steppedAt !== null && (now - steppedAt > SLEEP_MS + STEPPED_TO_MS || now < steppedAt);

const withoutOld = (
  times: Readonly<Record<string, InstantMs>>,
  paceMs: number,
  now: InstantMs,
): Readonly<Record<string, InstantMs>> => {
  const entries = Object.entries(times);
  const kept = entries.filter(([, at]) => at <= now && now - at < paceMs);
  return kept.length === entries.length ? times : Object.fromEntries(kept);
};

const isSameList = <Item>(a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** Keeps the former object where nothing in it is another. */
const settled = (before: AlertBook, after: AlertBook): AlertBook => {
  const next = {
    ...after,
    alerts: isSameList(before.alerts, after.alerts) ? before.alerts : after.alerts,
    troubles: isSameList(before.troubles, after.troubles) ? before.troubles : after.troubles,
  };
  const keys = Object.keys(next) as (keyof AlertBook)[];
  return keys.every((key) => next[key] === before[key]) ? before : next;
};

interface Trust {
  readonly inhibitedBy: AlertBook['inhibitedBy'];
  readonly baselineSince: InstantMs | null;
}

/** Whether campaigns can be spoken of: not while the workspace is broken, nor before all was seen once after that. */
const trustOf = ({ book, workspaceState, incidents, now }: AlertStep): Trust => {
  const inhibitedBy = inhibitorOf(workspaceState, incidents);
  const isReconnected = book.inhibitedBy !== null && inhibitedBy === null;
  const baselineSince = isReconnected || isAwakened(book, now) ? now : book.baselineSince;
  return { inhibitedBy, baselineSince };
};

const sightsOf = (step: AlertStep, { inhibitedBy }: Trust, verdicts: TellContext['verdicts']) => {
  const { book, rules, now, changes, silences, tagsByCampaign, workspaceState } = step;
  const { workspaceId } = book;
  const overdue = new Set(
    inhibitedBy === null
      ? overdueAt(workspaceId, verdicts.values(), silences, tagsByCampaign, now)
      : [],
  );
  const isKnownOverdue = new Set(
    book.alerts.filter((alert) => alert.isOverdue).map((alert) => keyOf(alert)),
  );
  const context = {
    rules,
    now,
    startedAt: book.startedAt,
    isOverdue: (campaignId: CampaignId, code: Parameters<typeof keyOf>[0]['code']): boolean => {
      const key = keyOf({ campaignId, code });
      return overdue.has(key) || isKnownOverdue.has(key);
    },
    isOwnPause: (campaignId: CampaignId, pausedAt: InstantMs): boolean =>
      changes.some(
        (change) =>
          (change.campaignId === null || change.campaignId === campaignId) &&
          Math.abs(pausedAt - change.at) <= CHANGE_GRACE_MS,
      ),
  };
  const ofCampaigns =
    inhibitedBy === null ? step.verdicts.flatMap((verdict) => sightingsOf(verdict, context)) : [];
  return {
    workspaceId,
    sightings: [...workspaceSightings(workspaceState), ...ofCampaigns],
    verdicts: inhibitedBy === null ? verdicts : null,
    loops: step.loops ?? new Map<CampaignId, ServerLoops>(),
    overdue,
    isKnownOverdue,
    rules,
    now,
  };
};

/** Messages that stand on the screen although nothing of them holds any more. */
const clearedBy = (
  { troubles, notices }: Telling,
  context: TellContext,
  openNotices: readonly string[],
): readonly string[] => {
  const { workspaceId } = context;
  const standing = namedIn(troubles, context);
  const valid = new Set([
    ...standing.map(({ code }) => noticeId('problem', workspaceId, code)),
    ...notices.map(({ id }) => id),
  ]);
  const ill = new Set(standing.map(({ code }) => noticeId('recovery', workspaceId, code)));
  return openNotices.filter(
    (id) =>
      (id.startsWith(`problem|${workspaceId}|`) && !valid.has(id)) ||
      (ill.has(id) && !valid.has(id)),
  );
};

/** One check of one workspace: what it changes in the book, what is told, and what is not and why. */
export const stepAlerts = (step: AlertStep): AlertOutcome => {
  const { book, rules, now, silences, tagsByCampaign } = step;
  const { workspaceId } = book;
  const trust = trustOf(step);
  const verdicts = new Map(step.verdicts.map((verdict) => [verdict.campaignId, verdict]));
  const sights = sightsOf(step, trust, verdicts);
  const tracked = track(book.alerts, sights);
  const flaps = flapsAfter(book, tracked.alerts, now);
  const isOverdueAnew = (subject: string): boolean =>
    [...sights.overdue].some(
      (key) => !sights.isKnownOverdue.has(key) && key.startsWith(`${subject}|`),
    );
  const context: TellContext = {
    workspaceId,
    rules,
    isInhibited: trust.inhibitedBy !== null,
    isBaseline: trust.baselineSince !== null,
    silences,
    tagsByCampaign,
    changes: step.changes,
    namedAt: withoutOld(book.namedAt, CAMPAIGN_PACE_MS, now),
    now,
    seen: tracked.seen,
    verdicts,
  };
  const before: Telling = {
    alerts: tracked.alerts,
    // What somebody expected to end by now is told again, where it was told before too.
    troubles:
      sights.overdue.size === 0
        ? book.troubles
        : book.troubles.filter((trouble) => !isOverdueAnew(subjectOf(trouble))),
    namedAt: context.namedAt,
    causeToldAt: withoutOld(book.causeToldAt, CAUSE_PACE_MS, now),
    log: tracked.log,
    notices: [],
  };
  const recovered = recover(before, flaps, context);
  const announced = announce(recovered, { ...context, namedAt: recovered.namedAt });
  const told = repeat(announced, { ...context, namedAt: announced.namedAt });
  const isBaselineOver =
    step.isSweepClean && trust.inhibitedBy === null && trust.baselineSince === book.baselineSince;
  const isSteppedLately =
    book.steppedAt !== null && now >= book.steppedAt && now - book.steppedAt < STEPPED_TO_MS;
  const after = settled(book, {
    workspaceId,
    alerts: told.alerts,
    troubles: told.troubles,
    flaps,
    namedAt: told.namedAt,
    causeToldAt: told.causeToldAt,
    baselineSince: isBaselineOver ? null : trust.baselineSince,
    startedAt: book.startedAt ?? (isBaselineOver ? now : null),
    inhibitedBy: trust.inhibitedBy,
    steppedAt: isSteppedLately ? book.steppedAt : now,
  });
  const own = silences.filter(({ scope }) => scope.workspaceId === workspaceId);
  const isBlind = trust.inhibitedBy !== null || trust.baselineSince !== null;
  return {
    book: after,
    log: told.log,
    notices: told.notices,
    cleared: clearedBy(told, context, step.openNotices),
    ended: endedSilences(own, isBlind ? null : told.alerts, tagsByCampaign, now),
  };
};

/** Whether every campaign that can be asked about was answered for since an instant. */
export const isCleanSince = (verdicts: readonly Verdict[], since: InstantMs): boolean =>
  verdicts.every(({ health, observedAt }) => health === 'inactive' || observedAt >= since);
