export { diagnoseFleet } from './diagnose-fleet.ts';
export type { FleetInput } from './fleet-input.ts';
export type { Gate, RuleEntry } from './gate.ts';
export { GRACE_MS } from './grace.ts';
export { domainOf, type InboxGroup, inboxRollup } from './inbox-rollup.ts';
export { type InboxTriage, triageInbox } from './inbox-triage.ts';
export { RULES } from './rules.ts';
