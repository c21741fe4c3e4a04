import { cause, type Rule } from '../../cause.ts';

/** Too short for a single mail of every inbox, or overnight, which is how Instantly is taken to read "to" before "from". */
export const windowTooShort: Rule = ({ campaign, clock, timeZone }) => {
  if (clock.kind === 'unknown' || clock.kind === 'never') return null;
  const worstGap = (campaign.gapMinutes ?? 0) + (campaign.randomGapMinutes ?? 0);
  const entries = (campaign.schedule?.entries ?? []).filter(({ days }) => days.includes(true));
  const lengths = entries.map(
    ({ fromMinute = 0, toMinute = 0 }) => (toMinute - fromMinute + 1_440) % 1_440 || 1_440,
  );
  const longest = Math.max(0, ...lengths);
  if (worstGap > 0 && longest < worstGap) {
    return cause('window_too_short', 'blue', {
      params: { minutes: longest, gap: worstGap, isOvernight: false, timeZone: timeZone ?? null },
      actions: ['open_schedule'],
    });
  }
  const isOvernight = entries.some(
    ({ fromMinute = 0, toMinute = 0 }) => toMinute < fromMinute && toMinute > 0,
  );
  return isOvernight
    ? cause('overnight_window', 'blue', {
        params: { timeZone: timeZone ?? null },
        actions: ['open_schedule'],
      })
    : null;
};
