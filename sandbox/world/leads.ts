import type { Random } from './random.ts';
import type { WorldMs } from './time.ts';

/** A lead that was not contacted yet. */
export interface Lead {
  readonly company: number;
  readonly hasGoogle: boolean;
}

/** A follow-up that waits; it leaves from the inbox that began the thread. */
export interface FollowUp {
  readonly dueMs: WorldMs;
  /** Index of the step, 1 is the first follow-up. */
  readonly step: number;
}

/** The leads of one campaign: those never written to and the follow-ups each inbox owes. */
export interface LeadPool {
  total: number;
  uncontacted: Lead[];
  /** By inbox address, earliest first. */
  readonly followUps: Map<string, FollowUp[]>;
}

/** Draws leads spread evenly over companies. */
export function drawLeads(
  count: number,
  companies: number,
  googleShare: number,
  random: Random,
): Lead[] {
  return Array.from({ length: count }, (_, i) => ({
    company: i % companies,
    hasGoogle: random.chance(googleShare),
  }));
}

/** Puts a follow-up in its place by due time. */
export function addFollowUp(pool: LeadPool, address: string, followUp: FollowUp): void {
  const queue = pool.followUps.get(address) ?? [];
  let at = queue.length;
  while (at > 0 && (queue[at - 1]?.dueMs ?? 0) > followUp.dueMs) at--;
  queue.splice(at, 0, followUp);
  pool.followUps.set(address, queue);
}

/** Takes the follow-up an inbox owes now, or null. */
export function takeFollowUp(pool: LeadPool, address: string, now: WorldMs): FollowUp | null {
  const queue = pool.followUps.get(address);
  const first = queue?.[0];
  if (queue === undefined || first === undefined || first.dueMs > now) return null;
  queue.shift();
  return first;
}

/** Takes the first lead that may be contacted, or null. */
export function takeNewLead(pool: LeadPool, isAllowed: (lead: Lead) => boolean): Lead | null {
  const at = pool.uncontacted.findIndex(isAllowed);
  const lead = pool.uncontacted[at];
  if (lead === undefined) return null;
  pool.uncontacted.splice(at, 1);
  return lead;
}

/** How many follow-ups wait, how many of them are due, and when the next one falls due. */
export function countFollowUps(
  pool: LeadPool,
  now: WorldMs,
): { readonly waiting: number; readonly due: number; readonly nextDueMs: WorldMs | null } {
  let waiting = 0;
  let due = 0;
  let nextDueMs: WorldMs | null = null;
  for (const queue of pool.followUps.values()) {
    for (const { dueMs } of queue) {
      if (dueMs <= now) due++;
      else {
        waiting++;
        if (nextDueMs === null || dueMs < nextDueMs) nextDueMs = dueMs;
      }
    }
  }
  return { waiting, due, nextDueMs };
}
