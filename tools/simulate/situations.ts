/** What a campaign of the model is in: how Instantly would put it in a list and in a sending status. */
export interface Situation {
  readonly name: string;
  readonly weight: number;
  /** Campaign.status. */
  readonly status: number;
  /** Campaign.not_sending_status. */
  readonly reason: number | null;
  /** Code of the sending status; null with `isEmpty` or where Instantly leaves it out. */
  readonly code: string | null;
  /** Instantly's null and null. */
  readonly answer?: 'empty' | 'not_found' | 'of_another';
}

/** Everything between a campaign that sends and one that nothing is known of. Only the first may be called healthy. */
export const SITUATIONS: readonly Situation[] = [
  { name: 'sends', weight: 30, status: 1, reason: null, code: 'healthy' },
  { name: 'resting', weight: 10, status: 1, reason: 1, code: 'out_of_schedule' },
  { name: 'done for today', weight: 6, status: 1, reason: 3, code: 'daily_limit_met' },
  { name: 'no inbox left', weight: 1, status: 1, reason: null, code: 'all_accounts_unhealthy' },
  { name: 'unhealthy', weight: 1, status: -1, reason: null, code: 'campaign_accounts_unhealthy' },
  { name: 'bouncing', weight: 1, status: -2, reason: null, code: 'campaign_bounce_protect' },
  { name: 'status lags list', weight: 1, status: -2, reason: null, code: 'healthy' },
  { name: 'list says error', weight: 1, status: 1, reason: 99, code: 'healthy' },
  { name: 'list says no leads', weight: 1, status: 1, reason: 2, code: 'healthy' },
  { name: 'no data', weight: 1, status: 1, reason: null, code: null, answer: 'empty' },
  { name: 'no code', weight: 1, status: 1, reason: null, code: null },
  { name: 'code of tomorrow', weight: 1, status: 1, reason: null, code: 'quantum_pause' },
  { name: 'status of tomorrow', weight: 1, status: 7, reason: null, code: 'healthy' },
  { name: 'reason of tomorrow', weight: 1, status: 1, reason: 42, code: 'healthy' },
  { name: 'not found', weight: 1, status: 1, reason: null, code: null, answer: 'not_found' },
  { name: 'of another', weight: 1, status: 1, reason: null, code: 'healthy', answer: 'of_another' },
  {
    name: 'subsequences',
    weight: 1,
    status: 4,
    reason: null,
    code: 'campaign_running_subsequences',
  },
  { name: 'paused', weight: 16, status: 2, reason: null, code: 'campaign_paused' },
  { name: 'draft', weight: 4, status: 0, reason: null, code: 'campaign_draft' },
  { name: 'completed', weight: 14, status: 3, reason: null, code: 'campaign_completed' },
];

const TOTAL = SITUATIONS.reduce((sum, { weight }) => sum + weight, 0);

/** A situation by its weight; `random` is 0 to 1. */
export const drawSituation = (random: number): Situation => {
  let left = random * TOTAL;
  for (const situation of SITUATIONS) {
    left -= situation.weight;
    if (left < 0) return situation;
  }
  return SITUATIONS[0] as Situation;
};
