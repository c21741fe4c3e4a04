/** One entry of a campaign's schedule. An unreadable part is undefined; the forecast then says so instead of guessing. */
export interface ScheduleEntry {
  readonly name: string | undefined;
  /** Minutes after local midnight, 0 to 1,439. */
  readonly fromMinute: number | undefined;
  /** Minutes after local midnight, 0 to 1,440. At or before `fromMinute` means: on the next day. */
  readonly toMinute: number | undefined;
  /** Seven flags, index 0 is Sunday (INSTANTLY.md 2.2). A day that Instantly does not name is off. */
  readonly days: readonly boolean[];
  /** IANA name as Instantly sent it; may be an alias or unknown to this browser. */
  readonly timeZone: string | undefined;
}

/** When a campaign may send. Dates are `YYYY-MM-DD` in the campaign's own zone, both ends included; null is open. */
export interface CampaignSchedule {
  readonly startDate: string | null;
  readonly endDate: string | null;
  /** The first entry's zone decides when the campaign's limits reset (ARCHITECTURE.md 9). */
  readonly entries: readonly ScheduleEntry[];
}
