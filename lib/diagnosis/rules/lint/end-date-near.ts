import { DAY_MS } from '#model';
import { cause, type Rule } from '../../cause.ts';

const SOON_MS = 3 * DAY_MS;

/** Its end date falls within three days: after it nothing is sent any more. */
export const endDateNear: Rule = ({ campaign, clock, now, today, timeZone }) => {
  const endDate = campaign.schedule?.endDate;
  if (!endDate || !today || clock.kind === 'never' || clock.kind === 'unknown') return null;
  const daysLeft = Math.round((Date.parse(endDate) - Date.parse(today.date)) / DAY_MS);
  if (!Number.isFinite(daysLeft) || daysLeft < 0 || daysLeft * DAY_MS > SOON_MS) return null;
  return cause('end_date_near', 'blue', {
    params: {
      endDate,
      days: daysLeft + 1,
      endsAt: Math.max(now, today.endsAt + daysLeft * DAY_MS),
      timeZone: timeZone ?? null,
    },
    actions: ['open_schedule'],
  });
};
