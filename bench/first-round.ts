import type { InstantMs } from '#model';
import type { CampaignRecords } from './campaign-records.ts';

/** The first time that every watched campaign is asked about. */
export interface FirstRound {
  /** Campaigns whose status can say more than the list. */
  readonly watched: number;
  /** When the last of their first answers was in, and how many requests that took; null before. */
  ended(): { readonly at: InstantMs; readonly requests: number } | null;
  /** Bytes of journal that a slice writes once every campaign stands in it; NaN before. */
  journalBytesPerSlice(): number;
  /** What the store held once the inboxes were known as well. */
  records(): CampaignRecords | null;
  /** To be told of every answer. `requests`: all so far. */
  onAnswer(path: string, at: InstantMs, requests: number): void;
  /** To be told of every slice after the end until there are records. `journalBytes`: all written so far. */
  onSlice(latest: CampaignRecords, journalBytes: number): void;
}

const STATUS_PATH = /^\/api\/v2\/campaigns\/([^/]+)\/sending-status$/;

/** Follows the round over the campaigns of these ids. */
export const followFirstRound = (watchedIds: readonly string[]): FirstRound => {
  const unseen = new Set(watchedIds);
  let ended: { readonly at: InstantMs; readonly requests: number } | null = null;
  let records: CampaignRecords | null = null;
  let bytesAtFirst = 0;
  let bytes = 0;
  let slices = -1;
  return {
    watched: watchedIds.length,
    ended: () => ended,
    journalBytesPerSlice: () => (bytes - bytesAtFirst) / slices,
    records: () => records,
    onAnswer: (path, at, requests) => {
      unseen.delete(STATUS_PATH.exec(path)?.[1] ?? '');
      if (unseen.size === 0) ended ??= { at, requests };
    },
    onSlice: (latest, journalBytes) => {
      // The first slice after the round still adds campaigns to the journal's list of them.
      if (slices < 0) bytesAtFirst = journalBytes;
      bytes = journalBytes;
      slices += 1;
      const isWhole = latest.workspace.state.kind === 'ok' && latest.inboxes.inboxes.length > 0;
      if (isWhole && slices > 0) records = latest;
    },
  };
};
