import { HOUR_MS, type InstantMs, type SnoozeChoice, type Verdict } from '#model';

/** What is known of the campaigns that are snoozed. */
export interface SnoozeFacts {
  readonly verdicts: readonly Verdict[];
}

const firstAfter = (instants: readonly (InstantMs | null)[], now: InstantMs): InstantMs | null => {
  const ahead = instants.filter((at) => at !== null && at > now);
  return ahead.length > 0 ? Math.min(...(ahead as InstantMs[])) : null;
};

const openingOf = ({ causes }: Verdict): InstantMs | null => {
  const opensAt = causes.find(({ code }) => code === 'out_of_schedule')?.params['opensAt'];
  return typeof opensAt === 'number' ? opensAt : null;
};

/**
 * The end of a snooze; null: when the trouble is over. A next window or a limit that nobody can foresee ends so too, and
 * so does a date that has passed.
 */
export const resolveSnooze = (
  choice: SnoozeChoice,
  { verdicts }: SnoozeFacts,
  now: InstantMs,
): InstantMs | null => {
  switch (choice.kind) {
    case 'hour':
      return now + HOUR_MS;
    case 'next_window':
      return firstAfter(
        verdicts.map((verdict) => openingOf(verdict) ?? verdict.nextSendAt),
        now,
      );
    case 'clears':
      return firstAfter(
        verdicts.map(({ clearsAt }) => clearsAt),
        now,
      );
    case 'date':
      return choice.at > now ? choice.at : null;
  }
};
