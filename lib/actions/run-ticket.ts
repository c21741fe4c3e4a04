import type { ChangeProgress } from '#messages';
import { type ChangeNoteCode, MINUTE_MS, type PlannedChange, SECOND_MS } from '#model';
import type { ActionRecord } from '#store/read';
import { type Confirmed, makeChange } from './make-change.ts';
import type { Planner } from './plan-ticket.ts';
import type { ChangesPort } from './port.ts';
import { settle } from './settle.ts';
import type { Ticket } from './tickets.ts';

/** So many changes are under way at once; the workspace's budget paces their requests. */
const AT_ONCE = 3;

/** A person who confirmed longer ago does not expect the rest of it any more. */
const BEGUN_WITHIN_MS = 15 * MINUTE_MS;

/** While a window asks how far it is, what is open is read back at most this often. */
const READ_BACK_MS = 3 * SECOND_MS;

/** At most so many are read back in one go, the longest open first. */
const MOST_READ_BACK = 20;

/** Why a set goes on later: the next alarm, or the window's next question, takes it up. */
const PAUSES: ReadonlySet<ChangeNoteCode> = new Set(['rate_limited', 'deferred']);

const placeOf = ({ id }: ActionRecord): number => Number(id.slice(id.lastIndexOf('.') + 1));

/** Carries out tickets that a person confirmed, and finds out what became of their changes. */
export interface Runner {
  /** Begins the changes that were not begun, in this worker once at a time. What goes wrong is written down or logged. */
  run(ticket: Ticket): void;
  stop(id: string): void;
  /** How far a confirmed ticket is. */
  progress(ticket: Ticket): Promise<ChangeProgress>;
  /** Reads back what is open; at most every few seconds each where a window asks for it. */
  readBack(records: readonly ActionRecord[], isWindow: boolean): Promise<void>;
}

/** Makes the runner. */
export const createRunner = (port: ChangesPort, planner: Planner): Runner => {
  const running = new Set<string>();
  const stopped = new Set<string>();
  /** Actions that are being made or read back right now, and when that was last begun. */
  const busy = new Set<string>();
  const readAt = new Map<string, number>();

  const recordsOf = async ({ id, changes, appliedAt }: Ticket): Promise<ActionRecord[]> => {
    const ids = [...new Set(changes.map(({ workspaceId }) => workspaceId))];
    const since = (appliedAt ?? 0) - MINUTE_MS;
    const each = ids.map((workspaceId) => port.store.actionsOf(workspaceId, since));
    return (await Promise.all(each))
      .flat()
      .filter(({ setId }) => setId === id)
      .sort((a, b) => placeOf(a) - placeOf(b));
  };

  /** False where Instantly or our budget wants a pause first: nothing was begun, and of many the rest waits. */
  const make = async (confirmed: Confirmed, isOfMany: boolean): Promise<boolean> => {
    if (busy.has(confirmed.id)) return true;
    busy.add(confirmed.id);
    try {
      const plan = await planner.ofNow(confirmed, confirmed.undoesId);
      if (isOfMany && plan.refusal !== null && PAUSES.has(plan.refusal.code)) return false;
      await makeChange(port, confirmed, plan);
      return true;
    } finally {
      busy.delete(confirmed.id);
    }
  };

  const confirmedAt = (ticket: Ticket, planned: PlannedChange, at: number): Confirmed => ({
    ...planned,
    id: `${ticket.id}.${at}`,
    setId: ticket.id,
    undoesId: ticket.undoes[at] ?? null,
    shown: ticket.shown[at] ?? null,
  });

  const runAll = async (ticket: Ticket): Promise<void> => {
    const begun = new Set((await recordsOf(ticket)).map(({ id }) => id));
    const left = ticket.changes
      .map((planned, at) => confirmedAt(ticket, planned, at))
      .filter(({ id }) => !begun.has(id));
    const isOver = (): boolean =>
      stopped.has(ticket.id) || port.now() - (ticket.appliedAt ?? 0) >= BEGUN_WITHIN_MS;
    let isPaused = false;
    const work = async (): Promise<void> => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        if (isPaused || isOver()) return;
        if (!(await make(next, ticket.changes.length > 1))) isPaused = true;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };

  const readOne = async (record: ActionRecord): Promise<void> => {
    busy.add(record.id);
    readAt.set(record.id, port.now());
    try {
      await settle(port, record);
    } finally {
      busy.delete(record.id);
    }
  };

  return {
    run: (ticket) => {
      const isLate = port.now() - (ticket.appliedAt ?? 0) >= BEGUN_WITHIN_MS;
      if (ticket.isStopped || isLate || running.has(ticket.id)) return;
      running.add(ticket.id);
      runAll(ticket)
        .catch((error: unknown) => {
          // Nothing may be changed that cannot be written down: the rest is not begun in this worker.
          stopped.add(ticket.id);
          console.error('Sendwatch: changes ended early; what was begun is read back.', error);
        })
        .finally(() => running.delete(ticket.id));
    },
    stop: (id) => stopped.add(id),
    progress: async (ticket) => {
      const records = await recordsOf(ticket);
      const isLate = port.now() - (ticket.appliedAt ?? 0) >= BEGUN_WITHIN_MS;
      return {
        records,
        waiting: ticket.changes.length - records.length,
        isStopped: ticket.isStopped || stopped.has(ticket.id) || isLate,
      };
    },
    readBack: async (records, isWindow) => {
      const isDue = ({ id }: ActionRecord): boolean =>
        !busy.has(id) &&
        (!isWindow || port.now() - (readAt.get(id) ?? -READ_BACK_MS) >= READ_BACK_MS);
      const due = records.filter(isDue).sort((a, b) => a.outcomeAt - b.outcomeAt);
      for (const record of due.slice(0, MOST_READ_BACK)) await readOne(record);
    },
  };
};
