import { fromPool } from './northwind-inboxes.ts';
import type { CampaignPlan } from './plan.ts';
import { hours, localDate, ZONES } from './plan-schedules.ts';
import { HOUR_MS, MINUTE_MS, type WorldMs } from './time.ts';

/** Campaigns of the demo workspace whose window is closed at the default start. */
export function restingCampaigns(startMs: WorldMs, inboxes: number): CampaignPlan[] {
  const pool = (from: number, count: number): string[] => fromPool(inboxes, from, count);
  const slow = { gapMinutes: 30, randomGapMinutes: 15, limitPerDay: 8 };
  const uk = hours(ZONES.uk);
  return [
    { name: 'IT services — Bengaluru', inboxes: pool(0, 3), schedule: hours(ZONES.india), ...slow },
    {
      name: 'Wholesale — Hong Kong',
      inboxes: pool(3, 3),
      schedule: hours(ZONES.hongKong),
      statusShape: 'bare_out_of_schedule',
      ...slow,
    },
    {
      name: 'Clinics — Melbourne',
      inboxes: pool(6, 3),
      schedule: hours(ZONES.melbourne),
      statusShape: 'bare_out_of_schedule',
      ...slow,
    },
    {
      name: 'Real estate — Dubai',
      inboxes: pool(9, 2),
      schedule: hours(ZONES.dubai, '09:00', '17:00', [0, 1, 2, 3, 4]),
      ...slow,
    },
    {
      name: 'Night desk — Auckland',
      inboxes: pool(12, 2),
      schedule: hours(ZONES.auckland, '06:00', '03:00'),
      statusShape: 'diagnostics_only',
      ...slow,
    },
    {
      name: 'Breweries — Vancouver',
      inboxes: fromPool(inboxes, 7, 3, 'america'),
      schedule: hours(ZONES.yukon, '09:00', '16:00'),
      ...slow,
    },
    {
      name: 'Tuesday digest — investors',
      inboxes: pool(17, 2),
      schedule: hours(ZONES.eastern, '09:00', '17:00', [2]),
      ...slow,
    },
    {
      name: 'January kick-off',
      inboxes: pool(1, 4),
      schedule: { ...uk, startDate: localDate(startMs, ZONES.uk, 46) },
      ...slow,
    },
  ];
}

/** Campaigns of the demo workspace that are off because somebody wanted it or because they are done. */
export function idleCampaigns(startMs: WorldMs, inboxes: number): CampaignPlan[] {
  const pool = (from: number, count: number): string[] => fromPool(inboxes, from, count);
  const uk = hours(ZONES.uk, '08:00', '18:00');
  const draft = { status: 0, sentBefore: 0, schedule: uk } as const;
  const finished = { leads: 8, followUpDelaysDays: [], sentBefore: 900, schedule: uk } as const;
  return [
    { name: 'Q1 pipeline (draft)', statusShape: 'empty', ...draft },
    { name: 'Copy test A/B', statusShape: 'summary_only', inboxes: pool(4, 2), ...draft },
    { name: 'Referral ask — untitled', tags: ['Not bought yet'], ...draft },
    { name: '', status: 2, inboxes: pool(5, 3), statusShape: 'summary_only' },
    { name: 'SaaS CTOs — US East', status: 2, inboxes: pool(8, 3) },
    {
      name: 'Manufacturing — Poland',
      inboxes: pool(11, 3),
      schedule: uk,
      gapMinutes: 90,
      events: [{ kind: 'pause', atMs: startMs - 35 * MINUTE_MS }],
    },
    {
      name: 'Summer promo 2026',
      inboxes: pool(14, 3),
      schedule: uk,
      gapMinutes: 90,
      events: [{ kind: 'pause', atMs: startMs - 30 * HOUR_MS }],
    },
    { name: 'Beta testers — spring', inboxes: pool(2, 2), ...finished },
    { name: 'Conference speakers 2025', status: 3, inboxes: pool(7, 2), leads: 0 },
    { name: 'Architects — Vienna', inboxes: pool(10, 2), ...finished },
  ];
}
