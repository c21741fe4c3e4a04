import { triageInbox } from '#diagnosis';
import { type ChangeNote, type ChangeOf, DAY_MS, type InboxFacts, type InstantMs } from '#model';
import type { ActionRecord } from '#store/read';
import type { ChangeFacts } from './action-definition.ts';
import { note } from './fields.ts';
import { inboxAction } from './inbox-action.ts';
import { isErrorStatus, refuseAgain, statusField, withInboxUp } from './inbox-status.ts';

const LOWERED_COUNTS_MS = 7 * DAY_MS;

const isLowered = (
  past: readonly ActionRecord[],
  { address }: InboxFacts,
  now: InstantMs,
): boolean =>
  past.some(
    ({ change, before, at, outcome }) =>
      change.kind === 'set_inbox_limit' &&
      change.inbox === address &&
      (outcome.kind === 'waiting' || outcome.kind === 'verified') &&
      now - at < LOWERED_COUNTS_MS &&
      change.limitPerDay !== null &&
      (before['limitPerDay'] === null || change.limitPerDay < Number(before['limitPerDay'])),
  );

/** Why an inbox in error must not be tried again, by what its mail server answered (DIAGNOSIS.md 3.3); null where it may. */
export const refuseByAnswer = (
  inbox: InboxFacts,
  { past, now }: Pick<ChangeFacts, 'past' | 'now'>,
): ChangeNote | null => {
  const { code, answer } = triageInbox(inbox);
  switch (code) {
    case 'inbox_daily_quota':
    case 'inbox_reputation':
    case 'inbox_login_lost':
    case 'inbox_error':
      return note(code, { answer });
    case 'inbox_provider_cap':
      return isLowered(past, inbox, now) ? null : note(code, { answer });
    case 'inboxes_in_maintenance':
    case 'inbox_setup_pending':
      return note(code);
    default:
      return null;
  }
};

/** What a list of bad addresses does again. */
export const listRisk = (inbox: InboxFacts): readonly ChangeNote[] =>
  triageInbox(inbox).code === 'inbox_bad_lead' ? [note('list_quality')] : [];

const UP: ReadonlySet<unknown> = new Set(['active', 'maintenance']);

/** Resumes an inbox that is paused, or in an error that resuming helps. */
export const resumeInbox = inboxAction<ChangeOf<'resume_inbox'>>({
  fields: statusField,
  after: () => ({ status: 'active' }),
  refuse: (_, inbox, facts) =>
    refuseByAnswer(inbox, facts) ??
    (isErrorStatus(inbox.status) ? refuseAgain(inbox, facts.past, facts.now) : null),
  risks: (_, inbox) => listRisk(inbox),
  isDone: (_, { status }) => UP.has(status),
  isUndone: ({ status }, before) => isErrorStatus(status) || status === before['status'],
  inverse: ({ inbox }, { status }) => (status === 'paused' ? { kind: 'pause_inbox', inbox } : null),
  applied: ({ inbox }, fleet) => withInboxUp(fleet, inbox),
  send: (client, { inbox }) => client.resumeInbox(inbox),
});
