import { diagnoseFleet, type FleetInput } from '#diagnosis';
import type { CampaignId, LeadFacts, SentSample, SubsequenceFacts } from '#model';
import { firstCheckOf } from './first-check.ts';
import type { BenchResult } from './result.ts';
import { median, timesOf, wordSpread } from './statistics.ts';

const CAMPAIGNS = 500;
const RUNS = 30;
const WARM_UPS = 10;

const inputOf = async (campaigns: number): Promise<FleetInput> => {
  const { records } = await firstCheckOf(campaigns);
  const { workspace, observations, inboxes, fleet, journal } = records;
  const leads = new Map<CampaignId, LeadFacts>();
  const subsequences = new Map<CampaignId, readonly SubsequenceFacts[]>();
  const sentSeries = new Map<CampaignId, readonly SentSample[]>();
  for (const record of observations) {
    if (record.leads) leads.set(record.campaignId, record.leads);
    if (record.subsequences) subsequences.set(record.campaignId, record.subsequences);
    sentSeries.set(record.campaignId, record.sentChanges);
  }
  return {
    workspaceId: workspace.id,
    observations,
    inboxes: inboxes.inboxes,
    inboxDays: inboxes.days,
    leads,
    subsequences,
    sentSeries,
    previous: new Map(fleet.verdicts.map((verdict) => [verdict.campaignId, verdict])),
    isInboxReadingAllowed: true,
    now: journal.listedAt ?? journal.bucket.updatedAt,
  };
};

/** One whole diagnosis of a workspace, contention included. */
export const benchDiagnosis = async (): Promise<BenchResult> => {
  const input = await inputOf(CAMPAIGNS);
  const times = timesOf(() => diagnoseFleet(input), RUNS, WARM_UPS);
  return {
    bench: 'diagnosis',
    figures: [
      {
        name: `diagnosis of ${CAMPAIGNS} campaigns, median`,
        value: median(times),
        unit: 'ms',
        most: 50,
        note: `${wordSpread(times)}; ${input.inboxes.length} inboxes`,
      },
    ],
  };
};
