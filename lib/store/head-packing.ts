import {
  type Cause,
  HEALTHS,
  healthRank,
  type InstantMs,
  type Verdict,
  type WorkspaceId,
} from '#model';
import { type Guard, isNumberOrNull, isObject, listOf } from './guard.ts';
import type { Head, HeadWorkspace } from './records.ts';

/** Where the head lies in `storage.session`, and where its times: they move with every slice, the rest seldom does. */
export const HEAD_KEY = 'head';
export const HEAD_TIMES_KEY = 'headTimes';

// Field names would take more than half of the 8 kB: rows are stored as lists, workspaces named by their place.
type Cells = readonly unknown[];

/** When each workspace was checked, in the order of the head's workspaces. */
export type Times = readonly (InstantMs | null)[];

/** What lies beside the head. */
export interface HeadTimes {
  /** Fingerprint of the head that they belong to. */
  readonly of: string;
  readonly at: Times;
}

/** The head as it is stored, without its times. Of a verdict it holds what `clipVerdict` leaves. */
export interface PackedHead extends Omit<Head, 'workspaces' | 'rows'> {
  readonly workspaces: readonly Cells[];
  readonly rows: readonly Cells[];
}

// A list that goes through JSON turns undefined into null, and here the two differ.
const UNKNOWN = '?';
const packFigure = (figure: number | null | undefined): unknown =>
  figure === undefined ? UNKNOWN : figure;
const unpackFigure = (cell: unknown): unknown => (cell === UNKNOWN ? undefined : cell);

const packCause = (cause: Cause): Cells => [
  cause.code,
  cause.severity,
  cause.params,
  cause.loss,
  cause.clearsAt,
  cause.needsPerson,
  cause.actions,
];

const unpackCause = (cells: Cells): Record<keyof Cause, unknown> => {
  const [code, severity, params, loss, clearsAt, needsPerson, actions] = cells;
  return { code, severity, params, loss, clearsAt, needsPerson, actions };
};

const packWorkspace = (one: HeadWorkspace): Cells => [
  one.id,
  one.name,
  one.state,
  one.campaigns,
  one.isDemo,
];

const unpackWorkspace = (
  cells: Cells,
  checkedAt: InstantMs | null,
): Record<keyof HeadWorkspace, unknown> => {
  const [id, name, state, campaigns, isDemo] = cells;
  return { id, name, state, checkedAt, campaigns, isDemo };
};

const packRow = (row: Verdict, workspaceIds: readonly WorkspaceId[]): Cells => [
  workspaceIds.indexOf(row.workspaceId),
  row.campaignId,
  row.name,
  healthRank(row.health),
  row.code,
  row.causes.map(packCause),
  row.since,
  row.observedAt,
  row.nextSendAt,
  row.clearsAt,
  packFigure(row.counters.sentToday),
  packFigure(row.counters.limitPerDay),
  row.lastKnown,
];

const unpackRow = (cells: Cells, workspaces: readonly Cells[]): Record<keyof Verdict, unknown> => {
  const [place, campaignId, name, rank, code, causes, since, observedAt, ...rest] = cells;
  const [nextSendAt, clearsAt, sentToday, limitPerDay, lastKnown] = rest;
  return {
    workspaceId: workspaces[Number(place)]?.[0],
    campaignId,
    name,
    health: HEALTHS[Number(rank)],
    code,
    causes: Array.isArray(causes) ? causes.map(unpackCause) : undefined,
    since,
    observedAt,
    nextSendAt,
    clearsAt,
    capacity: null,
    counters: {
      sentToday: unpackFigure(sentToday),
      limitPerDay: unpackFigure(limitPerDay),
      newLeadsToday: undefined,
      newLeadsPerDay: undefined,
      inboxes: undefined,
      followUpsWaiting: undefined,
      nextFollowUpAt: undefined,
    },
    lastKnown,
  };
};

/** Packs a head for storing, to about half its size as JSON. */
export const packHead = (head: Head): PackedHead => {
  const ids = head.workspaces.map((workspace) => workspace.id);
  return {
    ...head,
    workspaces: head.workspaces.map(packWorkspace),
    rows: head.rows.map((row) => packRow(row, ids)),
  };
};

/** The times of a head, to be stored beside it. */
export const timesOf = ({ workspaces }: Head): Times =>
  workspaces.map(({ checkedAt }) => checkedAt);

const isRowLike = (row: Record<keyof Verdict, unknown>): boolean =>
  typeof row.workspaceId === 'string' && row.health !== undefined && Array.isArray(row.causes);

// Only the background of this version writes it, and it is gone with the browser: what the popup maps over is checked,
// every single figure is not.
const isHeadLike = (value: unknown): value is Head =>
  isObject(value) &&
  value['version'] === 1 &&
  isObject(value['counts']) &&
  isObject(value['silenced']) &&
  Array.isArray(value['incidents']) &&
  isObject(value['headlines']) &&
  (value['rows'] as Record<keyof Verdict, unknown>[]).every(isRowLike);

const areCells = listOf(Array.isArray) as Guard<readonly Cells[]>;

const areTimes = listOf(isNumberOrNull) as Guard<Times>;

/** The head of a packed one and its times; undefined when what is stored is no head, or the times are not its own. */
export const unpackHead = (stored: unknown, times: unknown): Head | undefined => {
  if (!isObject(stored) || !areTimes(times)) return undefined;
  const { workspaces, rows } = stored;
  if (!areCells(workspaces) || !areCells(rows)) return undefined;
  if (times.length !== workspaces.length) return undefined;
  const head: unknown = {
    ...stored,
    workspaces: workspaces.map((cells, place) => unpackWorkspace(cells, times[place] ?? null)),
    rows: rows.map((row) => unpackRow(row, workspaces)),
  };
  return isHeadLike(head) ? head : undefined;
};

/** Whether a stored value can be a packed head. */
export const isPackedHead = ((stored) =>
  isObject(stored) &&
  areCells(stored['workspaces']) &&
  areCells(stored['rows'])) as Guard<PackedHead>;
