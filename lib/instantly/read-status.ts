import type { CampaignId, InstantMs, SnapshotReading, SubsequenceId } from '#model';
import type { Answer } from './answer.ts';
import { InstantlyError } from './error.ts';
import { readSnapshot } from './read-snapshot.ts';
import { statusBody, type WireDiagnostics } from './status-wire.ts';
import { Oddities } from './wire.ts';

/** What an answered sending status says. `empty` is Instantly's null and null: no data, never healthy. */
export type StatusReading = Extract<SnapshotReading, { kind: 'empty' | 'read' }>;

/** Whose status was asked for. */
export type StatusSubject =
  | { readonly campaignId: CampaignId }
  | { readonly subsequenceId: SubsequenceId };

const isOfAnother = (
  diagnostics: WireDiagnostics,
  subject: StatusSubject,
  odd: Oddities,
): boolean => {
  const campaignId = odd.take(diagnostics.campaign_id)?.toLowerCase();
  if ('campaignId' in subject) {
    return campaignId !== undefined && campaignId !== subject.campaignId;
  }
  const { subsequence_id } = diagnostics;
  return typeof subsequence_id === 'string' && subsequence_id !== subject.subsequenceId;
};

/**
 * The body of a sending status in our words. Throws `bad_body` when it is of another campaign or subsequence,
 * or when neither half of it can be read though Instantly did not say null.
 */
export const readStatus = (
  body: unknown,
  subject: StatusSubject,
  readAt: InstantMs,
): Answer<StatusReading> => {
  const parsed = statusBody.safeParse(body);
  if (!parsed.success) throw new InstantlyError('bad_body');
  const odd = new Oddities();
  const diagnostics = odd.take(parsed.data.diagnostics);
  const summary = odd.take(parsed.data.summary);
  if (!diagnostics && !summary) {
    const isSaidEmpty = diagnostics === null && summary === null;
    if (!isSaidEmpty) throw new InstantlyError('bad_body');
    return { value: { kind: 'empty', readAt }, oddities: odd.count };
  }
  if (diagnostics && isOfAnother(diagnostics, subject, odd)) throw new InstantlyError('bad_body');
  const snapshot = readSnapshot(diagnostics, summary, odd);
  return { value: { kind: 'read', readAt, snapshot }, oddities: odd.count };
};
