import { DEFAULT_SCHEDULE } from './build-campaigns.ts';
import type { Schedule } from './calendar.ts';
import { moveZone, wholeHours } from './move-zone.ts';
import type { CampaignPlan, InboxPlan, WorldPlan } from './plan.ts';
import { MINUTE_MS, type WorldMs } from './time.ts';

const MINUTES_A_DAY = 1_440;

/** A time of day later by some minutes, and by how many days that is another date. */
function later(time: string, minutes: number): { readonly time: string; readonly days: number } {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const sum = hour * 60 + minute + minutes;
  const days = Math.floor(sum / MINUTES_A_DAY);
  const rest = sum - days * MINUTES_A_DAY;
  const two = (n: number): string => String(n).padStart(2, '0');
  return { time: `${two(Math.floor(rest / 60))}:${two(rest % 60)}`, days };
}

const moveDate = (date: string | null, days: number): string | null =>
  date && Temporal.PlainDate.from(date).add({ days }).toString();

function moveSchedule(
  { schedule = DEFAULT_SCHEDULE, isWindowExact }: CampaignPlan,
  fromMs: WorldMs,
  toMs: WorldMs,
): Schedule {
  const byMs = toMs - fromMs;
  const restMinutes = isWindowExact ? Math.round((byMs - wholeHours(byMs)) / MINUTE_MS) : 0;
  const entries = schedule.entries.map((entry) => {
    const { timezone, daysLater, minutesLater } = moveZone(entry.timezone, fromMs, toMs);
    const minutes = minutesLater + restMinutes;
    const opens = later(entry.from, minutes);
    const weekdays = daysLater + opens.days;
    return {
      ...entry,
      timezone,
      from: opens.time,
      to: later(entry.to, minutes).time,
      days: entry.days.map((day) => (((day + weekdays) % 7) + 7) % 7).sort(),
    };
  });
  const zone = schedule.entries[0]?.timezone;
  const days = zone === undefined ? 0 : moveZone(zone, fromMs, toMs).daysLater;
  return {
    startDate: moveDate(schedule.startDate, days),
    endDate: moveDate(schedule.endDate, days),
    entries,
  };
}

function moveCampaign(plan: CampaignPlan, fromMs: WorldMs, toMs: WorldMs): CampaignPlan {
  const byMs = toMs - fromMs;
  const { followUps, events, snapshotFrozenAtMs, createdMs } = plan;
  return {
    ...plan,
    schedule: moveSchedule(plan, fromMs, toMs),
    ...(followUps && {
      followUps: {
        ...followUps,
        firstDueMs: followUps.firstDueMs + byMs,
        lastDueMs: followUps.lastDueMs + byMs,
      },
    }),
    ...(events && { events: events.map((event) => ({ ...event, atMs: event.atMs + byMs })) }),
    ...(snapshotFrozenAtMs !== undefined && { snapshotFrozenAtMs: snapshotFrozenAtMs + byMs }),
    ...(createdMs !== undefined && { createdMs: createdMs + byMs }),
  };
}

const moveInbox = (plan: InboxPlan, byMs: number): InboxPlan => ({
  ...plan,
  ...(plan.faults && {
    faults: plan.faults.map((fault) => ({ ...fault, atMs: fault.atMs + byMs })),
  }),
});

/**
 * A plan made for one instant as it must be for another to look the same there: everything planned moves along,
 * weekdays change parts, and each zone gives way to one in which the clocks show at `toMs` what they showed in the old
 * one at `fromMs`, to half an hour. Zones and weekdays are those of `toMs`: a clock change nearby moves windows by it.
 */
export function movePlan(plan: WorldPlan, fromMs: WorldMs, toMs: WorldMs): WorldPlan {
  if (toMs === fromMs) return plan;
  return {
    ...plan,
    movedMs: toMs - fromMs,
    inboxes: plan.inboxes.map((inbox) => moveInbox(inbox, toMs - fromMs)),
    campaigns: plan.campaigns.map((campaign) => moveCampaign(campaign, fromMs, toMs)),
  };
}
