import type { Rule } from './cause.ts';
import { allInboxesShared } from './rules/all-inboxes-shared.ts';
import { allInboxesUnhealthy } from './rules/all-inboxes-unhealthy.ts';
import { bouncePace } from './rules/bounce-pace.ts';
import { brokenInboxes } from './rules/broken-inboxes.ts';
import { companyLimit } from './rules/company-limit.ts';
import { contradiction } from './rules/contradiction.ts';
import { dailyLimit } from './rules/daily-limit.ts';
import { disconnectedInboxes } from './rules/disconnected-inboxes.ts';
import { endDateNear } from './rules/end-date-near.ts';
import { espMatch } from './rules/esp-match.ts';
import { failedStatus } from './rules/failed-status.ts';
import { followUpDelay } from './rules/follow-up-delay.ts';
import { inboxLimits } from './rules/inbox-limits.ts';
import { inboxesAtLimit } from './rules/inboxes-at-limit.ts';
import { inboxesInGap } from './rules/inboxes-in-gap.ts';
import { inboxesRamping } from './rules/inboxes-ramping.ts';
import { instantlyError } from './rules/instantly-error.ts';
import { intent } from './rules/intent.ts';
import { leadsRunningOut } from './rules/leads-running-out.ts';
import { lifecycleStop } from './rules/lifecycle-stop.ts';
import { limitAboveCapacity } from './rules/limit-above-capacity.ts';
import { newLeadLimit } from './rules/new-lead-limit.ts';
import { noFutureWindow } from './rules/no-future-window.ts';
import { noInboxes } from './rules/no-inboxes.ts';
import { noInboxesAvailable } from './rules/no-inboxes-available.ts';
import { noStatus } from './rules/no-status.ts';
import { notStartedYet } from './rules/not-started-yet.ts';
import { oneByOne } from './rules/one-by-one.ts';
import { outOfSchedule } from './rules/out-of-schedule.ts';
import { recentlyChanged } from './rules/recently-changed.ts';
import { restingInboxes } from './rules/resting-inboxes.ts';
import { runningSubsequences } from './rules/running-subsequences.ts';
import { scheduleUnreadable } from './rules/schedule-unreadable.ts';
import { silentStop } from './rules/silent-stop.ts';
import { staleInstantly } from './rules/stale-instantly.ts';
import { staleOurs } from './rules/stale-ours.ts';
import { strandedLeads } from './rules/stranded-leads.ts';
import { timeZoneTrap } from './rules/time-zone-trap.ts';
import { underlyingIssue } from './rules/underlying-issue.ts';
import { unexpectedPause } from './rules/unexpected-pause.ts';
import { unseenValue } from './rules/unseen-value.ts';
import { waitingForLeads } from './rules/waiting-for-leads.ts';
import { warmupBanned } from './rules/warmup-banned.ts';
import { windowTooShort } from './rules/window-too-short.ts';

/**
 * Where a rule stands in the order of DIAGNOSIS.md 3.4. `ours` and `trust` silence all that follows; a lifecycle that
 * decides alone leaves only `inboxes` to explain it; `lint` warns of what has not happened yet.
 */
export type Gate = 'ours' | 'lifecycle' | 'trust' | 'inboxes' | 'running' | 'lint';

export interface RuleEntry {
  readonly name: string;
  readonly gate: Gate;
  readonly find: Rule;
}

const of = (gate: Gate, rules: Readonly<Record<string, Rule>>): RuleEntry[] =>
  Object.entries(rules).map(([name, find]) => ({ name, gate, find }));

/** Every rule there is, in the order that breaks ties. */
export const RULES: readonly RuleEntry[] = [
  ...of('ours', { staleOurs }),
  ...of('lifecycle', { lifecycleStop, unexpectedPause, intent }),
  ...of('trust', { staleInstantly, unseenValue, failedStatus, noStatus }),
  ...of('inboxes', {
    allInboxesUnhealthy,
    noInboxesAvailable,
    noInboxes,
    brokenInboxes,
    disconnectedInboxes,
    restingInboxes,
    warmupBanned,
  }),
  ...of('running', {
    instantlyError,
    noFutureWindow,
    recentlyChanged,
    outOfSchedule,
    notStartedYet,
    silentStop,
    contradiction,
    dailyLimit,
    inboxLimits,
    newLeadLimit,
    companyLimit,
    waitingForLeads,
    followUpDelay,
    espMatch,
    runningSubsequences,
    strandedLeads,
    inboxesAtLimit,
    inboxesRamping,
    inboxesInGap,
    oneByOne,
    bouncePace,
    leadsRunningOut,
    underlyingIssue,
  }),
  ...of('lint', {
    scheduleUnreadable,
    timeZoneTrap,
    windowTooShort,
    limitAboveCapacity,
    endDateNear,
    allInboxesShared,
  }),
];
