import type { CampaignSchedule, InboxAddress } from '#model';
import type { CapacityInput, InboxRoom } from './capacity-input.ts';

/** Monday to Friday, 09:00 to 17:00 in one zone: the schedule of the worked examples. */
export const officeHours = (
  timeZone: string,
  fromMinute = 540,
  toMinute = 1_020,
): CampaignSchedule => ({
  startDate: null,
  endDate: null,
  entries: [
    {
      name: 'office hours',
      fromMinute,
      toMinute,
      days: [false, true, true, true, true, true, false],
      timeZone,
    },
  ],
});

/** A connected inbox with everything known and nothing in its way but 30 mails a day. */
export const inboxRoom = (name: string, over: Partial<InboxRoom> = {}): InboxRoom => ({
  address: `${name}@example.com` as InboxAddress,
  limitPerDay: 30,
  rampLimitPerDay: null,
  sentToday: 0,
  gapMinutes: 1,
  isUp: true,
  ...over,
});

export const inboxRooms = (count: number, over: Partial<InboxRoom> = {}): InboxRoom[] =>
  Array.from({ length: count }, (_, at) => inboxRoom(`inbox-${at}`, over));

/** Example A of DIAGNOSIS.md 4 at the opening of its window: 20 inboxes of 30, gap 10 + 0 to 10, limit 500. */
export const exampleA = (over: Partial<CapacityInput> = {}): CapacityInput => ({
  now: Date.parse('2026-05-14T09:00:00+02:00'),
  schedule: officeHours('Europe/Belgrade'),
  isInScheduleAtInstantly: undefined,
  sentToday: 0,
  limitPerDay: 500,
  newLeadsPerDay: null,
  newLeadsToday: 0,
  gapMinutes: 10,
  randomGapMinutes: 10,
  isOneByOne: false,
  inboxes: { kind: 'each', rooms: inboxRooms(20) },
  uncontactedLeads: 10_000,
  followUpsDue: 0,
  observedPerHour: undefined,
  ...over,
});
