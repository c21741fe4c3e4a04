// Written by "npm run rules" from the files in rules/.
import { of, type RuleEntry } from './gate.ts';
import { allInboxesUnhealthy } from './rules/inboxes/all-inboxes-unhealthy.ts';
import { brokenInboxes } from './rules/inboxes/broken-inboxes.ts';
import { disconnectedInboxes } from './rules/inboxes/disconnected-inboxes.ts';
import { noInboxes } from './rules/inboxes/no-inboxes.ts';
import { noInboxesAvailable } from './rules/inboxes/no-inboxes-available.ts';
import { restingInboxes } from './rules/inboxes/resting-inboxes.ts';
import { warmupBanned } from './rules/inboxes/warmup-banned.ts';
import { intent } from './rules/lifecycle/intent.ts';
import { lifecycleStop } from './rules/lifecycle/lifecycle-stop.ts';
import { unexpectedPause } from './rules/lifecycle/unexpected-pause.ts';
import { allInboxesShared } from './rules/lint/all-inboxes-shared.ts';
import { endDateNear } from './rules/lint/end-date-near.ts';
import { limitAboveCapacity } from './rules/lint/limit-above-capacity.ts';
import { scheduleUnreadable } from './rules/lint/schedule-unreadable.ts';
import { timeZoneTrap } from './rules/lint/time-zone-trap.ts';
import { windowTooShort } from './rules/lint/window-too-short.ts';
import { staleOurs } from './rules/ours/stale-ours.ts';
import { bouncePace } from './rules/running/bounce-pace.ts';
import { companyLimit } from './rules/running/company-limit.ts';
import { contradiction } from './rules/running/contradiction.ts';
import { dailyLimit } from './rules/running/daily-limit.ts';
import { espMatch } from './rules/running/esp-match.ts';
import { followUpDelay } from './rules/running/follow-up-delay.ts';
import { inboxLimits } from './rules/running/inbox-limits.ts';
import { inboxesAtLimit } from './rules/running/inboxes-at-limit.ts';
import { inboxesInGap } from './rules/running/inboxes-in-gap.ts';
import { inboxesRamping } from './rules/running/inboxes-ramping.ts';
import { instantlyError } from './rules/running/instantly-error.ts';
import { leadsRunningOut } from './rules/running/leads-running-out.ts';
import { newLeadLimit } from './rules/running/new-lead-limit.ts';
import { noFutureWindow } from './rules/running/no-future-window.ts';
import { notStartedYet } from './rules/running/not-started-yet.ts';
import { oneByOne } from './rules/running/one-by-one.ts';
import { outOfSchedule } from './rules/running/out-of-schedule.ts';
import { recentlyChanged } from './rules/running/recently-changed.ts';
import { runningSubsequences } from './rules/running/running-subsequences.ts';
import { silentStop } from './rules/running/silent-stop.ts';
import { strandedLeads } from './rules/running/stranded-leads.ts';
import { underlyingIssue } from './rules/running/underlying-issue.ts';
import { waitingForLeads } from './rules/running/waiting-for-leads.ts';
import { failedStatus } from './rules/trust/failed-status.ts';
import { noStatus } from './rules/trust/no-status.ts';
import { staleInstantly } from './rules/trust/stale-instantly.ts';
import { unseenValue } from './rules/trust/unseen-value.ts';

/** Every rule there is, gate by gate; within a gate in the order of their names, which breaks ties. */
export const RULES: readonly RuleEntry[] = [
  ...of('ours', {
    staleOurs,
  }),
  ...of('lifecycle', {
    intent,
    lifecycleStop,
    unexpectedPause,
  }),
  ...of('trust', {
    failedStatus,
    noStatus,
    staleInstantly,
    unseenValue,
  }),
  ...of('inboxes', {
    allInboxesUnhealthy,
    brokenInboxes,
    disconnectedInboxes,
    noInboxes,
    noInboxesAvailable,
    restingInboxes,
    warmupBanned,
  }),
  ...of('running', {
    bouncePace,
    companyLimit,
    contradiction,
    dailyLimit,
    espMatch,
    followUpDelay,
    inboxLimits,
    inboxesAtLimit,
    inboxesInGap,
    inboxesRamping,
    instantlyError,
    leadsRunningOut,
    newLeadLimit,
    noFutureWindow,
    notStartedYet,
    oneByOne,
    outOfSchedule,
    recentlyChanged,
    runningSubsequences,
    silentStop,
    strandedLeads,
    underlyingIssue,
    waitingForLeads,
  }),
  ...of('lint', {
    allInboxesShared,
    endDateNear,
    limitAboveCapacity,
    scheduleUnreadable,
    timeZoneTrap,
    windowTooShort,
  }),
];
