import * as z from 'zod/mini';
import type { CampaignSchedule, ScheduleEntry } from '#model';
import { parseDate, parseMinuteOfDay } from './moment.ts';
import {
  always,
  clippedText,
  flag,
  list,
  maybe,
  maybeNull,
  type Oddities,
  textAs,
} from './wire.ts';

const date = textAs(parseDate);
const minute = textAs(parseMinuteOfDay);
const day = maybe(flag);

const Entry = z.lazy(() =>
  z.object({
    name: maybeNull(clippedText(300)),
    timing: always(z.object({ from: always(minute), to: always(minute) })),
    days: always(z.object({ 0: day, 1: day, 2: day, 3: day, 4: day, 5: day, 6: day })),
    timezone: always(clippedText(100)),
  }),
);

/** `campaign_schedule` and `subsequence_schedule` (INSTANTLY.md 2.2). */
export const scheduleBody = z.lazy(() =>
  z.object({
    start_date: maybeNull(date),
    end_date: maybeNull(date),
    schedules: always(list),
  }),
);

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

const readEntry = (raw: unknown, odd: Oddities): ScheduleEntry | undefined => {
  const parsed = Entry.safeParse(raw);
  if (!parsed.success) return undefined;
  const { name, timing, days, timezone } = parsed.data;
  const flags = odd.take(days);
  const times = odd.take(timing);
  const fromMinute = times && odd.take(times.from);
  const toMinute = times && odd.take(times.to);
  // Without its days an entry cannot be judged. No day at all would say that it never sends, so its times go as well.
  const isReadable = flags !== undefined;
  return {
    name: odd.take(name) ?? undefined,
    fromMinute: isReadable && fromMinute !== 1_440 ? fromMinute : undefined,
    toMinute: isReadable ? toMinute : undefined,
    days: DAYS.map((index) => flags !== undefined && odd.take(flags[index]) === true),
    timeZone: odd.take(timezone),
  };
};

/** A schedule in our words. Undefined when it does not even list its entries. */
export const readSchedule = (
  body: z.infer<typeof scheduleBody> | undefined,
  odd: Oddities,
): CampaignSchedule | undefined => {
  const schedules = body && odd.take(body.schedules);
  if (body === undefined || schedules === undefined) return undefined;
  const entries: ScheduleEntry[] = [];
  for (const raw of schedules) {
    const entry = readEntry(raw, odd);
    if (entry === undefined) odd.add();
    else entries.push(entry);
  }
  return {
    startDate: odd.take(body.start_date) ?? null,
    endDate: odd.take(body.end_date) ?? null,
    entries,
  };
};
