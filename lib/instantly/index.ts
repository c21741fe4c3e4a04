export type { CampaignDay, CampaignTotals } from './analytics-wire.ts';
export type { Answer, Page } from './answer.ts';
export type { AuditRow } from './audit-wire.ts';
export type { CallOptions, ListOptions } from './call.ts';
export type {
  ClientOptions,
  InboxListOptions,
  InstantlyClient,
  StatusOptions,
  TagMappingOptions,
  TotalsOptions,
} from './client.ts';
export { createClient } from './create-client.ts';
export { createWriter } from './create-writer.ts';
export { eachPage, type SweepEnd, type SweepPage } from './each-page.ts';
export { InstantlyError, type InstantlyErrorKind, isRefusal } from './error.ts';
export type { BackgroundJob } from './job-wire.ts';
export { checkKeyText, type KeyTextAnswer, type KeyTextProblem } from './key-text.ts';
export { type AbilityReport, probeAbilities } from './probe-abilities.ts';
export type { StatusReading } from './read-status.ts';
export type { SubsequenceFacts } from './subsequence-wire.ts';
export type { Tag, TagMapping } from './tag-wire.ts';
export type { Fetch } from './transport.ts';
export type { WorkspaceIdentity, WorkspaceMember } from './workspace-wire.ts';
export type { CampaignSetting, InboxSetting, InstantlyWriter } from './writer.ts';
