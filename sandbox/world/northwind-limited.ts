import { addresses, fromPool, ROLES } from './northwind-inboxes.ts';
import type { CampaignPlan } from './plan.ts';
import { hours, ZONES } from './plan-schedules.ts';
import { DAY_MS, HOUR_MS, type WorldMs } from './time.ts';

/** Campaigns of the demo workspace that a limit holds back today, or that rest until something falls due. */
export function limitedCampaigns(startMs: WorldMs, inboxes: number): CampaignPlan[] {
  const pool = (from: number, count: number): string[] => fromPool(inboxes, from, count);
  const uk = hours(ZONES.uk, '08:00', '18:00');
  return [
    {
      name: 'Recruiters — Ireland',
      inboxes: addresses(ROLES.calm),
      schedule: uk,
      newLeadsPerDay: 12,
    },
    {
      name: 'Automotive suppliers (12 accounts)',
      inboxes: addresses(ROLES.calm),
      schedule: uk,
      leads: 300,
      companies: 6,
      followUpDelaysDays: [6],
    },
    {
      name: 'Google Workspace shops — France',
      inboxes: addresses(ROLES.espGoogle, ROLES.espMicrosoft),
      schedule: hours(ZONES.dach, '08:30', '18:00'),
      isEspMatching: true,
      googleLeadShare: 1,
    },
    { name: 'Law firms — London', inboxes: addresses(ROLES.lowLimit), schedule: uk },
    {
      name: 'Webinar attendees (evergreen)',
      inboxes: addresses(ROLES.calm),
      schedule: uk,
      leads: 45,
      followUpDelaysDays: [],
      isEvergreen: true,
    },
    {
      name: 'Insurance brokers — gently',
      inboxes: addresses(ROLES.longGap),
      schedule: uk,
      isWindowExact: true,
      gapMinutes: 15,
    },
    { name: 'New domains — warm start', tags: ['New domains'], schedule: uk, gapMinutes: 8 },
    {
      name: 'Private clinics — careful mode',
      inboxes: fromPool(inboxes, 4, 6, 'america'),
      schedule: hours(ZONES.eastern, '08:00', '17:00'),
      isOneByOne: true,
    },
    {
      name: 'Trade fair contacts — Cologne',
      inboxes: addresses(ROLES.calm),
      schedule: uk,
      leads: 0,
      sentBefore: 80,
      followUps: { count: 40, firstDueMs: startMs + 3 * HOUR_MS, lastDueMs: startMs + 2 * DAY_MS },
    },
    {
      name: 'Podcast guests — follow-ups only',
      inboxes: addresses(ROLES.calm),
      schedule: uk,
      leads: 0,
      sentBefore: 30,
      statusShape: 'nulls_for_times',
      followUps: { count: 4, firstDueMs: startMs + DAY_MS, lastDueMs: startMs + 2 * DAY_MS },
    },
    {
      name: 'Founders breakfast Berlin',
      inboxes: pool(10, 4),
      schedule: hours(ZONES.dach, '09:00', '18:00'),
      limitPerDay: 24,
    },
    {
      name: 'Accountants UK — round 2',
      inboxes: pool(13, 5),
      schedule: uk,
      limitPerDay: 25,
      gapMinutes: 20,
    },
    {
      name: 'Partner programme',
      status: 4,
      inboxes: pool(16, 3),
      schedule: uk,
      leads: 0,
      sentBefore: 600,
      subsequences: [
        { name: 'Asked for pricing', leads: 120 },
        { name: 'Out of office', leads: 0, status: 2 },
      ],
    },
  ];
}
