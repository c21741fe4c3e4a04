import type {
  CampaignId,
  CauseCode,
  Health,
  InboxDay,
  InboxFacts,
  InstantMs,
  Verdict,
} from '#model';
import type { IncidentRecord, TagLabel } from '#store/read';

/** One change of a campaign's verdict. Whose it is and what was before stand around it in the recording. */
export interface RecordedChange {
  readonly at: InstantMs;
  readonly health: Health;
  readonly code: string | null;
  readonly causeCodes: readonly CauseCode[];
}

/** The demo workspace as it stood at one instant, with what happened in the days before. Made by `tools/record-demo.ts`. */
export interface Recording {
  readonly version: 1;
  readonly recordedAt: InstantMs;
  readonly verdicts: readonly Verdict[];
  readonly inboxes: readonly InboxFacts[];
  readonly days: readonly InboxDay[];
  readonly tags: readonly TagLabel[];
  readonly incidents: readonly IncidentRecord[];
  /** Oldest first. */
  readonly history: Readonly<Record<CampaignId, readonly RecordedChange[]>>;
}

const LISTS = ['verdicts', 'inboxes', 'days', 'tags', 'incidents'] as const;

const isRecording = (value: unknown): value is Recording =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  value.version === 1 &&
  'recordedAt' in value &&
  Number.isFinite(value.recordedAt) &&
  'history' in value &&
  typeof value.history === 'object' &&
  value.history !== null &&
  LISTS.every((list) => Array.isArray((value as Partial<Recording>)[list]));

/** The packaged recording, once its outline is known to be whole; its rows are checked by the store. Throws TypeError. */
export const readRecording = (value: unknown): Recording => {
  if (!isRecording(value)) throw new TypeError('the packaged demo recording cannot be read');
  return value;
};
