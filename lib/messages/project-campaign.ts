import type { CampaignId, Incident, Verdict } from '#model';
import type { FleetRecord, IncidentRecord, JournalRecord } from '#store/read';
import type { Settings } from '#store/settings';
import type { Catalogue } from '#words';
import type { PanelAnswer, PanelIncident } from './panel-messages.ts';
import { pickTexts } from './pick-texts.ts';

/** What is stored of a campaign and what stands around it. */
export interface CampaignSources {
  readonly fleet: FleetRecord;
  readonly verdict: Verdict;
  readonly journal: JournalRecord | undefined;
  /** All that are open. */
  readonly incidents: readonly IncidentRecord[];
  readonly timeFormat: Settings['timeFormat'];
  /** The whole packaged catalogue. */
  readonly catalogue: Catalogue;
}

/** Figures only: names and addresses in an incident may be those of other campaigns. */
const figuresOf = ({ params, subject }: Incident): PanelIncident['params'] => ({
  ...(subject.kind === 'inboxes' && { count: subject.addresses.length }),
  ...Object.fromEntries(Object.entries(params).filter(([, value]) => typeof value === 'number')),
});

const incidentOf = ({ fleet, verdict, incidents }: CampaignSources): PanelIncident | null => {
  const here = new Set<CampaignId>(fleet.verdicts.map(({ campaignId }) => campaignId));
  const rankOf = (code: string): number => {
    const rank = verdict.causes.findIndex((cause) => cause.code === code);
    return rank < 0 ? verdict.causes.length : rank;
  };
  const [first] = incidents
    .filter(({ state }) => state === 'firing')
    .map(({ incident }) => incident)
    .filter(({ campaignIds }) => campaignIds.includes(verdict.campaignId))
    .map((incident) => ({
      incident,
      campaigns: incident.campaignIds.filter((id) => here.has(id)).length,
    }))
    .filter(({ campaigns }) => campaigns > 1)
    .sort(
      (a, b) =>
        rankOf(a.incident.code) - rankOf(b.incident.code) ||
        b.campaigns - a.campaigns ||
        a.incident.since - b.incident.since,
    );
  if (!first) return null;
  const { code, loss, clearsAt } = first.incident;
  return { code, params: figuresOf(first.incident), loss, clearsAt, campaigns: first.campaigns };
};

/**
 * What a panel may know of its campaign (ARCHITECTURE.md 4): its own verdict and the texts to say it with; how its
 * workspace stands and the report are for others to word. Of other campaigns only how many share its incident.
 */
export const projectCampaign = (
  sources: CampaignSources,
): Omit<Extract<PanelAnswer, { kind: 'known' }>, 'report' | 'trouble'> => {
  const { verdict, journal, timeFormat, catalogue } = sources;
  const incident = incidentOf(sources);
  return {
    kind: 'known',
    verdict,
    checkedAt: journal?.checkedAt[verdict.campaignId] ?? null,
    incident,
    timeFormat,
    texts: pickTexts(catalogue, [...verdict.causes, ...(incident ? [incident] : [])]),
  };
};
