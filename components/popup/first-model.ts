import { type CampaignId, type Health, type InstantMs, NO_CAMPAIGNS } from '#model';
import type { Head } from '#store/read';
import type { CheckState } from '../check-now.ts';
import { freshen } from '../freshness.ts';
import { GROUP_OF, gather } from './groups.ts';
import type { PopupModel } from './popup-model.ts';
import type { PopupPorts } from './ports.ts';
import type { PreferenceName } from './view.ts';
import type { PopupWords } from './words.ts';
import { compareWorst } from './worst-first.ts';

/** Something that was pressed before anything could come of it. */
export type Pressed = (model: PopupModel) => void;

const still = <T>(value: T) => ({ value });
const nothing = (): void => undefined;

/**
 * The popup's state for its first paint, made of the head alone and without signals, whose code comes right after.
 * It stands still: what is pressed in these few milliseconds goes to `pressed`, for the living model to do. Where the reader chose another layout than
 * the head's own, its rows are left out rather than shown twice in two orders.
 */
export const firstModel = (
  ports: PopupPorts,
  head: Head | null,
  words: PopupWords,
  pressed: Pressed[],
): PopupModel => {
  const later = (act: Pressed): void => void pressed.push(act);
  const now = ports.now();
  const workspaces = head?.workspaces ?? null;
  const isKept = (name: PreferenceName, plain: string): boolean =>
    (ports.readPreference(name) || plain) === plain;
  const chosen = workspaces?.find(({ id }) => !isKept('workspace', '') && isKept('workspace', id));
  const checked = (workspaces ?? []).map(({ checkedAt }) => checkedAt);
  const verdicts = (head?.rows ?? [])
    .map((row) => {
      const workspace = workspaces?.find(({ id }) => id === row.workspaceId);
      return freshen(row, Math.max(row.observedAt, workspace?.checkedAt ?? 0), now);
    })
    .sort(compareWorst);
  return {
    ports,
    now: still(now),
    slowNow: still(now),
    allWorkspaces: still(workspaces),
    workspaces: still(workspaces ?? []),
    chosen: still(chosen?.id ?? null),
    verdicts: still(verdicts),
    ranked: still(verdicts),
    counts: still(head?.counts ?? NO_CAMPAIGNS),
    silencedCount: still(silencedIn(head)),
    silenced: still(new Map()),
    silences: still([]),
    groups: still(
      isKept('sort', 'worst') && isKept('grouping', 'state')
        ? gather(
            verdicts,
            ({ health }) => GROUP_OF[health],
            (name) => words.t(`popup.group.${name}`),
          )
        : [],
    ),
    closed: still(closedOf(ports)),
    view: still({ sort: 'worst', grouping: 'state' }),
    incidents: still(head?.incidents ?? []),
    checkedAt: still<InstantMs | null>(
      checked.length === 0 || checked.includes(null) ? null : Math.min(...checked.map(Number)),
    ),
    trouble: still(null),
    stretchedMs: still(null),
    filter: still<ReadonlySet<Health>>(new Set()),
    query: still(''),
    openId: still<CampaignId | null>(null),
    reveal: still<CampaignId | null>(null),
    check: still<CheckState>('idle'),
    dialog: still(null),
    isComplete: still(false),
    storedOf: () => undefined,
    refresh: async () => nothing(),
    checkNow: async () => later((model) => void model.checkNow()),
    search: (what) => later((model) => model.search(what)),
    choose: (what) => later((model) => model.choose(what)),
    arrangeBy: nothing,
    toggleGroup: (what) => later((model) => model.toggleGroup(what)),
    toggleFilter: (what) => later((model) => model.toggleFilter(what)),
    showAll: nothing,
    toggleRow: (what) => later((model) => model.toggleRow(what)),
    tick: nothing,
  };
};

/** How many campaigns that need a person nobody is told of, as the head has it. */
export const silencedIn = (head: Head | null): number =>
  head ? head.silenced.blocked + head.silenced.degraded : 0;

/** The groups that the reader closed. */
export const closedOf = (ports: PopupPorts): ReadonlySet<string> =>
  new Set(ports.readPreference('closed')?.split(' '));
