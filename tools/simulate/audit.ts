/** What must always hold; one line of the report each. */
export const INVARIANTS = {
  ownBudget: 'at most 5 + burst requests in any second and 300 in any minute per workspace',
  instantlysLimit: 'never above Instantly’s 100 a second and 6,000 a minute',
  noTwins: 'the same question is never out twice at once',
  oneCheck: 'never more than one check at once',
  oneAlarm: 'one alarm is armed, not too far away, whenever something is watched',
  alarmsApart: 'no alarm is asked for sooner than in 30 s',
  journalSize: 'a journal takes less than 2 kB at 500 campaigns',
  boundedRows: 'nothing is stored twice, of nobody, or without end',
  neverFalselyCalm: 'healthy only with a fresh, good, agreeing answer',
  calmIsTrue: 'nothing that has long stopped is called healthy',
  honestTimes: 'no time of a check is in the future or newer than its last good answer',
  rejectedIsSilent: 'a rejected key makes no further call until it is replaced',
  oldKeyDiscarded: 'no answer to an older key is stored',
  removedIsSilent: 'a removed workspace is neither asked nor stored',
  pauseKept: 'nothing is asked during a pause that Instantly asked for',
  nobodyStarves: 'every watched campaign is asked in its turn',
  probeAfterOutage: 'after an outage who met it probes within 30 s and an alarm',
  checksEndWell: 'no check ends in an error',
} as const;

export type Invariant = keyof typeof INVARIANTS;

/** One thing that did not hold. */
export interface Failure {
  readonly invariant: Invariant;
  /** Simulated ms since the start. */
  readonly at: number;
  readonly detail: string;
}

/** Counts what was checked and keeps what failed. */
export interface Audit {
  /** `detail` is only asked for after a failure. */
  check(invariant: Invariant, holds: boolean, detail: () => string): void;
  readonly counts: Readonly<Record<Invariant, number>>;
  readonly failed: Readonly<Record<Invariant, number>>;
  /** The first few of each. */
  readonly failures: readonly Failure[];
}

const MOST_KEPT = 3;

const zeros = (): Record<Invariant, number> =>
  Object.fromEntries(Object.keys(INVARIANTS).map((name) => [name, 0])) as Record<Invariant, number>;

/** An audit that has seen nothing yet. */
export const createAudit = (elapsedMs: () => number): Audit => {
  const counts = zeros();
  const failed = zeros();
  const failures: Failure[] = [];
  return {
    counts,
    failed,
    failures,
    check: (invariant, holds, detail) => {
      counts[invariant] += 1;
      if (holds) return;
      failed[invariant] += 1;
      if (failed[invariant] > MOST_KEPT) return;
      failures.push({ invariant, at: elapsedMs(), detail: detail() });
    },
  };
};
