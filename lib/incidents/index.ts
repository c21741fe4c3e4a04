export {
  type AlertBook,
  emptyBook,
  type FlapRecord,
  type TrackedAlert,
  type Trouble,
} from './alerting/book.ts';
export {
  type AlertedFleet,
  countsOf,
  digestDue,
  type FleetsNow,
  makeDigest,
} from './alerting/digest.ts';
export { joinNotices } from './alerting/join-notices.ts';
export { isQuiet } from './alerting/quiet-hours.ts';
export { replay } from './alerting/replay.ts';
export { ruleFor } from './alerting/rule-for.ts';
export type { ChangeMark } from './alerting/sightings.ts';
export { type Silenceable, silenceOf, type TagsByCampaign } from './alerting/silences.ts';
export { resolveSnooze } from './alerting/snooze.ts';
export { type AlertOutcome, isCleanSince, stepAlerts } from './alerting/step.ts';
export type { ServerLoops } from './alerting/track.ts';
export { findIncidents, type IncidentInput, leverOf } from './find-incidents.ts';
export type { WorkspaceStanding } from './global-incidents.ts';
