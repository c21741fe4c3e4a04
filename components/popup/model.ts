import { computed, signal } from '@preact/signals';
import type { ExtensionTable, Send } from '#messages';
import {
  type CampaignId,
  countHealths,
  type Health,
  type HealthCounts,
  type Incident,
  type InstantMs,
  type Verdict,
  type WorkspaceId,
} from '#model';
import type { FleetRecord, Head, HeadWorkspace, JournalRecord, WorkspaceRecord } from '#store/read';
import { freshen } from '../freshness.ts';
import { arrange } from './arrange.ts';

/** What the popup needs of the world; the entrypoint passes it in. */
export interface PopupPorts {
  /** Null where nothing is connected, or nothing was built yet. */
  readHead(): Promise<Head | null | undefined>;
  readWorkspaces(): Promise<readonly WorkspaceRecord[]>;
  readFleets(): Promise<readonly FleetRecord[]>;
  readJournals(): Promise<readonly JournalRecord[]>;
  send: Send<ExtensionTable>;
  /** Calls back after each commit of the background; gives a function that ends it. */
  subscribe(onChanged: () => void): () => void;
  openUrl(url: string): void;
  openOptions(): void;
  copyText(text: string): Promise<void>;
  now(): InstantMs;
}

/** What the last "Check now" came to. */
export type CheckState = 'idle' | 'checking' | 'no_answer';

const SLOW_TICK_MS = 10_000;

const headOf = (record: WorkspaceRecord): HeadWorkspace => ({
  id: record.id,
  name: record.name,
  state: record.state,
  checkedAt: null,
  campaigns: 0,
  isDemo: record.isDemo,
});

/** A value that components read; a signal in the living popup, a plain object in its first paint. */
interface Readable<T> {
  readonly value: T;
}
interface Writable<T> {
  value: T;
}

/** Everything the popup's components read and call. */
export interface PopupModel {
  readonly ports: PopupPorts;
  readonly now: Readable<InstantMs>;
  /** Moves every ten seconds: enough for ages and counts. */
  readonly slowNow: Readable<InstantMs>;
  /** Null until the first read; empty when nothing is connected. */
  readonly allWorkspaces: Readable<readonly HeadWorkspace[] | null>;
  readonly workspaces: Readable<readonly HeadWorkspace[]>;
  readonly chosen: Writable<WorkspaceId | null>;
  readonly verdicts: Readable<readonly Verdict[]>;
  readonly counts: Readable<HealthCounts>;
  readonly groups: Readable<ReturnType<typeof arrange>>;
  readonly incidents: Readable<readonly Incident[]>;
  /** Oldest good answer of the workspaces shown; null when one was never checked. */
  readonly checkedAt: Readable<InstantMs | null>;
  readonly filter: Writable<ReadonlySet<Health>>;
  readonly query: Writable<string>;
  readonly openId: Writable<CampaignId | null>;
  readonly check: Readable<CheckState>;
  readonly isHelpOpen: Writable<boolean>;
  /** Whether all campaigns are there, not only the head's. */
  readonly isComplete: Readable<boolean>;
  refresh(): Promise<void>;
  checkNow(): Promise<void>;
  toggleFilter(health: Health): void;
  showAll(): void;
  toggleRow(id: CampaignId): void;
  tick(): void;
}

