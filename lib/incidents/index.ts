export {
  type AlertBook,
  emptyBook,
  type FlapRecord,
  type Level,
  type TrackedAlert,
  type Trouble,
} from './alerting/book.ts';
export {
  type AlertedFleet,
  countsOf,
  type Digest,
  digestDue,
  type FleetsNow,
  makeDigest,
} from './alerting/digest.ts';
export { type Joined, type JoinInput, joinNotices } from './alerting/join-notices.ts';
export { isQuiet } from './alerting/quiet-hours.ts';
export { type PastChange, type ReplayInput, replay } from './alerting/replay.ts';
export { defaultFor, ruleFor } from './alerting/rule-for.ts';
export type { ChangeMark } from './alerting/sightings.ts';
export { type Silenceable, silenceOf, type TagsByCampaign } from './alerting/silences.ts';
export { resolveSnooze, type SnoozeFacts } from './alerting/snooze.ts';
export { type AlertOutcome, type AlertStep, isCleanSince, stepAlerts } from './alerting/step.ts';
export type { ServerLoops } from './alerting/track.ts';
export { findIncidents, type IncidentInput, leverOf } from './find-incidents.ts';
export type { WorkspaceStanding } from './global-incidents.ts';
