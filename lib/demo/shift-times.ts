import { DAY_MS, type InstantMs, utcDate } from '#model';

// Fields that hold an instant: `at`, `since`, `until`, and whatever ends in one of these words.
const INSTANT_NAME = /^(?:at|since|until)$|(?:At|Since|Until)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

interface Shift {
  readonly byMs: number;
  readonly byDays: number;
}

const utcDay = (at: InstantMs): number => Math.floor(at / DAY_MS);

const shiftDate = (date: string, days: number): string => {
  const at = Date.parse(date);
  return Number.isNaN(at) ? date : utcDate(at + days * DAY_MS);
};

const shifted = (value: unknown, isInstant: boolean, shift: Shift): unknown => {
  if (typeof value === 'number') return isInstant ? value + shift.byMs : value;
  if (typeof value === 'string') return DATE.test(value) ? shiftDate(value, shift.byDays) : value;
  if (Array.isArray(value)) return value.map((item) => shifted(item, isInstant, shift));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      // Instants by campaign (`checkedAt`) stand under ids, so a name passes on what it says.
      shifted(field, isInstant || INSTANT_NAME.test(name), shift),
    ]),
  );
};

/**
 * A copy of plain data in which everything happens as long before or after `to` as it did of `from`: instants, known by
 * their fields' names, move by the difference, dates (`YYYY-MM-DD`) by the whole days between the two UTC dates.
 */
export const shiftTimes = <Data>(data: Data, from: InstantMs, to: InstantMs): Data =>
  shifted(data, false, { byMs: to - from, byDays: utcDay(to) - utcDay(from) }) as Data;
