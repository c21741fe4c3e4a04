import { browser } from 'wxt/browser';
import {
  type Change,
  type ChangeFields,
  DAY_MS,
  type InstantMs,
  MINUTE_MS,
  type PlannedChange,
} from '#model';
import { isSameFields } from './fields.ts';

/** A confirmation that was opened. It is good for one application. */
export interface Ticket {
  readonly id: string;
  readonly changes: readonly PlannedChange[];
  /** The actions that they take back, in the same order. */
  readonly undoes: readonly (string | null)[];
  /** The fields as the window last showed them, in the same order; null where it showed none. */
  readonly shown: readonly (ChangeFields | null)[];
  readonly openedAt: InstantMs;
  /** When a person confirmed; null until then. */
  readonly appliedAt: InstantMs | null;
  readonly isStopped: boolean;
}

/** Where tickets are kept for this run of the browser. */
export interface TicketPlace {
  get(id: string): Promise<Ticket | undefined>;
  all(): Promise<readonly Ticket[]>;
  put(ticket: Ticket): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

const PREFIX = 'ticket.';

/** In `storage.session`: content scripts cannot read it, and nothing of it outlives the browser. */
export const sessionTickets: TicketPlace = {
  get: async (id) => {
    const name = `${PREFIX}${id}`;
    return (await browser.storage.session.get(name))[name] as Ticket | undefined;
  },
  all: async () =>
    Object.entries(await browser.storage.session.get(null)).flatMap(([name, value]) =>
      name.startsWith(PREFIX) ? [value as Ticket] : [],
    ),
  put: (ticket) => browser.storage.session.set({ [`${PREFIX}${ticket.id}`]: ticket }),
  remove: (ids) => browser.storage.session.remove(ids.map((id) => `${PREFIX}${id}`)),
};

/** What a person saw longer ago is old; the window is opened anew. */
const OPEN_FOR_MS = 30 * MINUTE_MS;

/** Whether a ticket still says something: to be confirmed, or how far its changes are. */
export const isGood = ({ openedAt, appliedAt }: Ticket, now: InstantMs): boolean =>
  appliedAt === null ? now - openedAt < OPEN_FOR_MS : now - appliedAt < DAY_MS;

const FIGURES: ReadonlySet<string> = new Set(['limitPerDay', 'gapMinutes']);

const withoutFigures = (change: Change): string =>
  JSON.stringify(
    Object.entries(change)
      .filter(([name]) => !FIGURES.has(name))
      .sort(),
  );

// Chromium's storage gives the fields of an object back in the order of their names.
const isSameChange = (a: Change, b: Change): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Whether two changes are of the same kind and about the same thing, whatever figure they set. */
export const isSameButFigures = (a: PlannedChange, b: PlannedChange): boolean =>
  a.workspaceId === b.workspaceId && withoutFigures(a.change) === withoutFigures(b.change);

/** Whether these are the changes that a ticket was given for; what takes something back may not have another figure. */
export const isPlanned = (ticket: Ticket, changes: readonly PlannedChange[]): boolean =>
  changes.length === ticket.changes.length &&
  ticket.changes.every((planned, at) => {
    const asked = changes[at];
    if (asked === undefined || !isSameButFigures(planned, asked)) return false;
    const isUndo = ticket.undoes[at] != null;
    return !isUndo || isSameChange(planned.change, asked.change);
  });

/** Whether a thing is still as it was shown. */
export const isAsShown = (shown: ChangeFields | null | undefined, found: ChangeFields): boolean =>
  shown != null && isSameFields(shown, found);
