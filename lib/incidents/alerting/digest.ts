import {
  type AlertLogRecord,
  type AlertRules,
  type AlertSeverity,
  type CampaignId,
  DAY_MS,
  type InstantMs,
  type Notice,
  needsPerson,
  type Silence,
  utcDate,
  type Verdict,
} from '#model';
import type { AlertBook, TrackedAlert, Trouble } from './book.ts';
import { subjectOf } from './flapping.ts';
import { isHushed } from './hold.ts';
import { worstOf } from './notice-of.ts';
import { isQuiet, lastDigestTime } from './quiet-hours.ts';
import { silenceOf, type TagsByCampaign } from './silences.ts';
import { recordOf } from './track.ts';

/** One workspace with what is remembered of it. */
export interface AlertedFleet {
  readonly book: AlertBook;
  readonly verdicts: readonly Verdict[];
}

/** All workspaces, and what is not to be told of them. */
export interface FleetsNow {
  readonly fleets: readonly AlertedFleet[];
  readonly silences: readonly Silence[];
  readonly tagsByCampaign: TagsByCampaign;
  readonly rules: AlertRules;
  readonly now: InstantMs;
}

const MOST_NAMED = 50;
const DRY_SOON_MS = 7 * DAY_MS;

const FINE: ReadonlySet<Verdict['health']> = new Set(['healthy', 'waiting', 'limited']);

const dryDaysOf = (
  verdicts: readonly Verdict[],
  now: InstantMs,
): NonNullable<Notice['counts']>['dryDays'] => {
  const days = new Map<string, number>();
  for (const { causes } of verdicts) {
    const dryAt = causes.find(({ code }) => code === 'leads_running_out')?.params['dryAt'];
    if (typeof dryAt !== 'number' || dryAt < now || dryAt - now > DRY_SOON_MS) continue;
    const date = utcDate(dryAt);
    days.set(date, (days.get(date) ?? 0) + 1);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, campaigns]) => ({ date, campaigns }));
};

/** How the fleet stands in figures: what needs a person and is not silenced, what is fine, what runs out of leads. */
export const countsOf = ({
  fleets,
  silences,
  tagsByCampaign,
  now,
}: Omit<FleetsNow, 'rules'>): {
  readonly counts: NonNullable<Notice['counts']>;
  readonly needing: readonly Verdict[];
} => {
  const verdicts = fleets.flatMap((fleet) => fleet.verdicts);
  const ill = verdicts.filter(({ health }) => needsPerson(health));
  const needing = ill.filter(
    ({ workspaceId, campaignId, causes }) =>
      !silenceOf(
        { workspaceId, campaignId, code: causes[0]?.code ?? null },
        silences,
        tagsByCampaign,
        now,
      ),
  );
  return {
    needing,
    counts: {
      needYou: needing.length,
      fine: verdicts.filter(({ health }) => FINE.has(health)).length,
      silenced: ill.length - needing.length,
      dryDays: dryDaysOf(verdicts, now),
    },
  };
};

const lossOf = (verdicts: readonly Verdict[]): number | null => {
  const losses = verdicts.flatMap(({ causes }) => causes[0]?.loss ?? []);
  return losses.length > 0 ? losses.reduce((sum, loss) => sum + loss, 0) : null;
};

/** A message about the whole fleet. */
export const fleetNotice = (
  kind: 'summary' | 'digest',
  state: Omit<FleetsNow, 'rules'>,
  severities: readonly AlertSeverity[],
): Notice => {
  const { counts, needing } = countsOf(state);
  const [fleet, ...others] = state.fleets;
  return {
    id: kind,
    kind,
    workspaceId: fleet && others.length === 0 ? fleet.book.workspaceId : null,
    code: null,
    severity: worstOf(severities),
    campaignIds: needing.slice(0, MOST_NAMED).map(({ campaignId }): CampaignId => campaignId),
    campaigns: counts.needYou,
    loss: lossOf(needing),
    at: state.now,
    isRepeated: false,
    counts,
  };
};

const isLeftToDigest = ({ heldFor }: TrackedAlert): boolean => heldFor === 'quiet_hours';

/** Whether quiet hours left something to say, and are over for all of it. */
const isQuietOver = ({ book }: AlertedFleet, rules: AlertRules, now: InstantMs): boolean => {
  const severities = [
    ...book.alerts.filter(isLeftToDigest).map(({ severity }) => severity),
    ...book.troubles.filter(({ isForDigest }) => isForDigest).map(({ severity }) => severity),
  ];
  return severities.some((severity) => !isHushed(rules, severity, now));
};

/**
 * Whether the digest is to be given now: its hour has come since the last one, or quiet hours that kept something back
 * are over. `lastDigestAt` is the instant of connecting before the first.
 */
export const digestDue = (
  { fleets, rules, now }: Pick<FleetsNow, 'fleets' | 'rules' | 'now'>,
  lastDigestAt: InstantMs,
): boolean => {
  if (fleets.some((fleet) => isQuietOver(fleet, rules, now))) return true;
  const time = lastDigestTime(rules, now);
  return time !== null && time > lastDigestAt && !isQuiet(rules.quietHours, now);
};

/** A digest with what the books remember after it. */
export interface Digest {
  readonly notice: Notice;
  /** In the order of `fleets`. */
  readonly books: readonly AlertBook[];
  readonly log: readonly AlertLogRecord[];
}

const isInDigest = ({ state, heldFor }: TrackedAlert): boolean =>
  state === 'firing' && (heldFor === 'digest' || heldFor === 'quiet_hours');

const troubleOf = (alert: TrackedAlert, now: InstantMs): Trouble => ({
  campaignId: alert.campaignId,
  code: alert.code,
  severity: alert.severity,
  level: alert.level,
  since: alert.since,
  at: now,
  toldAt: now,
  mendedAt: null,
  isForDigest: false,
});

interface DigestedBook {
  readonly book: AlertBook;
  readonly log: readonly AlertLogRecord[];
}

const digested = (book: AlertBook, now: InstantMs): DigestedBook => {
  const told = book.alerts.filter(isInDigest);
  const quiet = told.filter(isLeftToDigest);
  const over = book.troubles.filter(({ isForDigest }) => isForDigest);
  const worst = new Map<string, TrackedAlert>();
  for (const alert of quiet) {
    const rival = worst.get(subjectOf(alert));
    if (!rival || rival.level < alert.level) worst.set(subjectOf(alert), alert);
  }
  const troubles = [
    ...book.troubles.filter((one) => !one.isForDigest && !worst.has(subjectOf(one))),
    ...[...worst.values()].map((alert) => troubleOf(alert, now)),
  ].map((trouble) => ({ ...trouble, toldAt: now }));
  return {
    book: {
      ...book,
      alerts: book.alerts.map((alert) =>
        isInDigest(alert) ? { ...alert, announcedAt: now, heldFor: null } : alert,
      ),
      troubles,
    },
    log: [
      ...told.map((alert) => recordOf(alert, 'announced', now)),
      ...over.map((trouble) =>
        recordOf({ ...trouble, workspaceId: book.workspaceId }, 'recovered', now),
      ),
    ],
  };
};

/** The digest, and the books in which all that it tells of counts as told. */
export const makeDigest = (state: FleetsNow): Digest => {
  const { fleets, now } = state;
  const each = fleets.map(({ book }) => digested(book, now));
  const severities = fleets.flatMap(({ book }) =>
    book.alerts.filter(isInDigest).map(({ severity }) => severity),
  );
  return {
    notice: fleetNotice('digest', state, severities),
    books: each.map(({ book }) => book),
    log: each.flatMap(({ log }) => log),
  };
};
