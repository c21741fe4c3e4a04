export { capacityOf, lossOf, lossPerConstraint, withoutConstraint } from './capacity.ts';
export * from './capacity-input.ts';
export {
  type ContendedShare,
  contendedCapacity,
  type FleetCampaign,
  type FleetCapacity,
} from './contention.ts';
export * from './next-send.ts';
export type { ScheduleProblem } from './read-schedule.ts';
export * from './resets.ts';
export * from './runway.ts';
export * from './schedule-at.ts';
export * from './today.ts';
export {
  lengthOf,
  type SendingWindow,
  scheduleMinutesBetween,
  windowsBetween,
} from './windows.ts';
export { dayNumberAt, isKnownZone, wallClockSpans } from './zone-days.ts';
export { ZONE_KEYS, type ZoneKey } from './zone-keys.ts';
