import type { FleetInput } from '#diagnosis';
import {
  type ChangeFields,
  type ChangeNote,
  DAY_MS,
  type InboxAddress,
  type InboxFacts,
  type InstantMs,
  isUnseen,
  type Observation,
} from '#model';
import type { ActionRecord } from '#store/read';
import { withInbox, withoutCode, withSnapshot } from './applied.ts';
import { note } from './fields.ts';

/** The inbox's status as the field of a change; undefined where it is not known, or nobody has seen it before. */
export const statusField = ({ status }: InboxFacts): ChangeFields | undefined =>
  status === undefined || isUnseen(status) ? undefined : { status };

/** Whether a status is an error of sending or of the connection. */
export const isErrorStatus = (status: unknown): boolean =>
  typeof status === 'string' && status.endsWith('_error');

const isTry = ({ change, before, outcome }: ActionRecord, { address }: InboxFacts): boolean =>
  (change.kind === 'resume_inbox' || change.kind === 'mark_inbox_fixed') &&
  change.inbox === address &&
  isErrorStatus(before['status']) &&
  outcome.kind !== 'failed';

/** A refusal where this inbox was tried again less than a day ago: it helps once at most (DIAGNOSIS.md 3.3). */
export const refuseAgain = (
  inbox: InboxFacts,
  past: readonly ActionRecord[],
  now: InstantMs,
): ChangeNote | null => {
  const lastAt = Math.max(...past.filter((record) => isTry(record, inbox)).map(({ at }) => at));
  return now - lastAt < DAY_MS ? note('resumed_recently', { untilAt: lastAt + DAY_MS }) : null;
};

/** A campaign that counts one inbox less among those that are disconnected. */
const withOneMoreUp = (observation: Observation): Observation =>
  withSnapshot((snapshot) => ({
    ...snapshot,
    inboxCounts: snapshot.inboxCounts && {
      ...snapshot.inboxCounts,
      disconnected:
        snapshot.inboxCounts.disconnected && Math.max(0, snapshot.inboxCounts.disconnected - 1),
    },
  }))(withoutCode('all_accounts_unhealthy')(observation));

/** The workspace with one inbox that was down and sends again. */
export const withInboxUp = (fleet: FleetInput, inbox: InboxAddress): FleetInput =>
  withInbox(
    fleet,
    inbox,
    (facts) => ({ ...facts, status: 'active', smtpMessage: undefined }),
    withOneMoreUp,
  );
