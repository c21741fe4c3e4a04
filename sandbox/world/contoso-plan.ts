import { movePlan } from './move-plan.ts';
import { personAddress } from './people.ts';
import type { CampaignPlan, WorldPlan } from './plan.ts';
import { hours, localDate, ZONES } from './plan-schedules.ts';
import { DAY_MS, DEFAULT_START_MS, HOUR_MS, type WorldMs } from './time.ts';

const STEMS = ['contoso-growth', 'trycontoso'] as const;

function planAt(startMs: WorldMs): WorldPlan {
  const inboxes = Array.from({ length: 10 }, (_, i) => ({
    address: personAddress(i + 20, STEMS),
    limitPerDay: 40,
    provider: i % 4 === 0 ? (3 as const) : (2 as const),
  }));
  const senders = (from: number, count: number): string[] =>
    inboxes.slice(from, from + count).map(({ address }) => address);
  const uk = hours(ZONES.uk);
  const eastern = hours(ZONES.eastern);
  const campaigns: CampaignPlan[] = [
    { name: 'Growth audits — UK', inboxes: senders(0, 3), schedule: uk, gapMinutes: 25 },
    { name: 'Growth audits — US', inboxes: senders(3, 4), schedule: eastern },
    { name: 'Empty tag', tags: ['Senders to come'], schedule: uk },
    {
      name: 'Autumn campaign (ended)',
      inboxes: senders(0, 2),
      schedule: { ...uk, endDate: localDate(startMs, ZONES.uk, -1) },
    },
    {
      name: 'Support is looking into it',
      inboxes: senders(7, 2),
      schedule: uk,
      events: [{ kind: 'instantly_error', atMs: startMs - 4 * HOUR_MS }],
    },
    { name: 'Shopify stores', inboxes: senders(4, 3), schedule: eastern, limitPerDay: 20 },
    { name: 'Bakeries — Sydney', inboxes: senders(5, 2), schedule: hours(ZONES.melbourne) },
    {
      name: 'Newsletter swaps',
      inboxes: senders(8, 2),
      schedule: uk,
      leads: 0,
      followUps: { count: 12, firstDueMs: startMs + HOUR_MS, lastDueMs: startMs + DAY_MS },
    },
    { name: 'Agency owners — Dublin', inboxes: senders(6, 3), schedule: uk, gapMinutes: 20 },
    { name: 'Spring test', status: 2, inboxes: senders(0, 2) },
    { name: 'Case study requests', status: 0, statusShape: 'empty', sentBefore: 0 },
    { name: 'Loyal customers', status: 3, inboxes: senders(2, 2), leads: 0 },
  ];
  return { workspaceName: 'Contoso Growth', inboxes, campaigns, faultsPerDay: 0.2 };
}

/** A small second workspace: mostly well, with the three troubles the first one does not have; alike at every start. */
export const contosoPlan = (startMs: WorldMs): WorldPlan =>
  movePlan(planAt(DEFAULT_START_MS), DEFAULT_START_MS, startMs);
