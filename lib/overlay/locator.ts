import type { Candidate, Known, Place } from './locate/candidate.ts';

/** Finds what a list shows. Whatever is ambiguous has no place. */
export interface Locator {
  findCandidates(document: Document, kind: 'campaigns' | 'inboxes'): readonly Candidate[];
  placesOf(candidates: readonly Candidate[], known: Known): readonly Place[];
}
