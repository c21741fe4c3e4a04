import type { ChangeEffect, ChangePlan, PlannedChange, WorkspaceId } from '#model';
import type { ChangeFacts, Subject } from './action-definition.ts';
import { addEffects, effectOfAll, type KnownChange } from './effect.ts';
import { createKnownLoader, type Known, pastOf, storedSubject } from './load-known.ts';
import { noteOf } from './note-of.ts';
import { planChange } from './plan-change.ts';
import type { ChangesPort } from './port.ts';
import { readSubject } from './read-subject.ts';
import type { Ticket } from './tickets.ts';

/** So many changes are read from Instantly anew before they are shown; of more, what is stored is shown. */
const MOST_READ = 10;

/** The plans of a ticket's changes, in order, and what they do together. */
export interface TicketPlans {
  readonly plans: readonly ChangePlan[];
  readonly effect: ChangeEffect | null;
}

/** Makes plans from what is stored, and from what is read anew where it matters. */
export interface Planner {
  ofTicket(ticket: Ticket): Promise<TicketPlans>;
  /** One change from facts that are read now; without the forecast. */
  ofNow(planned: PlannedChange, undoesId: string | null): Promise<ChangePlan>;
  /** One change from what is known already. */
  ofKnown(planned: PlannedChange, undoesId: string | null): Promise<ChangePlan>;
}

/** Makes the planner; what it reads for a window it remembers for that window's sliders. */
export const createPlanner = (port: ChangesPort): Planner => {
  const load = createKnownLoader(port);
  const seen = new Map<string, Subject>();

  const keyOf = ({ workspaceId, change }: PlannedChange): string =>
    JSON.stringify([
      workspaceId,
      'campaignId' in change
        ? change.campaignId
        : 'inbox' in change
          ? change.inbox
          : change.inboxes,
    ]);

  const read = async (
    planned: PlannedChange,
    known: Known | null,
    isRead: boolean,
  ): Promise<Pick<ChangeFacts, 'subject' | 'problem'>> => {
    const stored = known && storedSubject(known, planned.change);
    if (!isRead || known?.workspace.isDemo === true) return { subject: stored, problem: null };
    const asked = await readSubject(port, planned.workspaceId, planned.change);
    if (!asked.ok) return { subject: stored, problem: noteOf(asked.problem, asked.error) };
    seen.set(keyOf(planned), asked.value);
    return { subject: asked.value, problem: null };
  };

  const undone = async (workspaceId: WorkspaceId, id: string | null) =>
    id === null ? null : ((await port.store.action(workspaceId, id)) ?? null);

  const factsOf = async (
    { workspaceId }: PlannedChange,
    undoesId: string | null,
    known: Known | null,
    about: Pick<ChangeFacts, 'subject' | 'problem'>,
    isForecast: boolean,
  ): Promise<ChangeFacts> => ({
    ...about,
    now: port.now(),
    missingScopes: known?.workspace.missingScopes ?? [],
    isDemo: known?.workspace.isDemo ?? false,
    past: known?.past ?? [],
    fleet: isForecast && known !== null ? { ...known.fleet, now: port.now() } : null,
    undoes: await undone(workspaceId, undoesId),
  });

  const effectOfTicket = async (
    each: readonly (KnownChange & { readonly workspaceId: WorkspaceId })[],
  ): Promise<ChangeEffect | null> => {
    const byWorkspace = [...Map.groupBy(each, ({ workspaceId }) => workspaceId)];
    const effects = byWorkspace.map(async ([id, changes]) => {
      const known = await load(id, false);
      return known && effectOfAll(changes, { ...known.fleet, now: port.now() });
    });
    return addEffects(await Promise.all(effects));
  };

  return {
    ofTicket: async ({ changes, undoes }) => {
      seen.clear();
      const isFew = changes.length <= MOST_READ;
      const made = await Promise.all(
        changes.map(async (planned, at) => {
          const known = await load(planned.workspaceId, at === 0);
          const about = await read(planned, known, isFew);
          const facts = await factsOf(planned, undoes[at] ?? null, known, about, isFew);
          return { plan: planChange(planned, facts), subject: about.subject };
        }),
      );
      const plans = made.map(({ plan }) => plan);
      const [only] = plans;
      if (only !== undefined && plans.length === 1) return { plans, effect: only.effect };
      const known = made.flatMap(({ plan, subject }) =>
        subject === null || plan.refusal !== null ? [] : [{ ...plan, subject }],
      );
      return { plans, effect: await effectOfTicket(known) };
    },
    ofNow: async (planned, undoesId) => {
      const { workspaceId, change } = planned;
      const workspaces = await port.store.workspaces();
      const workspace = workspaces.find(({ id }) => id === workspaceId);
      const asked = await readSubject(port, workspaceId, change);
      return planChange(planned, {
        now: port.now(),
        subject: asked.ok ? asked.value : null,
        problem: asked.ok ? null : noteOf(asked.problem, asked.error),
        missingScopes: workspace?.missingScopes ?? [],
        isDemo: workspace?.isDemo ?? false,
        past: await pastOf(port, planned),
        fleet: null,
        undoes: await undone(workspaceId, undoesId),
      });
    },
    ofKnown: async (planned, undoesId) => {
      const known = await load(planned.workspaceId, false);
      const stored = known && storedSubject(known, planned.change);
      const about = { subject: seen.get(keyOf(planned)) ?? stored, problem: null };
      return planChange(planned, await factsOf(planned, undoesId, known, about, true));
    },
  };
};
