export type { Candidate, Known, Place } from './candidate.ts';
export { findCandidates } from './find-candidates.ts';
export { findTitle } from './find-title.ts';
export { placesOf } from './places-of.ts';
