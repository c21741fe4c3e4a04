import { computed, signal } from '@preact/signals';
import {
  type CampaignId,
  countHealths,
  type Health,
  type InstantMs,
  needsPerson,
  type Silence,
  type Verdict,
} from '#model';
import type {
  FleetRecord,
  Head,
  JournalRecord,
  StorageTrouble,
  WorkspaceRecord,
} from '#store/read';
import { createCheckNow } from '../check-now.ts';
import { freshen } from '../freshness.ts';
import { areTagsNeeded, silencedCampaigns, tagsByCampaign } from '../silencing/covering.ts';
import { createChosenWorkspaces } from './chosen-workspaces.ts';
import { closedOf, silencedIn } from './first-model.ts';
import { GROUP_OF } from './groups.ts';
import { createMemberSources } from './member-sources.ts';
import { membersOf } from './members.ts';
import { order } from './order.ts';
import type { PopupModel } from './popup-model.ts';
import type { PopupPorts } from './ports.ts';
import { createSearch } from './search.ts';
import { chosenOf, GROUPINGS, SORTS, type View } from './view.ts';
import type { PopupWords } from './words.ts';
import { compareWorst } from './worst-first.ts';

const SLOW_TICK_MS = 10_000;

const STATE_GROUPS: ReadonlySet<string> = new Set(Object.values(GROUP_OF));

