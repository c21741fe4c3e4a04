import { personAddress } from './people.ts';
import type { InboxPlan } from './plan.ts';
import { HOUR_MS, MINUTE_MS, type WorldMs } from './time.ts';

/** Inboxes with a part to play, by index; all the others are the common pool. */
export const ROLES = {
  lostLogin: [0, 1],
  espGoogle: [5],
  espMicrosoft: [6, 7],
  lowLimit: [8, 9, 10],
  quota: [11],
  tooMany: [12],
  badLead: [13],
  warmupBanned: [14],
  longGap: [15, 16],
  ramping: [17, 18, 19],
  paused: [20],
  maintenance: [21],
  settingUp: [22],
  silent: [23, 24],
  calm: [25, 26],
} as const;

const TAKEN = new Set<number>(Object.values(ROLES).flat());

/** Addresses of inboxes by index. */
export const addresses = (...groups: readonly (readonly number[])[]): string[] =>
  groups.flat().map((index) => personAddress(index));

/** Half of the common pool: by region, so that a European morning does not use up the senders of an American day. */
export type PoolRegion = 'europe' | 'america';

const EUROPEAN_SHARE = 0.45;

/** Addresses from the common pool of a workspace with `total` inboxes: `count` of them, from the n-th on, around in a circle. */
export function fromPool(
  total: number,
  from: number,
  count: number,
  region: PoolRegion = 'europe',
): string[] {
  const all = Array.from({ length: Math.max(total, 40) }, (_, i) => i).filter(
    (index) => !TAKEN.has(index),
  );
  const border = Math.round(all.length * EUROPEAN_SHARE);
  const pool = region === 'europe' ? all.slice(0, border) : all.slice(border);
  return Array.from({ length: count }, (_, i) =>
    personAddress(pool[(from + i) % pool.length] ?? 2),
  );
}

function particulars(index: number, startMs: WorldMs): Partial<InboxPlan> {
  const has = (role: keyof typeof ROLES): boolean =>
    (ROLES[role] as readonly number[]).includes(index);
  const failing = (
    kind:
      | 'login_lost'
      | 'gmail_quota'
      | 'too_many'
      | 'bad_lead_domain'
      | 'warmup_banned'
      | 'maintenance',
    agoMs: number,
  ): Partial<InboxPlan> => ({
    faults: [{ kind, atMs: startMs - agoMs }],
  });
  if (index === ROLES.lostLogin[0]) {
    return { limitPerDay: 60, ...failing('login_lost', 90 * MINUTE_MS) };
  }
  if (has('lostLogin')) return { limitPerDay: 60, ...failing('login_lost', 45 * MINUTE_MS) };
  if (has('espGoogle')) return { limitPerDay: 6 };
  if (has('espMicrosoft')) return { provider: 3 };
  if (has('lowLimit')) return { limitPerDay: 8 };
  if (has('quota')) return failing('gmail_quota', 3 * HOUR_MS);
  if (has('tooMany')) return { provider: 1, ...failing('too_many', 5 * HOUR_MS) };
  if (has('badLead')) return { provider: 1, ...failing('bad_lead_domain', 27 * HOUR_MS) };
  if (has('warmupBanned')) return failing('warmup_banned', 20 * HOUR_MS);
  if (has('longGap')) return { gapMinutes: 90 };
  if (has('ramping')) return { slowRampFrom: 8, tags: ['New domains'] };
  if (has('paused')) return { isPaused: true, provider: 3 };
  if (has('maintenance')) return failing('maintenance', 20 * MINUTE_MS);
  if (has('silent') || has('calm')) return { limitPerDay: 50 };
  if (has('settingUp')) return { isSetupPending: true, warmupScore: null };
  return {
    limitPerDay: 50,
    provider: index % 3 === 0 ? 3 : 2,
    tags: index % 2 ? ['Core senders'] : [],
  };
}

/** The inboxes of the demo workspace. */
export function northwindInboxes(total: number, startMs: WorldMs): InboxPlan[] {
  return Array.from({ length: Math.max(total, 40) }, (_, index) => ({
    address: personAddress(index),
    ...particulars(index, startMs),
  }));
}
