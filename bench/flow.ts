import { contendedCapacity, type FleetCampaign } from '#forecast';
import type { CampaignId, InboxAddress } from '#model';
import type { BenchResult, Figure } from './result.ts';
import { median, timesOf, wordSpread } from './statistics.ts';
import { START_MS } from './watch-rig.ts';

const CAMPAIGNS = 500;
const INBOXES = 2_000;
const RUNS = 20;
const WARM_UPS = 5;

/** Who may send from which inboxes. */
interface Layout {
  readonly name: string;
  readonly perCampaign: number;
  /** The place in the pool of a campaign's nth inbox. */
  readonly inboxOf: (campaign: number, nth: number) => number;
}

const CLIENTS = 25;
const PER_CLIENT = INBOXES / CLIENTS;

const LAYOUTS: readonly Layout[] = [
  {
    // An agency: twenty campaigns of a client share its eighty inboxes, half of them each.
    name: `${CLIENTS} clients`,
    perCampaign: PER_CLIENT / 2,
    inboxOf: (campaign, nth) =>
      (campaign % CLIENTS) * PER_CLIENT +
      ((campaign * 3 + nth * (1 + 2 * (campaign % 2))) % PER_CLIENT),
  },
  {
    // The hardest: every campaign overlaps many others and no part of the pool stands alone.
    name: 'one pool',
    perCampaign: 40,
    inboxOf: (campaign, nth) => (campaign * 7 + nth * (1 + (campaign % 5))) % INBOXES,
  },
];

const addressOf = (place: number): InboxAddress => `inbox-${place}@example.org` as InboxAddress;

/** More wishes than the inboxes can fill; limits, gaps and days vary. */
const fleetOf = ({ perCampaign, inboxOf }: Layout): FleetCampaign[] =>
  Array.from({ length: CAMPAIGNS }, (_, campaign) => ({
    id: `00000000-0000-7000-8000-${String(campaign).padStart(12, '0')}` as CampaignId,
    input: {
      now: START_MS,
      schedule: {
        startDate: null,
        endDate: null,
        entries: [
          {
            name: 'Weekdays',
            fromMinute: 540,
            toMinute: 1_020 + (campaign % 3) * 30,
            days: [false, true, true, true, true, true, false],
            timeZone: campaign % 2 === 0 ? 'America/New_York' : 'America/Chicago',
          },
        ],
      },
      isInScheduleAtInstantly: undefined,
      sentToday: campaign % 17,
      limitPerDay: campaign % 4 === 0 ? null : 50 + (campaign % 11) * 40,
      newLeadsPerDay: null,
      newLeadsToday: 0,
      gapMinutes: 5 + (campaign % 4) * 5,
      randomGapMinutes: 5,
      isOneByOne: campaign % 10 === 0,
      inboxes: {
        kind: 'each',
        rooms: Array.from({ length: perCampaign }, (_place, place) => {
          const inbox = inboxOf(campaign, place);
          return {
            address: addressOf(inbox),
            limitPerDay: 20 + (inbox % 4) * 10,
            rampLimitPerDay: inbox % 9 === 0 ? 12 : null,
            sentToday: inbox % 13,
            gapMinutes: 1 + (inbox % 3) * 4,
            isUp: inbox % 25 !== 0,
          };
        }),
      },
      uncontactedLeads: 10_000,
      followUpsDue: 0,
      observedPerHour: undefined,
    },
  }));

const measure = (layout: Layout): Figure => {
  const fleet = fleetOf(layout);
  const times = timesOf(() => contendedCapacity(fleet), RUNS, WARM_UPS);
  const { totalToday, shares } = contendedCapacity(fleet);
  const losing = [...shares.values()].filter(
    ({ aloneToday, contendedToday }) => contendedToday < aloneToday,
  ).length;
  return {
    name: `flow, ${layout.name}, ${layout.perCampaign} inboxes each, median`,
    value: median(times),
    unit: 'ms',
    most: 50,
    note: `${wordSpread(times)}; ${losing} campaigns lose by it, ${totalToday} mails`,
  };
};

/** The capacity of 500 campaigns over 2,000 shared inboxes. */
export const benchFlow = async (): Promise<BenchResult> => ({
  bench: 'flow',
  figures: LAYOUTS.map(measure),
});
