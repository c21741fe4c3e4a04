import type { ChangeMessages, Confirmation } from '#messages';
import { isOpenOutcome, type PlannedChange } from '#model';
import type { ActionRecord } from '#store/read';
import { refusalOf } from './make-change.ts';
import { createPlanner } from './plan-ticket.ts';
import type { ChangesPort } from './port.ts';
import { createRunner } from './run-ticket.ts';
import { isGood, isPlanned, isSameButFigures, type Ticket } from './tickets.ts';
import { typedFor } from './typed.ts';

type Answer<Name extends keyof ChangeMessages> = Promise<ChangeMessages[Name]['answer']>;
type Request<Name extends keyof ChangeMessages> = ChangeMessages[Name]['request'];

/** Changes to Instantly, from the wish to the proof. Nothing is changed but by `apply`. */
export interface Changes {
  /** Opens the window that confirms these. */
  open(changes: readonly PlannedChange[]): Promise<boolean>;
  confirmation(ticket: string): Answer<'change.confirmation'>;
  whatIf(request: Request<'change.whatIf'>): Answer<'change.whatIf'>;
  apply(request: Request<'change.apply'>): Answer<'change.apply'>;
  stop(ticket: string): Promise<boolean>;
  /** Opens the window that confirms taking these actions back, those of them that stand. */
  undo(actionIds: readonly string[]): Promise<boolean>;
  /**
   * Finds out what became of changes whose worker was killed or whose answer was lost, by reading back, and goes on with
   * what was confirmed and not begun: to be called at each start and alarm.
   */
  resolve(): Promise<void>;
}

const canBeTakenBack = ({ inverse, outcome }: ActionRecord): boolean =>
  inverse !== null && (outcome.kind === 'waiting' || outcome.kind === 'verified');

/** Makes the room's one working part. */
export const createChanges = (port: ChangesPort): Changes => {
  const planner = createPlanner(port);
  const runner = createRunner(port, planner);
  /** Tickets whose application has begun in this worker: the second of two clicks finds the first here. */
  const claimed = new Map<string, Answer<'change.apply'>>();

  const ticketOf = async (id: string): Promise<Ticket | null> => {
    const ticket = await port.tickets.get(id);
    return ticket !== undefined && isGood(ticket, port.now()) ? ticket : null;
  };

  const openWith = async (
    changes: readonly PlannedChange[],
    undoes: readonly (string | null)[],
  ): Promise<boolean> => {
    const old = (await port.tickets.all()).filter((ticket) => !isGood(ticket, port.now()));
    await port.tickets.remove(old.map(({ id }) => id));
    const ticket: Ticket = {
      id: port.newId(),
      changes,
      undoes,
      shown: [],
      openedAt: port.now(),
      appliedAt: null,
      isStopped: false,
    };
    await port.tickets.put(ticket);
    return port.openWindow(ticket.id);
  };

  const progress = async (ticket: Ticket) => {
    const known = await runner.progress(ticket);
    const open = known.records.filter(({ outcome }) => isOpenOutcome(outcome));
    runner.readBack(open, true).catch((error: unknown) => {
      console.error('Sendwatch: a change could not be read back; the next check does it.', error);
    });
    return known;
  };

  const confirmation = async (id: string): Promise<Confirmation> => {
    const ticket = await ticketOf(id);
    if (ticket === null) return { kind: 'gone' };
    if (ticket.appliedAt !== null) return { kind: 'applied', ...(await progress(ticket)) };
    if (!(await port.areChangesAllowed())) return { kind: 'read_only' };
    const { plans, effect } = await planner.ofTicket(ticket);
    await port.tickets.put({ ...ticket, shown: plans.map(({ before }) => before) });
    return {
      kind: 'open',
      plans,
      typed: typedFor(ticket.changes.map(({ change }) => change)),
      effect,
    };
  };

  /** Whether the one change of a ticket is still as it was shown. Of many, each says so for itself when its turn comes. */
  const isStillAsShown = async (ticket: Ticket): Promise<boolean> => {
    const [only, ...others] = ticket.changes;
    if (only === undefined || others.length > 0) return true;
    const plan = await planner.ofNow(only, ticket.undoes[0] ?? null);
    return refusalOf(plan, ticket.shown[0] ?? null)?.code !== 'not_as_shown';
  };

  const begin = async (ticket: Ticket): Answer<'change.apply'> => {
    if (!(await isStillAsShown(ticket))) return { ok: false, problem: 'not_as_shown' };
    const applied: Ticket = { ...ticket, appliedAt: port.now() };
    await port.tickets.put(applied);
    runner.run(applied);
    return { ok: true, ...(await progress(applied)) };
  };

  return {
    open: (changes) =>
      openWith(
        changes,
        changes.map(() => null),
      ),
    confirmation,
    whatIf: async ({ ticket: id, workspaceId, change }) => {
      const ticket = await ticketOf(id);
      const planned = { workspaceId, change };
      const at = ticket?.changes.findIndex((one) => isSameButFigures(one, planned)) ?? -1;
      if (ticket === null || at < 0) return { plan: null, typed: null };
      const changes = ticket.changes.map((one, place) => (place === at ? change : one.change));
      return {
        plan: await planner.ofKnown(planned, ticket.undoes[at] ?? null),
        typed: typedFor(changes),
      };
    },
    apply: async ({ ticket: id, changes, typed }) => {
      const ticket = await ticketOf(id);
      if (ticket === null) return { ok: false, problem: 'gone' };
      if (ticket.appliedAt !== null) {
        runner.run(ticket);
        return { ok: true, ...(await progress(ticket)) };
      }
      if (!(await port.areChangesAllowed())) return { ok: false, problem: 'read_only' };
      if (!isPlanned(ticket, changes)) return { ok: false, problem: 'not_planned' };
      const wanted = typedFor(changes.map(({ change }) => change));
      if (wanted !== null && typed.trim() !== wanted) return { ok: false, problem: 'not_typed' };
      // Nothing is awaited between asking and claiming.
      const first = claimed.get(id);
      if (first !== undefined) return first;
      const beginning = begin({ ...ticket, changes });
      claimed.set(id, beginning);
      try {
        return await beginning;
      } finally {
        // From here on the stored ticket tells that it was applied, or that it was not.
        claimed.delete(id);
      }
    },
    stop: async (id) => {
      const ticket = await ticketOf(id);
      if (ticket === null) return false;
      runner.stop(id);
      await port.tickets.put({ ...ticket, isStopped: true });
      return true;
    },
    undo: async (actionIds) => {
      const wanted = new Set(actionIds);
      const records = (await port.store.actions(0)).filter(
        (record) => wanted.has(record.id) && canBeTakenBack(record),
      );
      const planned = records.flatMap(({ workspaceId, inverse }) =>
        inverse === null ? [] : [{ workspaceId, change: inverse }],
      );
      if (planned.length === 0) return false;
      return openWith(
        planned,
        records.map(({ id }) => id),
      );
    },
    resolve: async () => {
      for (const ticket of await port.tickets.all()) runner.run(ticket);
      await runner.readBack(await port.store.openActions(), false);
    },
  };
};
