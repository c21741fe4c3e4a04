import { INSTANTLY_ZONES } from './instantly-zones.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type WorldMs } from './time.ts';

/** The zone that takes another's part at another instant. */
export interface MovedZone {
  readonly timezone: string;
  /** How many weekdays its date is ahead of the old zone's at the old instant. */
  readonly daysLater: number;
  /** By how much its clock is ahead where Instantly has no zone that fits better; windows must open that much later. */
  readonly minutesLater: number;
}

const EARLIEST_MS = -12 * HOUR_MS;
const LATEST_MS = 13 * HOUR_MS;
const CLOSE_MS = 30 * MINUTE_MS;
const STEADY_DAYS = [-3, 3];

function offsetAt(timezone: string, ms: WorldMs): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timezone);
  return zoned.offsetNanoseconds / 1_000_000;
}

/** Among equally near zones those that do not change their clocks in the days around come first, then Instantly's order. */
function nearestZone(wantedMs: number, atMs: WorldMs): string {
  const ranked = INSTANTLY_ZONES.map((timezone) => {
    const offset = offsetAt(timezone, atMs);
    const isSteady = STEADY_DAYS.every(
      (days) => offsetAt(timezone, atMs + days * DAY_MS) === offset,
    );
    return { timezone, distance: Math.abs(offset - wantedMs), unsteady: isSteady ? 0 : 1 };
  }).sort((a, b) => a.distance - b.distance || a.unsteady - b.unsteady);
  return ranked[0]?.timezone ?? 'Etc/GMT';
}

/** The part of a move that zones can follow. */
export const wholeHours = (ms: number): number => Math.round(ms / HOUR_MS) * HOUR_MS;

/** Finds the zone out of Instantly's list whose clocks show at `toMs` what those of `timezone` show at `fromMs`, as far as whole hours allow. */
export function moveZone(timezone: string, fromMs: WorldMs, toMs: WorldMs): MovedZone {
  const hoursMs = wholeHours(toMs - fromMs);
  let daysLater = Math.round(hoursMs / DAY_MS);
  const wantedOn = (days: number): number => offsetAt(timezone, fromMs) - hoursMs + days * DAY_MS;
  if (wantedOn(daysLater) < EARLIEST_MS) daysLater++;
  if (wantedOn(daysLater) > LATEST_MS) daysLater--;
  const wantedMs = wantedOn(daysLater);
  const isKept = Math.abs(offsetAt(timezone, toMs) - wantedMs) < CLOSE_MS;
  const chosen = isKept ? timezone : nearestZone(wantedMs, toMs);
  const aheadMs = offsetAt(chosen, toMs) - wantedMs;
  return {
    timezone: chosen,
    daysLater,
    minutesLater: Math.abs(aheadMs) < CLOSE_MS ? 0 : aheadMs / MINUTE_MS,
  };
}
