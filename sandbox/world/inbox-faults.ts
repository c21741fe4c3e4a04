import type { InboxFault } from './plan.ts';
import type { InboxState, StatusMessage, WorldState } from './state.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time.ts';

interface FaultFacts {
  /** New `Account.status`; null when only the warmup suffers. */
  readonly status: number | null;
  readonly message: StatusMessage | null;
  /** After how long it heals by itself; null is never. */
  readonly healsAfterMs: number | null;
}

// The server answers are those that INSTANTLY.md 4.3 reports from practice.
const FACTS: Readonly<Record<InboxFault, FaultFacts>> = {
  login_lost: {
    status: -1,
    message: {
      code: 'EAUTH',
      command: 'AUTH PLAIN',
      response: '535-5.7.8 Username and Password not accepted.',
      e_message: 'invalid login: 535-5.7.8 username and password not accepted.',
      responseCode: 535,
    },
    healsAfterMs: null,
  },
  gmail_quota: {
    status: -2,
    message: {
      code: 'EENVELOPE',
      command: 'DATA',
      response: '550-5.4.5 Daily user sending limit exceeded. For more information on Gmai',
      e_message: 'error: data command failed: 550-5.4.5 daily user sending limit exceeded',
      responseCode: 550,
    },
    healsAfterMs: 26 * HOUR_MS,
  },
  too_many: {
    status: -3,
    message: {
      code: 'EENVELOPE',
      command: 'MAIL FROM',
      response: '450 4.7.1 Too many mail per day',
      e_message: "can't send mail - all recipients were rejected: 450 4.7.1 too many mail per day",
      responseCode: 450,
    },
    healsAfterMs: DAY_MS,
  },
  bad_lead_domain: {
    status: -3,
    message: {
      code: 'EENVELOPE',
      command: 'RCPT TO',
      response:
        '450 4.1.2 <info@gone-company.example>: Recipient address rejected: Domain not found',
      e_message: "can't send mail - all recipients were rejected: 450 4.1.2 domain not found",
      responseCode: 450,
    },
    healsAfterMs: null,
  },
  warmup_banned: { status: null, message: null, healsAfterMs: null },
  maintenance: { status: 3, message: null, healsAfterMs: 90 * MINUTE_MS },
};

/** Kinds of fault that befall an inbox by themselves as the clock runs. */
export const SPONTANEOUS_FAULTS: readonly InboxFault[] = [
  'login_lost',
  'gmail_quota',
  'too_many',
  'bad_lead_domain',
  'maintenance',
];

/** Makes an inbox fail; what heals by itself is put on the world's clock. */
export function applyFault(world: WorldState, inbox: InboxState, fault: InboxFault): void {
  const facts = FACTS[fault];
  inbox.fault = fault;
  inbox.updatedMs = world.nowMs;
  if (facts.status === null) {
    inbox.warmupStatus = -1;
    inbox.warmupScore = 41;
  } else {
    inbox.status = facts.status;
    inbox.statusMessage = facts.message;
  }
  if (facts.healsAfterMs !== null) {
    world.queue.add(world.nowMs + facts.healsAfterMs, { kind: 'recovery', inbox, fault });
  }
}

/** Ends a fault that heals by itself, unless something else has happened to the inbox since. */
export function applyRecovery(world: WorldState, inbox: InboxState, fault: InboxFault): void {
  if (inbox.fault !== fault || inbox.status === 2) return;
  heal(world, inbox);
}

/** Makes an inbox whole again, as after a reconnect by a person. */
export function heal(world: WorldState, inbox: InboxState): void {
  inbox.fault = null;
  inbox.status = 1;
  inbox.statusMessage = null;
  inbox.updatedMs = world.nowMs;
}

/** Clears the error flag, as resume and mark-fixed do: a lost login or a quota shows again with the next try. */
export function clearErrorFlag(world: WorldState, inbox: InboxState): void {
  const fault = inbox.fault;
  const isBack = fault === 'login_lost' || fault === 'gmail_quota' || fault === 'too_many';
  inbox.status = 1;
  inbox.updatedMs = world.nowMs;
  if (isBack) {
    world.queue.add(world.nowMs + 12 * MINUTE_MS, { kind: 'fault', inbox, fault });
  } else {
    inbox.fault = fault === 'warmup_banned' ? fault : null;
    inbox.statusMessage = null;
  }
}
