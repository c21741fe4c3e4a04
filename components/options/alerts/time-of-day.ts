const HOUR_MINUTES = 60;
const DAY_MINUTES = 1_440;

/** Minutes after midnight as a time field holds them: 75 is "01:15". */
export const timeField = (minutes: number): string =>
  [Math.floor(minutes / HOUR_MINUTES), minutes % HOUR_MINUTES]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

/** Minutes after midnight of what a time field holds, seconds left out; null where it is empty or no time. */
export const minutesOf = (field: string): number | null => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(field) ?? [];
  const all = Number(hours) * HOUR_MINUTES + Number(minutes);
  return hours !== undefined && Number(minutes) < HOUR_MINUTES && all < DAY_MINUTES ? all : null;
};
