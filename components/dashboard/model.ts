import { computed, signal } from '@preact/signals';
import {
  type CampaignId,
  countHealths,
  DAY_MS,
  type Incident,
  type InstantMs,
  needsPerson,
  type Verdict,
  type WorkspaceId,
} from '#model';
import { createCheckNow } from '../check-now.ts';
import { freshen, isStale } from '../freshness.ts';
import type { GroupName } from '../popup/arrange.ts';
import {
  type Act,
  type SilenceWords,
  silencedCampaigns,
  silenceText,
  tagsByCampaign,
} from '../silencing/index.ts';
import { type ColumnId, chosenColumns, toggleColumn } from './columns.ts';
import { inboxRowsOf } from './inbox-rows.ts';
import type { DashboardPorts } from './ports.ts';
import type { Voice } from './report.ts';
import { parseRoute, type Route } from './routes.ts';
import { markSilenced, narrow, rowsOf, type Sorting, sortRows } from './rows.ts';
import type { Segment } from './segment.ts';
import { createSelection } from './selection.ts';
import { createStored } from './stored.ts';
import { segmentsOf } from './timeline.ts';
import type { DashboardWords } from './words.ts';

const SLOW_TICK_MS = 10_000;
/** The dashboard's state: signals fed by the ports, and everything that is derived from them. */
export const createDashboardModel = (
  ports: DashboardPorts,
  words: DashboardWords,
  silenceWords: SilenceWords,
) => {
  const stored = createStored(ports);
  const { records, fleets, journals, inboxRecords, history, actions, silences, now } = stored;
  const { check, checkNow } = createCheckNow(() => ports.send('check.now', {}));
  const wantedAct = signal<Act | null>(null);
  const route = signal<Route>(parseRoute(ports.readHash()));
  const chosen = signal<WorkspaceId | null>(null);
  const query = signal('');
  const segment = signal<GroupName | null>(null);
  const sorting = signal<Sorting | null>(null);
  const columns = signal(chosenColumns(ports.readColumns()));
  const said = signal('');
  const isPaletteOpen = signal(false);
  const isHelpOpen = signal(false);
  const isPrinting = signal(false);
  /** Whom the next paper is for. */
  const paperFor = signal<Voice>('operator');

  const slowNow = computed(() => Math.floor(now.value / SLOW_TICK_MS) * SLOW_TICK_MS);
  const isShown = (id: WorkspaceId): boolean => chosen.value === null || id === chosen.value;
  const workspaces = computed(() => (records.value ?? []).filter(({ id }) => isShown(id)));
  const workspaceNames = computed(
    () => new Map((records.value ?? []).map(({ id, name }) => [id, name])),
  );
  const journalOf = computed(
    () => new Map(journals.value.map((journal) => [journal.workspaceId, journal])),
  );
  // Both are instants at which the verdict was known to hold: the later one decides.
  const checkedAtOf = ({ workspaceId, campaignId, observedAt }: Verdict): InstantMs =>
    Math.max(observedAt, journalOf.value.get(workspaceId)?.checkedAt[campaignId] ?? 0);
  const raw = computed(() =>
    fleets.value
      .filter(({ workspaceId }) => isShown(workspaceId))
      .flatMap(({ verdicts }) => verdicts),
  );
  const rawById = computed(
    () => new Map(raw.value.map((verdict) => [verdict.campaignId, verdict])),
  );
  const verdicts = computed(() =>
    raw.value.map((verdict) => freshen(verdict, checkedAtOf(verdict), slowNow.value)),
  );
  const byId = computed(
    () => new Map(verdicts.value.map((verdict) => [verdict.campaignId, verdict])),
  );
  const counts = computed(() => countHealths(verdicts.value));
  const tags = computed(() =>
    tagsByCampaign({ ...stored.tagSources.value, inboxes: inboxRecords.value }),
  );
  const silenced = computed(() =>
    silencedCampaigns(verdicts.value, silences.value, tags.value, slowNow.value),
  );
  /** How many of those that need a person nobody is told of. */
  const silencedCount = computed(
    () =>
      verdicts.value.filter(
        ({ health, campaignId }) => needsPerson(health) && silenced.value.has(campaignId),
      ).length,
  );
  const silenceTextOf = (campaignId: CampaignId): string | null => {
    const silence = silenced.value.get(campaignId);
    return silence ? silenceText(silence, silenceWords, slowNow.value) : null;
  };
  const allRows = computed(() => {
    const all = rowsOf(verdicts.value, workspaceNames.value, words, slowNow.value);
    return silenced.value.size === 0
      ? all
      : markSilenced(all, ({ verdict }) => silenceTextOf(verdict.campaignId));
  });
  const rows = computed(() =>
    sortRows(narrow(allRows.value, { query: query.value, segment: segment.value }), sorting.value),
  );
  const incidents = computed(() =>
    stored.incidentRecords.value.filter(({ workspaceIds }) => workspaceIds.some(isShown)),
  );
  const openIncidents = computed<readonly Incident[]>(() =>
    incidents.value.filter(({ state }) => state === 'firing').map(({ incident }) => incident),
  );
  const inboxes = computed(() =>
    inboxRowsOf(
      inboxRecords.value.filter(({ workspaceId }) => isShown(workspaceId)),
      verdicts.value,
      openIncidents.value,
      slowNow.value,
    ),
  );
  /** Oldest good answer about the watched campaigns shown; null when nothing was checked yet. */
  const checkedAt = computed<InstantMs | null>(() => {
    const instants = raw.value.filter(({ health }) => health !== 'inactive').map(checkedAtOf);
    const listed = workspaces.value.flatMap(({ id }) => journalOf.value.get(id)?.listedAt ?? []);
    const all = instants.length > 0 ? instants : listed;
    return all.length === 0 ? null : all.reduce((oldest, at) => Math.min(oldest, at));
  });
  /** How long the longest round over all campaigns takes when there are too many for the wished interval, in ms. */
  const stretchedMs = computed<number | null>(() => {
    const rounds = workspaces.value.map(({ id }) => journalOf.value.get(id)?.stretchedMs ?? 0);
    return Math.max(0, ...rounds) || null;
  });
  const historyOf = computed(() => Map.groupBy(history.value, ({ campaignId }) => campaignId));
  /** The states of one campaign over the last days. */
  const timelineOf = (verdict: Verdict, days: number): readonly Segment[] => {
    const changes = historyOf.value.get(verdict.campaignId) ?? [];
    const at = checkedAtOf(verdict);
    // Not as it may be shown now, but as it was while somebody watched.
    const seen = rawById.value.get(verdict.campaignId) ?? verdict;
    // Between two checks somebody watches; only a check that did not come leaves a gap.
    const checkedAt = isStale(at, slowNow.value) ? at : slowNow.value;
    const from = slowNow.value - days * DAY_MS;
    return segmentsOf({ records: changes, verdict: seen, checkedAt }, from, slowNow.value);
  };

  const copy = async (text: string): Promise<void> => {
    await ports.copyText(text);
    said.value = words.t('dashboard.copied');
  };

  return {
    ports,
    trouble: stored.trouble,
    now,
    slowNow,
    route,
    allWorkspaces: records,
    workspaces,
    workspaceNames,
    chosen,
    verdicts,
    byId,
    counts,
    allRows,
    rows,
    query,
    segment,
    sorting,
    columns,
    silences,
    silenced,
    silencedCount,
    log: stored.log,
    /** What is to be done with the campaign whose page is about to open. */
    wantedAct,
    incidents,
    openIncidents,
    /** Changes made from here in the workspaces shown, the latest first. */
    actions: computed(() => actions.value.filter(({ workspaceId }) => isShown(workspaceId))),
    chosenCampaigns: createSelection(),
    chosenInboxes: createSelection(),
    inboxRecords,
    inboxes,
    checkedAt,
    stretchedMs,
    checkedAtOf,
    range: stored.range,
    timelineOf,
    /** Changes of one campaign's verdict in the stretch that is shown, oldest first. */
    changesOf: ({ campaignId }: Verdict) => historyOf.value.get(campaignId) ?? [],
    check,
    said,
    isPaletteOpen,
    isHelpOpen,
    isPrinting,
    paperFor,
    print: (voice: Voice): void => {
      paperFor.value = voice;
      ports.print();
    },
    refresh: stored.refresh,
    checkNow,
    copy,
    followHash: () => {
      route.value = parseRoute(ports.readHash());
    },
    showRange: stored.showRange,
    wantLog: stored.wantLog,
    setColumn: (column: ColumnId): void => {
      columns.value = toggleColumn(columns.value, column);
      ports.keepColumns(columns.value);
    },
    /** First press sorts up, the second down, the third goes back to worst first. */
    sortBy: (column: ColumnId): void => {
      const { value } = sorting;
      if (value?.column !== column) sorting.value = { column, isDescending: false };
      else sorting.value = value.isDescending ? null : { column, isDescending: true };
    },
    showAll: (): void => {
      query.value = '';
      segment.value = null;
    },
    tick: (): void => {
      now.value = ports.now();
    },
  };
};

export type DashboardModel = ReturnType<typeof createDashboardModel>;
