import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_WORKSPACE_ID, demoSlice, type Recording } from '#demo';
import {
  type CampaignId,
  DAY_MS,
  HOUR_MS,
  type InstantMs,
  MINUTE_MS,
  SECOND_MS,
  type Verdict,
  type WorkspaceState,
} from '#model';
import { silencedAlerts } from './alert-stages.ts';
import { hostile } from './hostile-names.ts';
import { type Stage, type StoredWorkspace, workspaceIdOf } from './stage.ts';
import { storedActions } from './stored-actions.ts';

const recording = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../public/demo/recorded.json'), 'utf8'),
) as Recording;

/** The instant at which every page of the gallery is looked at. */
export const NOW: InstantMs = recording.recordedAt;
const CHECKED = NOW - 40 * SECOND_MS;

interface Shaped {
  readonly place?: number;
  readonly name?: string;
  readonly state?: WorkspaceState;
  readonly checkedAt?: InstantMs;
}

/** The recorded demo as a connected workspace of its own, with ids of its own. */
const connected = ({
  place = 0,
  name = 'Northwind Outbound',
  state = { kind: 'ok' },
  checkedAt = CHECKED,
}: Shaped = {}): StoredWorkspace => {
  const id = workspaceIdOf(place);
  const demo = demoSlice(recording, checkedAt, place);
  const text = JSON.stringify(demo).replaceAll(DEMO_WORKSPACE_ID, id);
  const { workspace, slice } = JSON.parse(
    place === 0
      ? text
      : text.replace(/01[9a][0-9a-f]{5}(?=-)/g, (part) => `${place}${part.slice(1)}`),
  ) as StoredWorkspace;
  return {
    workspace: {
      ...workspace,
      name,
      state,
      keyTail: '3f9Q',
      isDemo: false,
      connectedAt: NOW - 9 * DAY_MS,
    },
    slice,
  };
};

const withVerdicts = (
  { workspace, slice }: StoredWorkspace,
  choose: (verdicts: readonly Verdict[]) => readonly Verdict[],
): StoredWorkspace => {
  const verdicts = choose(slice.fleet?.verdicts ?? []);
  const ids = new Set(verdicts.map(({ campaignId }) => campaignId));
  return {
    workspace,
    slice: {
      ...slice,
      fleet: { workspaceId: workspace.id, verdicts },
      history: (slice.history ?? []).filter(({ campaignId }) => ids.has(campaignId)),
      incidents: (slice.incidents ?? []).filter(({ incident }) =>
        incident.campaignIds.some((id) => ids.has(id)),
      ),
      journal: {
        ...slice.journal,
        checkedAt: Object.fromEntries(
          verdicts.map(({ campaignId, observedAt }) => [
            campaignId,
            slice.journal.checkedAt[campaignId] ?? observedAt,
          ]),
        ),
      },
    },
  };
};

/** Nobody has wanted its mails per day yet. */
const unasked = ({ workspace, slice }: StoredWorkspace): StoredWorkspace => ({
  workspace,
  slice: { ...slice, asked: [] },
});

/** Nothing was ever read of it: no campaigns, no inboxes. */
const unread = (stored: StoredWorkspace): StoredWorkspace => {
  const { inboxes: _inboxes, fleet: _fleet, ...rest } = withVerdicts(stored, () => []).slice;
  return {
    workspace: stored.workspace,
    slice: {
      ...rest,
      asked: [],
      observations: [],
      journal: { ...rest.journal, listedAt: null, sweptAt: {} },
    },
  };
};

/** Never checked, and not even that can be. */
const never = (state: WorkspaceState): Stage => ({ stored: [unread(connected({ state }))] });

/** Something keeps Sendwatch from asking; what was known before is still shown. */
const troubled = (state: WorkspaceState, ago = 25 * MINUTE_MS): Stage => ({
  stored: [connected({ state, checkedAt: NOW - ago })],
});

const replicated = (stored: StoredWorkspace, count: number): StoredWorkspace =>
  withVerdicts(stored, (verdicts) =>
    Array.from({ length: count }, (_, place) => {
      const verdict = verdicts[place % verdicts.length] as Verdict;
      const round = Math.floor(place / verdicts.length);
      if (round === 0) return verdict;
      return {
        ...verdict,
        campaignId:
          `${verdict.campaignId.slice(0, -3)}${String(round).padStart(3, '0')}` as CampaignId,
        name: `${verdict.name} ${round + 1}`,
      };
    }),
  );

const since = NOW - 25 * MINUTE_MS;

