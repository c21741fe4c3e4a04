import { type ChangeFields, type ChangeOutcome, MINUTE_MS } from '#model';
import type { ActionRecord } from '#store/read';
import type { Subject } from './action-definition.ts';
import { definitionOf } from './actions.ts';
import { note } from './fields.ts';
import { outcomeAfter } from './outcome-after.ts';
import type { ChangesPort } from './port.ts';
import { readSubject } from './read-subject.ts';

/** The list of campaigns tells the same without a request; where it does not come, one is made after this time. */
const LIST_COMES_WITHIN_MS = 10 * MINUTE_MS;

/** Writes down what became of a change, and of the one that it took back. */
export const putOutcome = async (
  { store, now, onChanged }: ChangesPort,
  record: ActionRecord,
  outcome: ChangeOutcome,
): Promise<ActionRecord> => {
  const next: ActionRecord = { ...record, outcome, outcomeAt: now() };
  await store.putAction(next);
  const isDone = outcome.kind === 'waiting' || outcome.kind === 'verified';
  const undone =
    isDone && record.undoesId !== null
      ? await store.action(record.workspaceId, record.undoesId)
      : undefined;
  if (undone !== undefined && undone.outcome.kind !== 'undone') {
    const taken: ChangeOutcome = { kind: 'undone', byId: record.id };
    await store.putAction({ ...undone, outcome: taken, outcomeAt: now() });
  }
  onChanged();
  return next;
};

type Found =
  | { readonly kind: 'read'; readonly subject: Subject }
  /** Nothing could be read, or not yet. */
  | { readonly kind: 'later' }
  | { readonly kind: 'gone' };

const fromList = async (
  { store, now }: ChangesPort,
  { workspaceId, change, outcome }: ActionRecord,
): Promise<Found | null> => {
  if (outcome.kind !== 'waiting' || !('campaignId' in change)) return null;
  const listedAt = (await store.journal(workspaceId))?.listedAt ?? 0;
  if (listedAt < outcome.until) {
    return now() - outcome.until < LIST_COMES_WITHIN_MS ? { kind: 'later' } : null;
  }
  const listed = await store.observation(workspaceId, change.campaignId);
  if (listed === undefined) return { kind: 'gone' };
  return { kind: 'read', subject: { kind: 'campaign', campaign: listed.campaign } };
};

const find = async (port: ChangesPort, record: ActionRecord): Promise<Found> => {
  const listed = await fromList(port, record);
  if (listed !== null) return listed;
  const asked = await readSubject(port, record.workspaceId, record.change);
  if (asked.ok) return { kind: 'read', subject: asked.value };
  return { kind: asked.problem.kind === 'not_found' ? 'gone' : 'later' };
};

/** How Instantly's background job stands; null where it says nothing, or there is none to wait for. */
const jobOutcome = async (
  { request }: ChangesPort,
  { workspaceId, jobId, outcome }: ActionRecord,
): Promise<ChangeOutcome | null> => {
  if (jobId === null || outcome.kind !== 'sent') return null;
  const asked = await request(workspaceId, (client) => client.backgroundJob(jobId));
  // A key that may not read jobs: what they did shows in the inboxes.
  if (!asked.ok || asked.value.value.state === 'done') return null;
  const { state, progressPercent } = asked.value.value;
  return state === 'failed'
    ? { kind: 'failed', note: note('job_failed') }
    : { kind: 'sent', progressPercent };
};

const isSame = (a: ChangeOutcome, b: ChangeOutcome): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Finds out what became of a change by reading it back, as far as that can be known now. Nothing is changed at Instantly. */
export const settle = async (port: ChangesPort, record: ActionRecord): Promise<ActionRecord> => {
  const { outcome, change } = record;
  if (outcome.kind === 'waiting' && port.now() < outcome.until) return record;
  const job = await jobOutcome(port, record);
  if (job !== null) return isSame(job, outcome) ? record : putOutcome(port, record, job);
  const found = await find(port, record);
  if (found.kind === 'later') return record;
  const fields: ChangeFields | undefined =
    found.kind === 'read' ? definitionOf(change).fieldsOf(found.subject) : {};
  // What Instantly does not say now, it may say later.
  if (fields === undefined) return record;
  const next: ChangeOutcome =
    found.kind === 'gone'
      ? { kind: 'superseded', found: fields }
      : outcomeAfter(record, fields, port.now());
  return isSame(next, outcome) ? record : putOutcome(port, record, next);
};
