import { countHealths, healthRank, type Incident, type Verdict } from '#model';
import type { Catalogue } from '#words';
import type { AlertBookRecord, SilencedCounts } from './alert-records.ts';
import { type Clip, clipIncident, clipVerdict, clipWorkspace } from './head-clip.ts';
import { packHead, timesOf } from './head-packing.ts';
import { oldestCheck } from './oldest-check.ts';
import type {
  FleetRecord,
  Head,
  HeadWorkspace,
  IncidentRecord,
  JournalRecord,
  WorkspaceRecord,
} from './records.ts';

/** What a stored head may take as JSON in UTF-8, in bytes: one quick read. */
export const HEAD_BYTES = 8_000;

const MAX_ROWS = 20;
const MAX_INCIDENTS = 3;
const LONGEST_ID = 200;

const SMALLEST: Clip = { name: 12, param: 0, params: 0, listed: 0, rows: 0 };

// From the most generous on, until everything fits.
const CLIPS: readonly Clip[] = [
  { name: 80, param: 120, params: 8, listed: 20, rows: MAX_ROWS },
  { name: 60, param: 48, params: 6, listed: 8, rows: MAX_ROWS },
  { name: 40, param: 24, params: 4, listed: 3, rows: MAX_ROWS },
  { name: 24, param: 12, params: 2, listed: 1, rows: MAX_ROWS },
  { name: 24, param: 12, params: 2, listed: 1, rows: 12 },
  { name: 16, param: 0, params: 0, listed: 0, rows: 6 },
  SMALLEST,
];

/** Everything that the head is made of. */
export interface HeadSources {
  readonly workspaces: readonly WorkspaceRecord[];
  readonly fleets: readonly FleetRecord[];
  readonly journals: readonly JournalRecord[];
  readonly incidents: readonly IncidentRecord[];
  readonly books: readonly Pick<AlertBookRecord, 'workspaceId' | 'silenced'>[];
  /** Of every cause: the head keeps those that it needs. */
  readonly headlines: Catalogue;
}

const lossOf = (verdict: Verdict): number =>
  verdict.causes.reduce((loss, cause) => Math.max(loss, cause.loss ?? 0), 0);

const worstFirst = (left: Verdict, right: Verdict): number =>
  healthRank(left.health) - healthRank(right.health) ||
  lossOf(right) - lossOf(left) ||
  (left.name < right.name ? -1 : left.name > right.name ? 1 : 0);

const SEVERITIES = ['red', 'amber', 'blue', 'grey', 'ok'];

const worstIncidentFirst = (left: Incident, right: Incident): number =>
  SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
  right.restores - left.restores ||
  (right.loss ?? 0) - (left.loss ?? 0) ||
  left.since - right.since;

const silencedIn = (
  books: HeadSources['books'],
  connected: ReadonlySet<WorkspaceRecord['id']>,
): SilencedCounts => {
  const counts = { blocked: 0, degraded: 0 };
  for (const { workspaceId, silenced } of books) {
    if (!connected.has(workspaceId)) continue;
    counts.blocked += silenced.blocked;
    counts.degraded += silenced.degraded;
  }
  return counts;
};

const toHeadWorkspace = (sources: HeadSources, workspace: WorkspaceRecord): HeadWorkspace => {
  const fleet = sources.fleets.find((one) => one.workspaceId === workspace.id);
  const journal = sources.journals.find((one) => one.workspaceId === workspace.id);
  return {
    id: workspace.id,
    name: workspace.name,
    state: workspace.state,
    checkedAt: oldestCheck(fleet, journal),
    campaigns: fleet?.verdicts.length ?? 0,
    isDemo: workspace.isDemo,
  };
};

/** Size of a head as it is stored, with its times, in bytes. */
export const storedBytesOf = (head: Head): number =>
  new TextEncoder().encode(JSON.stringify([packHead(head), timesOf(head)])).length;

/** The headlines of these causes, and that of a campaign that sends; with the variant for missing figures. */
const pickHeadlines = (
  headlines: Catalogue,
  causes: readonly { readonly code: string }[],
): Catalogue => {
  const codes = new Set(['healthy', ...causes.map(({ code }) => code)]);
  const keys = [...codes].flatMap((code) => [`${code}.headline`, `${code}.headline.bare`]);
  return Object.fromEntries(
    keys.flatMap((key) => (headlines[key] === undefined ? [] : [[key, headlines[key]]])),
  );
};

/**
 * What the popup paints first: all counts, and the worst rows with their first cause. Texts are clipped, and at the
 * very worst rows left out, so that it stays under HEAD_BYTES (20 workspaces are meant; ARCHITECTURE 8).
 */
export const buildHead = (sources: HeadSources): Head => {
  const connected = new Set(sources.workspaces.map((workspace) => workspace.id));
  const verdicts = sources.fleets
    .filter((fleet) => connected.has(fleet.workspaceId))
    .flatMap((fleet) => fleet.verdicts);
  const workspaces = [...sources.workspaces]
    .sort((left, right) => left.order - right.order)
    .map((workspace) => toHeadWorkspace(sources, workspace));
  const worst = [...verdicts].sort(worstFirst).slice(0, MAX_ROWS);
  const incidents = sources.incidents
    .filter((record) => record.state === 'firing')
    .map((record) => record.incident)
    // An id cut short would name another incident.
    .filter((incident) => incident.id.length <= LONGEST_ID)
    .sort(worstIncidentFirst)
    .slice(0, MAX_INCIDENTS);

  const silenced = silencedIn(sources.books, connected);
  const clipped = (clip: Clip): Head => ({
    version: 1,
    workspaces: workspaces.map((workspace) => clipWorkspace(workspace, clip)),
    counts: countHealths(verdicts),
    silenced,
    rows: worst.slice(0, clip.rows).map((verdict) => clipVerdict(verdict, clip)),
    incidents: incidents.map((incident) => clipIncident(incident, clip)),
    headlines: pickHeadlines(sources.headlines, [
      ...worst.slice(0, clip.rows).flatMap(({ causes }) => causes.slice(0, 1)),
      ...incidents,
    ]),
  });

  const fitting = CLIPS.values()
    .map(clipped)
    .find((head) => storedBytesOf(head) <= HEAD_BYTES);
  // Far beyond the 20 workspaces it is meant for, the counts still stand.
  return fitting ?? { ...clipped(SMALLEST), workspaces: [], rows: [], incidents: [] };
};
