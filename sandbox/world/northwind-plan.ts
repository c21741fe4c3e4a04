import { movePlan } from './move-plan.ts';
import { fromPool, northwindInboxes } from './northwind-inboxes.ts';
import { limitedCampaigns } from './northwind-limited.ts';
import { idleCampaigns, restingCampaigns } from './northwind-resting.ts';
import { troubledCampaigns } from './northwind-troubled.ts';
import type { CampaignPlan, WorldPlan } from './plan.ts';
import { hours, ZONES } from './plan-schedules.ts';
import { DAY_MS, DEFAULT_START_MS, type WorldMs } from './time.ts';

const NAMES = [
  'SaaS CTOs — US East',
  '<img src=x onerror=alert(1)>',
  'Marketing leads \u202Egnihctip\u202C Q4',
  'CFO outreach — Ohio',
  'Security leaders — Northeast',
  'Med-tech buyers — Boston',
  'Facility managers — Atlanta',
  'Cloud migrations — Toronto',
  'E-learning — Florida',
  'Staffing firms — New York',
  'Construction — Carolinas',
  'Credit unions — Michigan',
  'Payroll switchers — Georgia',
  'Hospitality groups — Miami',
  'Procurement leads — Detroit',
  'Data teams — Washington',
  'Charities — England',
  'Event agencies — Manchester',
  'Wine importers — Netherlands',
  'Solar installers — Spain',
  'Machine builders — Bavaria',
  'Print shops — Italy',
] as const;

const AMERICAN = 16;

/** A campaign that simply sends: the n-th of them, from the common pool. */
function sendingCampaign(n: number, inboxes: number, startMs: WorldMs): CampaignPlan {
  const round = Math.floor(n / NAMES.length);
  const name = NAMES[n % NAMES.length] ?? 'Outreach';
  const isAmerican = n % NAMES.length < AMERICAN;
  return {
    name: round === 0 ? name : `${name}, wave ${round + 1}`,
    inboxes:
      n % 7 === 3 ? [] : fromPool(inboxes, n * 3, 3 + (n % 3), isAmerican ? 'america' : 'europe'),
    tags: n % 7 === 3 ? ['Core senders'] : [],
    schedule: isAmerican
      ? hours(ZONES.eastern, '09:00', '17:00')
      : hours(n % 2 ? ZONES.uk : ZONES.dach, '10:00', '18:00'),
    gapMinutes: isAmerican ? 20 + (n % 4) * 5 : 50,
    randomGapMinutes: 5 + (n % 3) * 5,
    limitPerDay: n % 9 === 4 ? null : (isAmerican ? 25 : 20) + (n % 6) * (isAmerican ? 5 : 2),
    newLeadsPerDay: n % 4 === 1 ? 30 : null,
    leads: 500 + ((n * 397) % 2_400),
    isPrioritizingNewLeads: n % 6 === 5,
    followUps: {
      count: 40 + (n % 5) * 20,
      firstDueMs: startMs - 2 * DAY_MS,
      lastDueMs: startMs + 2 * DAY_MS,
    },
  };
}

function planAt(startMs: WorldMs, campaigns: number, inboxes: number): WorldPlan {
  const special = [
    ...troubledCampaigns(startMs, inboxes),
    ...limitedCampaigns(startMs, inboxes),
    ...restingCampaigns(startMs, inboxes),
    ...idleCampaigns(startMs, inboxes),
  ];
  const sending = Array.from({ length: Math.max(0, campaigns - special.length) }, (_, n) =>
    sendingCampaign(n, inboxes, startMs),
  );
  return {
    workspaceName: 'Northwind Outbound',
    inboxes: northwindInboxes(inboxes, startMs),
    campaigns: [...special, ...sending].slice(0, campaigns),
    faultsPerDay: 0.6,
  };
}

/** The demo workspace: every state a campaign can be in, then as many plainly sending ones as are asked for; alike at every start. */
export const northwindPlan = (startMs: WorldMs, campaigns = 60, inboxes = 40): WorldPlan =>
  movePlan(planAt(DEFAULT_START_MS, campaigns, inboxes), DEFAULT_START_MS, startMs);
