import type { FleetInput } from '#diagnosis';
import {
  type Change,
  DAY_MS,
  type InboxAddress,
  type InboxFacts,
  type InstantMs,
  type PlannedChange,
  SECOND_MS,
  type WorkspaceId,
} from '#model';
import type { ActionRecord, ObservationRecord, WorkspaceRecord } from '#store/read';
import type { Subject } from './action-definition.ts';
import type { ChangesPort } from './port.ts';

/** All that is stored of a workspace, as plans need it. */
export interface Known {
  readonly workspace: WorkspaceRecord;
  readonly fleet: FleetInput;
  /** Changes of the last days. */
  readonly past: readonly ActionRecord[];
}

/** As far back as a plan looks: what lowered a limit, what was tried. */
const PAST_MS = 7 * DAY_MS;

/** A slider asks many times a second, and what is stored moves every few seconds at most. */
const STANDS_MS = 10 * SECOND_MS;

const mapOf = <Key extends 'leads' | 'subsequences' | 'sentChanges'>(
  observations: readonly ObservationRecord[],
  key: Key,
) =>
  new Map(
    observations.flatMap((record) => {
      const value = record[key];
      return value === null ? [] : [[record.campaignId, value as NonNullable<typeof value>]];
    }),
  );

const loadFrom = async (
  { store, now }: Pick<ChangesPort, 'store' | 'now'>,
  workspaceId: WorkspaceId,
): Promise<Known | null> => {
  const workspace = (await store.workspaces()).find(({ id }) => id === workspaceId);
  if (workspace === undefined) return null;
  const [observations, inboxes, journal, past] = await Promise.all([
    store.observations(workspaceId),
    store.inboxes(workspaceId),
    store.journal(workspaceId),
    store.actionsOf(workspaceId, now() - PAST_MS),
  ]);
  const fleet: FleetInput = {
    workspaceId,
    observations,
    inboxes: inboxes?.inboxes ?? [],
    inboxDays: inboxes?.days ?? [],
    leads: mapOf(observations, 'leads'),
    subsequences: mapOf(observations, 'subsequences'),
    sentSeries: mapOf(observations, 'sentChanges'),
    previous: new Map(),
    isInboxReadingAllowed:
      workspace.abilities.readInboxes !== false && journal?.sweptAt.inboxes !== undefined,
    now: now(),
  };
  return { workspace, fleet, past };
};

/** Of the past only what a plan of this change looks at: each of a large set would read all of it again. */
export const pastOf = (
  { store, now }: Pick<ChangesPort, 'store' | 'now'>,
  { workspaceId, change: { kind } }: PlannedChange,
): Promise<readonly ActionRecord[]> =>
  kind === 'resume_inbox' || kind === 'mark_inbox_fixed'
    ? store.actionsOf(workspaceId, now() - PAST_MS)
    : Promise.resolve([]);

/** Loads what is stored of workspaces, and keeps it for a few seconds. Null for one that is gone. */
export const createKnownLoader = (
  port: Pick<ChangesPort, 'store' | 'now'>,
): ((workspaceId: WorkspaceId, isFresh: boolean) => Promise<Known | null>) => {
  const kept = new Map<WorkspaceId, { readonly at: InstantMs; readonly known: Known | null }>();
  return async (id, isFresh) => {
    const last = kept.get(id);
    const age = last === undefined ? STANDS_MS : port.now() - last.at;
    if (last !== undefined && !isFresh && age >= 0 && age < STANDS_MS) return last.known;
    const known = await loadFrom(port, id);
    kept.set(id, { at: port.now(), known });
    return known;
  };
};

/** What a change is about, as it is stored; null where some of it is not. */
export const storedSubject = ({ fleet }: Known, change: Change): Subject | null => {
  if ('campaignId' in change) {
    const campaign = fleet.observations.find(
      (observation) => observation.campaign.id === change.campaignId,
    )?.campaign;
    return campaign === undefined ? null : { kind: 'campaign', campaign };
  }
  const addresses: readonly InboxAddress[] = 'inbox' in change ? [change.inbox] : change.inboxes;
  const byAddress = new Map(fleet.inboxes.map((inbox) => [inbox.address, inbox]));
  const inboxes: readonly InboxFacts[] = addresses.flatMap(
    (address) => byAddress.get(address) ?? [],
  );
  return inboxes.length === addresses.length ? { kind: 'inboxes', inboxes } : null;
};
