import type {
  CampaignId,
  CauseCode,
  Health,
  InboxDay,
  InboxFacts,
  InstantMs,
  Verdict,
} from '#model';
import type { IncidentRecord, ObservationRecord, SentDay, TagLabel } from '#store/read';

/** What a campaign changed to. Few of them occur, many times over, so changes name them by their place. */
export interface RecordedState {
  readonly health: Health;
  readonly code: string | null;
  readonly causeCodes: readonly CauseCode[];
}

/** One change: minutes before the recording ended, and the place of what it changed to in `states`. */
export type RecordedChange = readonly [minutesBefore: number, state: number];

/** What a page reads only once it is wanted. */
export interface RecordedFacts {
  readonly observations: readonly Pick<ObservationRecord, 'campaign' | 'reading'>[];
  /** Mails per day by campaign, and under '' those of all together. */
  readonly sentDays: Readonly<Record<string, readonly SentDay[]>>;
  /** Ids of the tags that stand on campaigns themselves. */
  readonly campaignTags: Readonly<Record<CampaignId, readonly string[]>>;
}

/** The demo workspace at one instant, with the changes of the days before. Made by `tools/record-demo.ts`. */
export interface Recording {
  readonly version: 1;
  readonly recordedAt: InstantMs;
  readonly verdicts: readonly Verdict[];
  readonly inboxes: readonly InboxFacts[];
  readonly days: readonly InboxDay[];
  readonly tags: readonly TagLabel[];
  readonly incidents: readonly IncidentRecord[];
  readonly states: readonly RecordedState[];
  /** Oldest first. */
  readonly changes: Readonly<Record<CampaignId, readonly RecordedChange[]>>;
  /** A recording from before they were kept has none. */
  readonly facts?: RecordedFacts;
}

const LISTS = ['verdicts', 'inboxes', 'days', 'tags', 'incidents', 'states'] as const;

const isRecording = (value: unknown): value is Recording => {
  if (typeof value !== 'object' || value === null) return false;
  const { version, recordedAt, changes, ...rest } = value as Partial<Recording>;
  return (
    version === 1 &&
    Number.isFinite(recordedAt) &&
    typeof changes === 'object' &&
    changes !== null &&
    LISTS.every((list) => Array.isArray(rest[list]))
  );
};

/** The packaged recording from its parsed JSON. Looks at its outline only: rows are checked by the store. Throws TypeError. */
export const readRecording = (value: unknown): Recording => {
  if (!isRecording(value)) throw new TypeError('the recording of the demo cannot be read');
  return value;
};