/** The popup's state: signals fed by the ports, and everything that is derived from them. Begins with the head painted. */
export const createPopupModel = (
  ports: PopupPorts,
  painted: Head | null,
  words: PopupWords,
): PopupModel => {
  const head = signal<Head | null>(painted);
  const records = signal<readonly WorkspaceRecord[] | null>(null);
  const fleets = signal<readonly FleetRecord[] | null>(null);
  const journals = signal<readonly JournalRecord[]>([]);
  const sources = createMemberSources(ports);
  const trouble = signal<StorageTrouble | null>(null);
  const silences = signal<readonly Silence[]>([]);
  const now = signal(ports.now());
  const view = signal<View>({
    sort: chosenOf(SORTS, ports.readPreference('sort')),
    grouping: chosenOf(GROUPINGS, ports.readPreference('grouping')),
  });
  const closed = signal(closedOf(ports));
  const filter = signal<ReadonlySet<Health>>(new Set());
  const query = signal('');
  const openId = signal<CampaignId | null>(null);
  const { check, checkNow } = createCheckNow(() => ports.send('check.now', {}));
  const chosenWorkspaces = createChosenWorkspaces(ports, head, records);
  const { allWorkspaces, workspaces, chosen, isShown, choose } = chosenWorkspaces;
  const search = createSearch(words);

  const slowNow = computed(() => Math.floor(now.value / SLOW_TICK_MS) * SLOW_TICK_MS);
  const raw = computed<readonly Verdict[]>(() => {
    const all = fleets.value?.flatMap(({ verdicts }) => verdicts) ?? head.value?.rows ?? [];
    return all.filter(({ workspaceId }) => isShown(workspaceId));
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
  const ranked = computed(() => verdicts.value.toSorted(compareWorst));
  // The head holds the worst rows only, but counts all.
  const counts = computed(() =>
    !fleets.value && chosen.value === null && head.value
      ? head.value.counts
      : countHealths(verdicts.value),
  );
  const tags = computed(() =>
    tagsByCampaign(
      areTagsNeeded(silences.value)
        ? sources.found.value
        : { ...sources.found.value, campaigns: [] },
    ),
  );
  const silenced = computed(() =>
    silencedCampaigns(verdicts.value, silences.value, tags.value, slowNow.value),
  );
  const silencedCount = computed(() =>
    !fleets.value && chosen.value === null
      ? silencedIn(head.value)
      : verdicts.value.filter(
          ({ health, campaignId }) => needsPerson(health) && silenced.value.has(campaignId),
        ).length,
  );
  const incidents = computed(() =>
    (head.value?.incidents ?? []).filter(
      ({ campaignIds }) =>
        (chosen.value === null ||
          raw.value.some(({ campaignId }) => campaignIds.includes(campaignId))) &&
        !campaignIds.every((id) => silenced.value.has(id)),
    ),
  );
  const members = computed(() =>
    membersOf({
      verdicts: raw.value,
      incidents: head.value?.incidents ?? [],
      ...sources.found.value,
    }),
  );
  const matching = computed(() => {
    const inFilter =
      filter.value.size === 0
        ? ranked.value
        : ranked.value.filter(({ health }) => filter.value.has(health));
    if (query.value.trim() === '') return inFilter;
    const isFound = search.find(query.value);
    return inFilter.filter((verdict) => isFound(verdict, members.value.get(verdict.campaignId)));
  });
  const groups = computed(() =>
    order(matching.value, view.value, {
      words,
      workspaces: new Map((allWorkspaces.value ?? []).map(({ id, name }) => [id, name])),
      // Read only where it counts: members change with every check.
      members: view.value.grouping === 'tag' ? members.value : new Map(),
      silenced: silenced.value,
    }),
  );
  const checkedAt = computed<InstantMs | null>(() => {
    const known = workspaces.value.map((workspace) => workspace.checkedAt);
    return known.length === 0 || known.includes(null) ? null : Math.min(...known.map(Number));
  });
  const stretchedMs = computed(() => {
    const shown = journals.value.filter(({ workspaceId }) => isShown(workspaceId));
    return shown.reduce<number | null>(
      (longest, { stretchedMs: ms }) => (ms === null ? longest : Math.max(longest ?? 0, ms)),
      null,
    );
  });

  const readMembers = (): Promise<void> => sources.read(records.value);
  /** Reads everything again, the head first, so that something is painted at once. */
  const refresh = async (): Promise<void> => {
    head.value = (await ports.readHead()) ?? null;
    now.value = ports.now();
    trouble.value = await ports.readTrouble();
    const [nextRecords, nextFleets, nextJournals, nextSilences] = await Promise.all([
      ports.readWorkspaces(),
      ports.readFleets(),
      ports.readJournals(),
      ports.readSilences(),
    ]);
    if (areTagsNeeded(nextSilences)) await sources.read(nextRecords);
    silences.value = nextSilences;
    records.value = nextRecords;
    journals.value = nextJournals;
    fleets.value = nextFleets;
    chosenWorkspaces.forgetGone();
    void search.prepare(raw.value);
    if (areTagsNeeded(nextSilences)) return;
    if (sources.isNeeded() || view.value.grouping === 'tag') await readMembers();
  };
  const toggled = <T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> => {
    const next = new Set(set);
    if (!next.delete(member)) next.add(member);
    return next;
  };

  return {
    ports,
    now,
    slowNow,
    allWorkspaces,
    workspaces,
    chosen,
    verdicts,
    ranked,
    counts,
    silencedCount,
    silenced,
    silences,
    groups,
    closed,
    view,
    incidents,
    checkedAt,
    trouble,
    stretchedMs,
    filter,
    query,
    openId,
    reveal: signal<CampaignId | null>(null),
    check,
    dialog: signal<'help' | 'view' | null>(null),
    isComplete: computed(() => fleets.value !== null),
    storedOf: (id) => {
      const verdict = raw.value.find(({ campaignId }) => campaignId === id);
      return verdict && { verdict, checkedAt: checkedAtOf(verdict) };
    },
    refresh,
    checkNow,
    search: (text) => {
      query.value = text;
      if (text !== '' && !sources.isNeeded()) void readMembers();
    },
    choose,
    arrangeBy: (change) => {
      view.value = { ...view.value, ...change };
      ports.writePreference('sort', view.value.sort);
      ports.writePreference('grouping', view.value.grouping);
      if (change.grouping === 'tag' && !sources.isNeeded()) void readMembers();
    },
    toggleGroup: (id) => {
      closed.value = toggled(closed.value, id);
      // Only the groups that everybody has: other ids would outlive their workspace in the browser.
      const lasting = [...closed.value].filter((name) => STATE_GROUPS.has(name));
      ports.writePreference('closed', lasting.join(' '));
    },
    toggleFilter: (health) => {
      filter.value = toggled(filter.value, health);
    },
    showAll: () => {
      filter.value = new Set();
      query.value = '';
    },
    toggleRow: (id) => {
      openId.value = openId.value === id ? null : id;
    },
    tick: () => {
      now.value = ports.now();
    },
  };
};
