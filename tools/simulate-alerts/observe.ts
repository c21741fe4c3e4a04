import { diagnoseFleet } from '#diagnosis';
import type { ServerLoops } from '#incidents';
import {
  type CampaignFacts,
  type CampaignId,
  HOUR_MS,
  type InboxDay,
  isUnseen,
  type LeadFacts,
  MINUTE_MS,
  type Observation,
  type SentSample,
  type SnapshotReading,
  utcDate,
  type Verdict,
} from '#model';
import type { World } from '../../sandbox/world/index.ts';
import { allOf, clientOf } from '../../tests/unit/forecast-simulated-fleet.ts';

const MOST_CHANGES = 12;
/** Resting campaigns are asked about this seldom, as the watcher does. */
const RESTING_MS = 30 * MINUTE_MS;
const OFF: ReadonlySet<unknown> = new Set(['draft', 'paused', 'completed']);
const RESTING: ReadonlySet<Verdict['code']> = new Set(['out_of_schedule']);

/** What a check of the whole workspace saw. */
export interface Sight {
  readonly verdicts: readonly Verdict[];
  readonly loops: ReadonlyMap<CampaignId, ServerLoops>;
}

const look = (reading: SnapshotReading): SentSample | null => {
  if (reading.kind !== 'read') return null;
  const { campaignLimit, takenAt } = reading.snapshot;
  const sent = campaignLimit?.sent;
  return sent === undefined ? null : { at: takenAt ?? reading.readAt, sent };
};

/** Looks at a simulated workspace through the product's own client and judges what changed by the product's own rules. */
export const createObserver = (world: World) => {
  const client = clientOf(world);
  const readings = new Map<CampaignId, SnapshotReading>();
  const series = new Map<CampaignId, readonly SentSample[]>();
  const verdicts = new Map<CampaignId, Verdict>();
  const askedAt = new Map<CampaignId, number>();
  let slow: {
    at: number;
    leads: ReadonlyMap<CampaignId, LeadFacts>;
    days: readonly InboxDay[];
  } | null = null;

  const isDue = ({ id, lifecycle }: CampaignFacts): boolean => {
    if (OFF.has(lifecycle)) return false;
    const verdict = verdicts.get(id);
    const isResting = verdict !== undefined && RESTING.has(verdict.code);
    const opensAt = verdict?.clearsAt ?? 0;
    const sinceMs = world.nowMs - (askedAt.get(id) ?? 0);
    return !isResting || opensAt <= world.nowMs || sinceMs >= RESTING_MS;
  };

  const note = (id: CampaignId, reading: SnapshotReading): void => {
    readings.set(id, reading);
    askedAt.set(id, world.nowMs);
    const sample = look(reading);
    const known = series.get(id) ?? [];
    if (sample && known.at(-1)?.sent !== sample.sent) {
      series.set(id, [...known, sample].slice(-MOST_CHANGES));
    }
  };

  return async (): Promise<Sight> => {
    const now = world.nowMs;
    const campaigns = await allOf(
      (cursor) => client.listCampaigns(cursor),
      ({ id }) => id,
    );
    const inboxes = await allOf(
      (cursor) => client.listInboxes({ cursor, includeTags: true }),
      ({ address }) => address,
    );
    if (slow === null || now - slow.at >= HOUR_MS) {
      const totals = await client.campaignAnalytics('all');
      const days = await client.inboxDays(
        inboxes.map(({ address }) => address),
        utcDate(now),
        utcDate(now),
      );
      const leads = totals.value.map(
        (total) => [total.campaignId, { ...total, sent: total.mailsSent, readAt: now }] as const,
      );
      slow = { at: now, leads: new Map(leads), days: days.value };
    }
    const due = campaigns.filter(isDue);
    for (const { id } of due) note(id, (await client.sendingStatus(id)).value);
    const asked = new Set(due.map(({ id }) => id));
    const observations = campaigns
      .filter(({ id, lifecycle }) => asked.has(id) || OFF.has(lifecycle) || !verdicts.has(id))
      .map(
        (campaign): Observation => ({
          campaign,
          listedAt: now,
          reading: readings.get(campaign.id) ?? { kind: 'not_asked' },
        }),
      );
    const [first] = campaigns;
    if (!first) throw new Error('no campaigns');
    const judged = diagnoseFleet({
      workspaceId: first.workspaceId,
      observations,
      inboxes,
      inboxDays: slow.days,
      leads: slow.leads,
      subsequences: new Map(),
      sentSeries: series,
      previous: verdicts,
      isInboxReadingAllowed: true,
      now,
    });
    for (const verdict of judged) verdicts.set(verdict.campaignId, verdict);
    const loops = new Map<CampaignId, ServerLoops>();
    for (const [id, reading] of readings) {
      if (reading.kind !== 'read') continue;
      const { code, loopsWithIssue } = reading.snapshot;
      if (code === null || isUnseen(code) || loopsWithIssue === undefined) continue;
      loops.set(id, { code, loops: loopsWithIssue });
    }
    return { verdicts: [...verdicts.values()], loops };
  };
};
