import { addresses, fromPool, ROLES } from './northwind-inboxes.ts';
import type { CampaignPlan } from './plan.ts';
import { hours, localDate, ZONES } from './plan-schedules.ts';
import { HOUR_MS, MINUTE_MS, type WorldMs } from './time.ts';

/** Campaigns of the demo workspace that need a person: stopped, or still sending with something broken. */
export function troubledCampaigns(startMs: WorldMs, inboxes: number): CampaignPlan[] {
  const pool = (from: number, count: number): string[] => fromPool(inboxes, from, count);
  const uk = hours(ZONES.uk, '08:00', '18:00');
  return [
    {
      name: 'SaaS founders — DACH, wave 3',
      inboxes: addresses(ROLES.lostLogin),
      schedule: hours(ZONES.dach, '09:00', '18:00'),
      gapMinutes: 30,
      limitPerDay: 60,
    },
    { name: 'Agency partners UK', inboxes: addresses([0]), schedule: uk, gapMinutes: 30 },
    {
      name: 'Ecommerce owners — bought list',
      inboxes: addresses(ROLES.espMicrosoft, ROLES.silent, ROLES.calm),
      schedule: { ...uk, startDate: localDate(startMs, ZONES.uk) },
      gapMinutes: 8,
      randomGapMinutes: 3,
      limitPerDay: 300,
      bounceRate: 0.16,
    },
    {
      name: 'Legacy list reactivation',
      inboxes: pool(4, 3),
      events: [{ kind: 'suspend', atMs: startMs - 20 * HOUR_MS }],
    },
    {
      name: 'Fintech CFOs — Nordics',
      inboxes: [...addresses(ROLES.lostLogin), ...pool(6, 3)],
      schedule: uk,
      gapMinutes: 70,
      followUps: {
        count: 60,
        firstDueMs: startMs - 40 * HOUR_MS,
        lastDueMs: startMs + 30 * HOUR_MS,
      },
    },
    {
      name: 'HR directors Benelux',
      inboxes: [
        ...addresses([1], ROLES.quota, ROLES.tooMany, ROLES.badLead, ROLES.maintenance),
        ...pool(9, 4),
      ],
      schedule: hours(ZONES.dach, '09:00', '18:00'),
      gapMinutes: 80,
      limitPerDay: 150,
    },
    {
      name: 'Logistics managers — US Midwest',
      inboxes: [
        ...addresses(ROLES.warmupBanned, ROLES.paused),
        ...fromPool(inboxes, 0, 3, 'america'),
      ],
      schedule: hours(ZONES.central, '08:00', '17:00'),
      gapMinutes: 20,
      limitPerDay: 40,
    },
    {
      name: 'Dental clinics — Texas',
      inboxes: addresses(ROLES.silent),
      schedule: hours(ZONES.central, '07:00', '16:00'),
      gapMinutes: 12,
      events: [{ kind: 'go_silent', atMs: startMs - 80 * MINUTE_MS }],
    },
    {
      name: 'Just launched — Portugal',
      inboxes: pool(2, 3),
      schedule: uk,
      gapMinutes: 80,
      statusShape: 'empty',
      createdMs: startMs - 3 * HOUR_MS,
      sentBefore: 0,
    },
    {
      name: 'Property managers — Scotland',
      inboxes: pool(5, 3),
      schedule: uk,
      gapMinutes: 80,
      snapshotFrozenAtMs: startMs - 5 * HOUR_MS,
    },
  ];
}
