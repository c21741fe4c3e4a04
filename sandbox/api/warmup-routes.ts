import {
  DAY_MS,
  hashText,
  type InboxState,
  isoOf,
  utcDateOf,
  type WorldState,
} from '../world/index.ts';
import { pageOf } from './page.ts';
import { ApiError, notFound, objectBody } from './request.ts';
import type { Call, Route } from './route.ts';

const MAX_EMAILS = 100;
const ANALYTICS_DAYS = 7;
const JOB_MS = 20_000;

function emailsIn({ request }: Call): string[] {
  const { emails } = objectBody(request.body);
  if (!Array.isArray(emails) || emails.length === 0 || emails.length > MAX_EMAILS) {
    throw new ApiError(400, 'body/emails must have 1 to 100 items');
  }
  return emails.map(String);
}

type Job = WorldState['jobs'][number];

/** A background job in Instantly's shape; its Mongo id holds the second in which it was made. */
function startJob({ world }: Call, emails: readonly string[]): Job {
  const time = isoOf(world.nowMs);
  const hex = (value: number): string => value.toString(16).padStart(8, '0');
  return {
    id: hex(Math.floor(world.nowMs / 1_000)) + hex(hashText(emails.join())) + hex(emails.length),
    workspace_id: world.state.workspaceId,
    user_id: world.state.ownerId,
    type: 'update-warmup-accounts',
    entity_id: world.state.workspaceId,
    entity_type: 'workspace',
    data: { emails },
    progress: 100,
    status: 'success',
    created_at: time,
    updated_at: time,
  };
}

/** How far a job is at the world's present instant: it takes 20 s, its inboxes one after the other. */
function jobNow({ world }: Call, job: Job): Job {
  const startedMs = Date.parse(String(job['created_at']));
  const share = Math.min(1, Math.max(0, (world.nowMs - startedMs) / JOB_MS));
  return {
    ...job,
    progress: Math.floor(share * 100),
    status: share === 0 ? 'pending' : share < 1 ? 'in-progress' : 'success',
  };
}

function setWarmup(call: Call, isOn: boolean): Job {
  const { state } = call.world;
  const emails = emailsIn(call);
  for (const email of emails) {
    const inbox = state.inboxes.get(email);
    if (inbox === undefined) continue;
    // A banned warmup stays banned; enabling it does not lift the ban.
    if (inbox.warmupStatus >= 0) inbox.warmupStatus = isOn ? 1 : 0;
    inbox.updatedMs = state.nowMs;
  }
  const job = startJob(call, emails);
  state.jobs.push(job);
  return jobNow(call, job);
}

function warmupOf(inbox: InboxState, nowMs: number): { days: object; totals: object } {
  const score = inbox.warmupScore ?? 0;
  const dates = Array.from({ length: ANALYTICS_DAYS }, (_, i) => utcDateOf(nowMs - i * DAY_MS));
  const spam = Math.round((20 * (100 - score)) / 100);
  const day = { sent: 20, landed_inbox: 20 - spam, landed_spam: spam, received: 20 };
  const total = (value: number): number => value * ANALYTICS_DAYS;
  return {
    days: Object.fromEntries(dates.map((date) => [date, day])),
    totals: {
      sent: total(day.sent),
      received: total(day.received),
      landed_inbox: total(day.landed_inbox),
      landed_spam: total(day.landed_spam),
      health_score: score,
      health_score_label: `${score}%`,
    },
  };
}

function analytics(call: Call): unknown {
  const { state } = call.world;
  const found = emailsIn(call)
    .flatMap((email) => state.inboxes.get(email) ?? [])
    .filter(({ warmupScore }) => warmupScore !== null)
    .map((inbox) => ({ inbox, ...warmupOf(inbox, state.nowMs) }));
  return {
    email_date_data: Object.fromEntries(found.map(({ inbox, days }) => [inbox.address, days])),
    aggregate_data: Object.fromEntries(found.map(({ inbox, totals }) => [inbox.address, totals])),
  };
}

/** Warmup of accounts and the background jobs that change it (INSTANTLY.md 2.7, 2.8). */
export const WARMUP_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/accounts/warmup-analytics',
    scope: 'accounts:read',
    handle: analytics,
  },
  {
    method: 'POST',
    path: '/accounts/warmup/enable',
    scope: null,
    handle: (call) => setWarmup(call, true),
  },
  {
    method: 'POST',
    path: '/accounts/warmup/disable',
    scope: null,
    handle: (call) => setWarmup(call, false),
  },
  {
    method: 'GET',
    path: '/background-jobs',
    scope: 'background-jobs:read',
    handle: (call) =>
      pageOf(
        call.world.state.jobs,
        call.request.query,
        ({ id }) => id,
        (job) => jobNow(call, job),
      ),
  },
  {
    method: 'GET',
    path: '/background-jobs/{id}',
    scope: 'background-jobs:read',
    handle: (call) => {
      const job = call.world.state.jobs.find((known) => known.id === call.id);
      if (job === undefined) throw notFound();
      return jobNow(call, job);
    },
  },
];