/** Everything that can stand in the store, by name: each is a state that every surface has to be ready for. */
export const STAGES = {
  empty: { stored: [] },
  demo: { stored: [demoSlice(recording, NOW - 4 * MINUTE_MS, 0)] },
  problems: { stored: [connected()] },
  all_well: {
    stored: [
      withVerdicts(connected(), (verdicts) =>
        verdicts.filter(({ health }) => health === 'healthy' || health === 'inactive'),
      ),
    ],
  },
  clearing: {
    stored: [
      withVerdicts(connected(), (verdicts) =>
        verdicts.filter(({ health }) => ['healthy', 'waiting', 'limited'].includes(health)),
      ),
    ],
  },
  resting: {
    stored: [
      withVerdicts(connected(), (verdicts) =>
        verdicts.filter(({ health }) => health === 'inactive'),
      ),
    ],
  },
  no_campaigns: { stored: [withVerdicts(connected(), () => [])] },
  first_check_start: never({ kind: 'first_check', found: 0, checked: 0 }),
  first_check: {
    stored: [
      unasked(
        withVerdicts(connected({ state: { kind: 'first_check', found: 60, checked: 23 } }), (all) =>
          all.slice(0, 23),
        ),
      ),
    ],
  },
  stale: { stored: [connected({ checkedAt: NOW - 3 * HOUR_MS })] },
  offline: troubled({ kind: 'offline', since }),
  api_down: troubled({ kind: 'api_down', since, message: '502 Bad Gateway' }),
  rate_limited: troubled(
    { kind: 'rate_limited', since: NOW - 3 * MINUTE_MS, until: NOW + 4 * MINUTE_MS },
    5 * MINUTE_MS,
  ),
  locked: troubled({ kind: 'locked' }),
  locked_unread: never({ kind: 'locked' }),
  key_rejected: troubled({ kind: 'key_rejected', since, message: 'Invalid API key' }, 2 * HOUR_MS),
  key_rejected_unread: never({ kind: 'key_rejected', since, message: 'Invalid API key' }),
  no_plan: troubled({ kind: 'no_plan', since }, 2 * HOUR_MS),
  no_plan_unread: never({ kind: 'no_plan', since }),
  scope_missing: troubled({ kind: 'scope_missing', since, scopes: ['campaigns:read'] }),
  scope_missing_unread: never({ kind: 'scope_missing', since, scopes: ['campaigns:read'] }),
  permission_missing: troubled({ kind: 'permission_missing', since }),
  permission_missing_unread: never({ kind: 'permission_missing', since }),
  offline_unread: never({ kind: 'offline', since }),
  stretched: {
    stored: [connected()].map(({ workspace, slice }) => ({
      workspace,
      slice: { ...slice, journal: { ...slice.journal, stretchedMs: 14 * MINUTE_MS } },
    })),
  },
  changed: {
    stored: [connected()],
    actions: storedActions(connected().slice.fleet?.verdicts ?? [], NOW),
  },
  many: { stored: [replicated(connected(), 2_000)] },
  hostile: {
    stored: [connected()].map((stored) => ({
      ...withVerdicts(stored, hostile),
      workspace: { ...stored.workspace, name: hostile.workspace },
    })),
  },
  silenced: { stored: [connected()], alerts: silencedAlerts(connected(), NOW) },
  several: {
    stored: [
      connected(),
      withVerdicts(
        connected({
          place: 1,
          name: 'Contoso Growth',
          state: { kind: 'key_rejected', since, message: 'Invalid API key' },
          checkedAt: NOW - 2 * HOUR_MS,
        }),
        (all) => all.slice(0, 12),
      ),
      withVerdicts(connected({ place: 2, name: 'Fabrikam DE' }), (all) => all.slice(20, 40)),
    ],
  },
} as const satisfies Readonly<Record<string, Stage>>;

export type StageName = keyof typeof STAGES;

/** Which stage shows each way a workspace can stand: a new way without a stage does not compile. */
export const STAGE_OF_STATE = {
  ok: 'problems',
  first_check: 'first_check',
  key_rejected: 'key_rejected',
  no_plan: 'no_plan',
  scope_missing: 'scope_missing',
  offline: 'offline',
  api_down: 'api_down',
  rate_limited: 'rate_limited',
  locked: 'locked',
  permission_missing: 'permission_missing',
} as const satisfies Readonly<Record<WorkspaceState['kind'], StageName>>;

/** Campaigns of the recording that pictures are made of, by name. */
export const CAMPAIGN_NAME = {
  blocked: 'SaaS founders — DACH, wave 3',
  degraded: 'HR directors Benelux',
  limited: 'New domains — warm start',
  waiting: 'January kick-off',
  healthy: 'Data teams — Washington',
  inactive: 'Copy test A/B',
  unknown: 'Just launched — Portugal',
} as const;

const idOf = (health: keyof typeof CAMPAIGN_NAME): CampaignId => {
  const verdict = recording.verdicts.find((one) => one.name === CAMPAIGN_NAME[health]);
  if (verdict?.health !== health) throw new Error(`"${CAMPAIGN_NAME[health]}" is not ${health}`);
  return verdict.campaignId;
};

/** One that somebody paused. */
export const PAUSED = recording.verdicts.find(
  ({ causes, health }) => causes[0]?.code === 'campaign_paused' && health === 'inactive',
) as Verdict;

/** The same campaigns by id. */
export const CAMPAIGN = {
  blocked: idOf('blocked'),
  degraded: idOf('degraded'),
  limited: idOf('limited'),
  waiting: idOf('waiting'),
  healthy: idOf('healthy'),
  inactive: idOf('inactive'),
  unknown: idOf('unknown'),
} as const;
