import { diagnoseFleet } from '#diagnosis';
import { findIncidents } from '#incidents';
import type { CampaignId, SentSample, Verdict, WorkspaceId } from '#model';
import type { IncidentRecord } from '#store/read';
import type { Look } from './read-fleet.ts';

/** What one look leaves for the next, as the background keeps it. */
export interface Judged {
  readonly verdicts: ReadonlyMap<CampaignId, Verdict>;
  readonly samples: ReadonlyMap<CampaignId, readonly SentSample[]>;
  /** Open and resolved ones. */
  readonly incidents: readonly IncidentRecord[];
}

/** Before the first look. */
export const NOTHING_JUDGED: Judged = { verdicts: new Map(), samples: new Map(), incidents: [] };

const MOST_SAMPLES = 12;

const samplesAfter = ({ samples }: Judged, { observations, at }: Look): Judged['samples'] => {
  const after = new Map(samples);
  for (const { campaign, reading } of observations) {
    if (reading.kind !== 'read') continue;
    const sent = reading.snapshot.campaignLimit?.sent;
    const known = after.get(campaign.id) ?? [];
    if (sent === undefined || known.at(-1)?.sent === sent) continue;
    const sample = { at: reading.snapshot.takenAt ?? at, sent };
    after.set(campaign.id, [...known, sample].slice(-MOST_SAMPLES));
  }
  return after;
};

const incidentsAfter = (
  { incidents: before }: Judged,
  verdicts: readonly Verdict[],
  { inboxes, at }: Look,
  workspaceId: WorkspaceId,
): readonly IncidentRecord[] => {
  const open = before.filter(({ state }) => state === 'firing');
  const previous = open.map(({ incident }) => incident);
  const found = findIncidents({ verdicts, inboxes, previous, now: at });
  const ids = new Set(found.map(({ id }) => id));
  return [
    ...before.filter(({ state }) => state === 'resolved'),
    ...open
      .filter(({ incident }) => !ids.has(incident.id))
      .map((record): IncidentRecord => ({ ...record, state: 'resolved', resolvedAt: at })),
    ...found.map(
      (incident): IncidentRecord => ({
        incident,
        workspaceIds: [workspaceId],
        state: 'firing',
        acknowledgedAt: null,
        snoozedUntil: null,
        note: '',
        resolvedAt: null,
      }),
    ),
  ];
};

/** Judges one look at the workspace with what the looks before left. */
export const judgeLook = (before: Judged, look: Look, workspaceId: WorkspaceId): Judged => {
  const samples = samplesAfter(before, look);
  const verdicts = diagnoseFleet({
    ...look,
    workspaceId,
    inboxDays: look.days,
    sentSeries: samples,
    previous: before.verdicts,
    isInboxReadingAllowed: true,
    now: look.at,
  });
  return {
    verdicts: new Map(verdicts.map((verdict) => [verdict.campaignId, verdict])),
    samples,
    incidents: incidentsAfter(before, verdicts, look, workspaceId),
  };
};
