import type { WorldMs } from './time.ts';

/** What the scheduler saw of a campaign in one loop. */
export interface LoopFacts {
  readonly isInSchedule: boolean;
  readonly connected: number;
  readonly available: number;
  readonly atDailyLimit: number;
  readonly atSlowRampLimit: number;
  readonly disconnected: number;
  readonly inGap: number;
  /** Sent less than its own longest gap ago: it is not its turn yet. */
  readonly isBetweenBatches: boolean;
  readonly providers: readonly number[];
  readonly limitPerDay: number | null;
  readonly sentToday: number;
  readonly isAtLimit: boolean;
  readonly newLeadsPerDay: number | null;
  readonly newLeadsToday: number;
  readonly isAtNewLeadLimit: boolean;
  readonly isOneByOne: boolean;
  readonly followUpsWaiting: number;
  readonly nextFollowUpMs: WorldMs | null;
  readonly isEspMatching: boolean;
  readonly isWaitingForEsp: boolean;
  readonly companiesAtLimit: number;
  readonly isNoLeadReady: boolean;
  /** Due follow-ups whose inbox cannot send. */
  readonly stranded: number;
  readonly delaySkips: number;
}

/** The stored view of the last scheduler loop (INSTANTLY.md 2.4). */
export interface Snapshot {
  readonly takenAtMs: WorldMs;
  /** Effective code: the lifecycle's own where the campaign is stopped. */
  readonly code: string;
  /** What the loop itself found; stays as it was when the campaign is stopped. */
  readonly loopCode: string;
  readonly issueSinceMs: WorldMs;
  readonly loopsWithIssue: number;
  readonly lastHealthySendMs: WorldMs | null;
  readonly facts: LoopFacts | null;
}
