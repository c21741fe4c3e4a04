export { campaignsUsing } from './campaigns-using.ts';
export { diagnoseFleet } from './diagnose-fleet.ts';
export type { FleetInput } from './fleet-input.ts';
export { forecastOf } from './forecast-of.ts';
export type { Gate, RuleEntry } from './gate.ts';
export { GRACE_MS } from './grace.ts';
export { domainOf, type InboxGroup, inboxRollup } from './inbox-rollup.ts';
export { type InboxTriage, triageInbox } from './inbox-triage.ts';
export { RULES } from './rules.ts';
export {
  AIM_SCORE,
  HEALTHY_SCORE,
  type WarmupState,
  warmupState,
} from './warmup-state.ts';
