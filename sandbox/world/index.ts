export { createCalendar, type Schedule, type ScheduleEntry } from './calendar.ts';
export { contosoPlan } from './contoso-plan.ts';
export { apiKeyFrom, uuidFrom } from './ids.ts';
export { heal } from './inbox-faults.ts';
export { northwindPlan } from './northwind-plan.ts';
export {
  activateCampaign,
  changeCampaign,
  changeInbox,
  pauseCampaign,
  pauseInbox,
  resumeInbox,
} from './operations.ts';
export type {
  CampaignPlan,
  InboxPlan,
  WorldPlan,
} from './plan.ts';
export { hashText } from './random.ts';
export { notSendingStatusOf } from './scheduler-loop.ts';
export type { LoopFacts, Snapshot } from './snapshot.ts';
export type {
  CampaignSettings,
  CampaignState,
  DayCount,
  InboxState,
  Mail,
  Tag,
  WorldState,
} from './state.ts';
export {
  DAY_MS,
  DEFAULT_START_MS,
  HOUR_MS,
  isoOf,
  MINUTE_MS,
  utcDateOf,
  type WorldMs,
} from './time.ts';
export { createWorld, type World } from './world.ts';
