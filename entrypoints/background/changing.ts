import { type Changes, type ChangesPort, createChanges, sessionTickets } from '#actions';
import type { PlannedChange } from '#model';
import { readSettings } from '#store/settings';
import { openConfirmWindow, seldom } from './change-handlers.ts';

/** What changes to Instantly need of the rest of the background. */
export type ChangingParts = Pick<
  ChangesPort,
  'store' | 'now' | 'request' | 'change' | 'onChanged' | 'look'
>;

/** Changes to Instantly, joined with the browser. */
export interface Changing {
  readonly changes: Changes;
  /** Opens the window for what a panel asks for. A page that runs wild opens no hundred of them. */
  readonly openFromPanel: (planned: PlannedChange) => Promise<boolean>;
  /** Reads back what is not known yet; apart from checking, so that no slow list holds it up. */
  readonly resolve: () => void;
}

const PANEL_EVERY_MS = 3_000;

/** Joins the room of changes with the browser: nothing here decides anything. */
export const createChanging = (parts: ChangingParts): Changing => {
  const changes = createChanges({
    ...parts,
    newId: () => crypto.randomUUID(),
    areChangesAllowed: async () => (await readSettings()).areChangesAllowed,
    tickets: sessionTickets,
    openWindow: openConfirmWindow,
  });
  return {
    changes,
    openFromPanel: seldom(PANEL_EVERY_MS, parts.now, (planned) => changes.open([planned])),
    resolve: () => {
      changes.resolve().catch((error: unknown) => {
        console.error('Sendwatch: changes could not be read back; the next check does it.', error);
      });
    },
  };
};
