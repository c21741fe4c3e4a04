import { signal } from '@preact/signals';
import { type AlertLogRecord, DAY_MS, type Silence } from '#model';
import type {
  ActionRecord,
  FleetRecord,
  HistoryRecord,
  InboxFleetRecord,
  IncidentRecord,
  JournalRecord,
  StorageTrouble,
  WorkspaceRecord,
} from '#store/read';
import { areTagsNeeded, type TagSources } from '../silencing/index.ts';
import type { DashboardPorts } from './ports.ts';

/** The stretches of time that the history can show, in days. */
export const RANGES = [1, 7, 30, 90] as const;
type Range = (typeof RANGES)[number];

/** How far back the log of changes is shown. */
const LOG_MS = 365 * DAY_MS;

/** What the dashboard has read of the store, and the reading of it. */
export const createStored = (ports: DashboardPorts) => {
  const records = signal<readonly WorkspaceRecord[] | null>(null);
  const fleets = signal<readonly FleetRecord[]>([]);
  const journals = signal<readonly JournalRecord[]>([]);
  const inboxRecords = signal<readonly InboxFleetRecord[]>([]);
  const incidentRecords = signal<readonly IncidentRecord[]>([]);
  const history = signal<readonly HistoryRecord[]>([]);
  const actions = signal<readonly ActionRecord[]>([]);
  const silences = signal<readonly Silence[]>([]);
  const tagSources = signal<Omit<TagSources, 'inboxes'>>({ campaigns: [], campaignTags: [] });
  /** Null until somebody looks at it. */
  const log = signal<readonly AlertLogRecord[] | null>(null);
  const isLogWanted = signal(false);
  const trouble = signal<StorageTrouble | null>(null);
  const now = signal(ports.now());
  const range = signal<Range>(1);

  const readHistory = async (): Promise<void> => {
    history.value = await ports.readHistory(ports.now() - range.value * DAY_MS);
  };
  const readLog = async (): Promise<void> => {
    if (isLogWanted.value) log.value = await ports.readAlertLog(ports.now() - range.value * DAY_MS);
  };
  const readTags = async (): Promise<void> => {
    const [observations, campaignTags] = await Promise.all([
      ports.readObservations(),
      ports.readCampaignTags(),
    ]);
    tagSources.value = { campaigns: observations.map(({ campaign }) => campaign), campaignTags };
  };
  /** Reads everything again. What is shown changes at once, not piece by piece. */
  const refresh = async (): Promise<void> => {
    trouble.value = await ports.readTrouble();
    const nextSilences = await ports.readSilences();
    if (areTagsNeeded(nextSilences)) await readTags();
    await readLog();
    const [
      nextRecords,
      nextFleets,
      nextJournals,
      nextInboxes,
      nextIncidents,
      nextHistory,
      nextActions,
    ] = await Promise.all([
      ports.readWorkspaces(),
      ports.readFleets(),
      ports.readJournals(),
      ports.readInboxes(),
      ports.readIncidents(),
      ports.readHistory(ports.now() - range.value * DAY_MS),
      ports.readActions(ports.now() - LOG_MS),
    ]);
    now.value = ports.now();
    silences.value = nextSilences;
    journals.value = nextJournals;
    fleets.value = nextFleets;
    inboxRecords.value = nextInboxes;
    incidentRecords.value = nextIncidents;
    history.value = nextHistory;
    actions.value = nextActions;
    records.value = nextRecords;
  };

  return {
    records,
    fleets,
    journals,
    inboxRecords,
    incidentRecords,
    history,
    actions,
    silences,
    tagSources,
    log,
    trouble,
    now,
    range,
    refresh,
    showRange: async (days: Range): Promise<void> => {
      range.value = days;
      await Promise.all([readHistory(), readLog()]);
    },
    /** From now on the log is read, and kept fresh. */
    wantLog: async (): Promise<void> => {
      if (isLogWanted.value) return;
      isLogWanted.value = true;
      await readLog();
    },
  };
};
