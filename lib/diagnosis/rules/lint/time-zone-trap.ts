import { scheduleAt } from '#forecast';
import { MINUTE_MS } from '#model';
import { cause, type Rule } from '../../cause.ts';

const TOLERANCE_MS = 15 * MINUTE_MS;

/** Instantly and we disagree about the schedule by more than 15 minutes: the zone is not the one that was meant. */
export const timeZoneTrap: Rule = ({ campaign, snapshot, takenAt, timeZone }) => {
  const theirs = snapshot?.isInSchedule;
  if (theirs === undefined || takenAt === undefined) return null;
  const around = [-TOLERANCE_MS, 0, TOLERANCE_MS].map(
    (by) => scheduleAt(campaign.schedule, takenAt + by).kind,
  );
  const isOther = around.every((kind) => (theirs ? kind === 'outside' : kind === 'inside'));
  return isOther
    ? cause('time_zone_trap', 'blue', {
        params: { timeZone: timeZone ?? null, isOpenAtInstantly: theirs },
        actions: ['open_schedule'],
      })
    : null;
};
