import { computed, signal } from '@preact/signals';
import type { ChangeMessages, ChangeProgress, Confirmation } from '#messages';
import type { Change, ChangePlan, PlannedChange } from '#model';
import type { WorkspaceRecord } from '#store/read';
import type { ConfirmPorts } from './ports.ts';

/** Why the last press came to nothing. */
export type ApplyProblem =
  | Extract<ChangeMessages['change.apply']['answer'], { ok: false }>['problem']
  | 'no_answer';

/** What a person has to answer for: an event that no script made. */
export type Act = Pick<Event, 'isTrusted'>;

// A second click of a double click that opened this window must not land on its button.
const ARMED_AFTER_MS = 500;
const TICK_MS = 2_000;

const plannedOf = ({ workspaceId, change }: ChangePlan): PlannedChange => ({ workspaceId, change });

/** The state of one window: what it asks, what was answered, and what became of it. */
export const createConfirmModel = (ports: ConfirmPorts) => {
  const confirmation = signal<Confirmation | 'no_answer' | null>(null);
  const workspaces = signal<readonly WorkspaceRecord[]>([]);
  /** The one plan with another figure, once a person tried one; null: as it was opened. */
  const tried = signal<{ readonly plan: ChangePlan; readonly typed: string | null } | null>(null);
  /** What stands in the field of the figure; null: what the change was opened with. */
  const figure = signal<number | null>(null);
  /** Whether what is shown is what the figure in the field comes to; `none`: nothing can be said of it. */
  const prediction = signal<'shown' | 'asking' | 'none'>('shown');
  const typed = signal('');
  const isArmed = signal(false);
  const isApplying = signal(false);
  const problem = signal<ApplyProblem | null>(null);
  const progress = signal<ChangeProgress | null>(null);
  const isStopping = signal(false);
  const isUndone = signal(false);
  const now = signal(ports.now());

  const plans = computed<readonly ChangePlan[]>(() => {
    const { value } = confirmation;
    if (value === null || value === 'no_answer' || value.kind !== 'open') return [];
    return tried.value ? [tried.value.plan] : value.plans;
  });
  const wanted = computed(() => plans.value.filter(({ refusal }) => refusal === null));
  const refused = computed(() => plans.value.filter(({ refusal }) => refusal !== null));
  /** What has to be typed; null where a click is enough. */
  const toType = computed(() => {
    const { value } = confirmation;
    if (tried.value) return tried.value.typed;
    return value !== null && value !== 'no_answer' && value.kind === 'open' ? value.typed : null;
  });
  /** What all of them do to today's mails; null where nobody can say. */
  const effect = computed(() => {
    const { value } = confirmation;
    if (tried.value) return tried.value.plan.effect;
    return value !== null && value !== 'no_answer' && value.kind === 'open' ? value.effect : null;
  });
  const isTyped = computed(() => toType.value === null || typed.value.trim() === toType.value);
  const mayApply = computed(
    () =>
      wanted.value.length > 0 &&
      isArmed.value &&
      isTyped.value &&
      prediction.value === 'shown' &&
      !isApplying.value &&
      progress.value === null,
  );

  let armingSince = 0;
  /** Begins the half second anew: what is under the pointer has just changed. */
  const arm = (): void => {
    isArmed.value = false;
    armingSince += 1;
    const mine = armingSince;
    setTimeout(() => {
      if (mine === armingSince) isArmed.value = true;
    }, ARMED_AFTER_MS);
  };
  const refresh = async (): Promise<void> => {
    try {
      workspaces.value = await ports.readWorkspaces();
      const { ticket } = ports;
      const answer = await ports.send('change.confirmation', { ticket });
      confirmation.value = answer;
      if (answer.kind === 'applied') progress.value = answer;
    } catch (error) {
      console.warn(error);
      confirmation.value = 'no_answer';
    }
    arm();
  };
  const take = (answer: ChangeMessages['change.apply']['answer']): ApplyProblem | null => {
    if (!answer.ok) return answer.problem;
    progress.value = answer;
    return null;
  };
  /** Asks how far the changes are. */
  const follow = async (): Promise<void> => {
    now.value = ports.now();
    if (progress.value === null) return;
    try {
      const answer = await ports.send('change.confirmation', { ticket: ports.ticket });
      if (answer.kind === 'applied') progress.value = answer;
    } catch (error) {
      // The next tick asks again; what is known stays on the screen.
      console.warn(error);
    }
  };
  const apply = async ({ isTrusted }: Act): Promise<void> => {
    if (!isTrusted || !mayApply.value) return;
    isApplying.value = true;
    problem.value = null;
    let found: ApplyProblem | null;
    try {
      found = take(
        await ports.send('change.apply', {
          ticket: ports.ticket,
          // Those that are refused, too: the background leaves them out, and says so for each.
          changes: plans.value.map(plannedOf),
          typed: typed.value.trim(),
        }),
      );
    } catch (error) {
      console.warn(error);
      found = 'no_answer';
    }
    problem.value = found;
    isApplying.value = false;
    if (found === 'not_as_shown') {
      tried.value = null;
      figure.value = null;
      prediction.value = 'shown';
      await refresh();
    }
  };
  let predictions = 0;
  /** Shows what another figure would come to. Only the last one tried counts. */
  const tryOut = async (change: Change): Promise<void> => {
    const [plan] = plans.value;
    if (!plan || plans.value.length !== 1) return;
    predictions += 1;
    const mine = predictions;
    prediction.value = 'asking';
    try {
      const answer = await ports.send('change.whatIf', {
        ticket: ports.ticket,
        workspaceId: plan.workspaceId,
        change,
      });
      if (mine !== predictions) return;
      if (answer.plan) tried.value = { plan: answer.plan, typed: answer.typed };
      prediction.value = answer.plan ? 'shown' : 'none';
    } catch (error) {
      console.warn(error);
      if (mine === predictions) prediction.value = 'none';
    }
  };
  const stop = async ({ isTrusted }: Act): Promise<void> => {
    if (!isTrusted || isStopping.value) return;
    isStopping.value = true;
    isStopping.value = (await ports.send('change.stop', { ticket: ports.ticket })).ok;
    await follow();
  };
  const undo = async ({ isTrusted }: Act, actionIds: readonly string[]): Promise<void> => {
    if (!isTrusted || isUndone.value) return;
    isUndone.value = true;
    isUndone.value = (await ports.send('change.undo', { actionIds })).ok;
  };

  return {
    ports,
    now,
    confirmation,
    workspaces,
    plans,
    wanted,
    refused,
    toType,
    effect,
    typed,
    isArmed,
    figure,
    prediction,
    isApplying,
    mayApply,
    problem,
    progress,
    isStopping,
    isUndone,
    refresh,
    arm,
    apply,
    tryOut,
    stop,
    undo,
    follow,
    /** Keeps the window fresh; gives a function that ends it. */
    start: (): (() => void) => {
      void refresh();
      const ends = [ports.subscribe(() => void follow()), ports.watchFront(arm)];
      const timer = setInterval(() => void follow(), TICK_MS);
      return () => {
        clearInterval(timer);
        for (const end of ends) end();
      };
    },
  };
};

export type ConfirmModel = ReturnType<typeof createConfirmModel>;