/** The popup's state: signals fed by the ports, and everything that is derived from them. Begins with the head painted. */
export const createPopupModel = (ports: PopupPorts, painted: Head | null): PopupModel => {
  const head = signal<Head | null>(painted);
  const records = signal<readonly WorkspaceRecord[] | null>(null);
  const fleets = signal<readonly FleetRecord[] | null>(null);
  const journals = signal<readonly JournalRecord[]>([]);
  const now = signal(ports.now());
  const chosen = signal<WorkspaceId | null>(null);
  const filter = signal<ReadonlySet<Health>>(new Set());
  const query = signal('');
  const openId = signal<CampaignId | null>(null);
  const check = signal<CheckState>('idle');
  const isHelpOpen = signal(false);

  const slowNow = computed(() => Math.floor(now.value / SLOW_TICK_MS) * SLOW_TICK_MS);
  const allWorkspaces = computed<readonly HeadWorkspace[] | null>(() => {
    const fromHead = head.value?.workspaces;
    if (!records.value) return fromHead ?? null;
    return records.value.map((record) => ({
      ...(fromHead?.find(({ id }) => id === record.id) ?? headOf(record)),
      name: record.name,
      state: record.state,
    }));
  });
  const workspaces = computed(() =>
    (allWorkspaces.value ?? []).filter(({ id }) => chosen.value === null || id === chosen.value),
  );
  const raw = computed<readonly Verdict[]>(() => {
    const all = fleets.value?.flatMap(({ verdicts }) => verdicts) ?? head.value?.rows ?? [];
    return chosen.value === null
      ? all
      : all.filter(({ workspaceId }) => workspaceId === chosen.value);
  });
  // Every one of the three is an instant at which the verdict was known to hold: the latest decides.
  const checkedAtOf = (verdict: Verdict): InstantMs =>
    Math.max(
      verdict.observedAt,
      allWorkspaces.value?.find(({ id }) => id === verdict.workspaceId)?.checkedAt ?? 0,
      journals.value.find(({ workspaceId }) => workspaceId === verdict.workspaceId)?.checkedAt[
        verdict.campaignId
      ] ?? 0,
    );
  const verdicts = computed(() =>
    raw.value.map((verdict) => freshen(verdict, checkedAtOf(verdict), slowNow.value)),
  );
  // The head holds the worst rows only, but counts all.
  const counts = computed(() =>
    !fleets.value && chosen.value === null && head.value
      ? head.value.counts
      : countHealths(verdicts.value),
  );
  const groups = computed(() => arrange(verdicts.value, filter.value, query.value));
  const incidents = computed(() =>
    (head.value?.incidents ?? []).filter(
      ({ campaignIds }) =>
        chosen.value === null ||
        raw.value.some(({ campaignId }) => campaignIds.includes(campaignId)),
    ),
  );
  const checkedAt = computed<InstantMs | null>(() => {
    const known = workspaces.value.map((workspace) => workspace.checkedAt);
    return known.length === 0 || known.includes(null) ? null : Math.min(...known.map(Number));
  });

  const readRest = async (): Promise<void> => {
    const [nextRecords, nextFleets, nextJournals] = await Promise.all([
      ports.readWorkspaces(),
      ports.readFleets(),
      ports.readJournals(),
    ]);
    records.value = nextRecords;
    journals.value = nextJournals;
    fleets.value = nextFleets;
  };
  /** Reads everything again, the head first, so that something is painted at once. */
  const refresh = async (): Promise<void> => {
    head.value = (await ports.readHead()) ?? null;
    now.value = ports.now();
    await readRest();
  };

  const checkNow = async (): Promise<void> => {
    if (check.value === 'checking') return;
    check.value = 'checking';
    try {
      await ports.send('check.now', {});
      check.value = 'idle';
    } catch (error) {
      console.warn(error);
      check.value = 'no_answer';
    }
  };
  const toggleFilter = (health: Health): void => {
    const next = new Set(filter.value);
    if (!next.delete(health)) next.add(health);
    filter.value = next;
  };
  const showAll = (): void => {
    filter.value = new Set();
    query.value = '';
  };
  const toggleRow = (id: CampaignId): void => {
    openId.value = openId.value === id ? null : id;
  };

  return {
    ports,
    now,
    slowNow,
    allWorkspaces,
    workspaces,
    chosen,
    verdicts,
    counts,
    groups,
    incidents,
    checkedAt,
    filter,
    query,
    openId,
    check,
    isHelpOpen,
    isComplete: computed(() => fleets.value !== null),
    refresh,
    checkNow,
    toggleFilter,
    showAll,
    toggleRow,
    tick: () => {
      now.value = ports.now();
    },
  };
};
