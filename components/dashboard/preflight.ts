import type { Cause, CauseCode, Constraint, InstantMs, Verdict } from '#model';
import { CONSTRAINTS, MINUTE_MS } from '#model';

/** Causes in how a campaign is set up, which bind again in every window to come. */
const SETUP: ReadonlySet<CauseCode> = new Set<CauseCode>([
  'leads_running_out',
  'bounce_pace',
  'no_future_window',
  'schedule_unreadable',
  'time_zone_trap',
  'window_too_short',
  'overnight_window',
  'limit_above_capacity',
  'end_date_near',
  'empty_tag',
  'no_inboxes_attached',
  'one_by_one',
  'warmup_banned',
]);

const QUARTER_MS = 15 * MINUTE_MS;

/** What one campaign's next window holds. */
export interface Preflight {
  readonly verdict: Verdict;
  /** Null when no opening is known, or its window is open now. */
  readonly opensAt: InstantMs | null;
  readonly timeZone: string | null;
  /** Mails that the window will hold as things stand; null when nobody can say. */
  readonly mails: number | null;
  readonly bottleneck: Constraint | null;
  readonly down: number;
  readonly inboxes: number | null;
  /** What will bind: first what needs a person, then the set-up. */
  readonly binding: readonly Cause[];
}

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const opening = (verdict: Verdict): Cause | undefined =>
  verdict.causes.find(({ code }) => code === 'out_of_schedule' || code === 'not_started_yet');

const preflightOf = (verdict: Verdict, now: InstantMs): Preflight => {
  const params = opening(verdict)?.params ?? {};
  const isResting = verdict.health === 'limited' || verdict.health === 'waiting';
  const next = isResting ? verdict.nextSendAt : null;
  // Waits that end one by one are put together by the quarter of an hour.
  const again = next === null ? null : Math.ceil(next / QUARTER_MS) * QUARTER_MS;
  const opensAt = numberIn(params['opensAt']) ?? again;
  const named = params['nextWindowBottleneck'];
  return {
    verdict,
    opensAt: opensAt !== null && opensAt > now ? opensAt : null,
    timeZone: typeof params['timeZone'] === 'string' ? params['timeZone'] : null,
    mails: numberIn(params['nextWindowMails']),
    bottleneck: CONSTRAINTS.find((constraint) => constraint === named) ?? null,
    down: numberIn(params['down']) ?? 0,
    inboxes: numberIn(params['inboxes']),
    binding: verdict.causes
      .filter(({ code, needsPerson }) => needsPerson || SETUP.has(code))
      .sort((a, b) => Number(b.needsPerson) - Number(a.needsPerson)),
  };
};

/** All campaigns whose windows open at one instant, the one with most to mend first. */
export interface Opening {
  readonly opensAt: InstantMs | null;
  readonly campaigns: readonly Preflight[];
}

/**
 * The next windows by the time they open; at the end, without a time, what is open now or will not open and has
 * something that binds. Campaigns that are off by intent are left out.
 */
export const openingsOf = (verdicts: readonly Verdict[], now: InstantMs): readonly Opening[] => {
  const all = verdicts
    .filter(({ health }) => health !== 'inactive')
    .map((verdict) => preflightOf(verdict, now))
    .filter(({ opensAt, binding }) => opensAt !== null || binding.length > 0);
  const byTime = Map.groupBy(all, ({ opensAt }) => opensAt);
  return [...byTime]
    .map(([opensAt, campaigns]) => ({
      opensAt,
      campaigns: campaigns.toSorted((a, b) => b.binding.length - a.binding.length),
    }))
    .sort((a, b) => (a.opensAt ?? Infinity) - (b.opensAt ?? Infinity));
};
