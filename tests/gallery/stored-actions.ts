import {
  type Change,
  type ChangeOutcome,
  HOUR_MS,
  type InstantMs,
  MINUTE_MS,
  type Verdict,
} from '#model';
import type { ActionRecord } from '#store/read';

interface Made {
  readonly at: InstantMs;
  readonly set: string;
  readonly outcome: ChangeOutcome;
}

const recordOf = (
  { workspaceId, name }: Verdict,
  change: Change,
  { before, after }: Pick<ActionRecord, 'before' | 'after'>,
  { at, set, outcome }: Made,
  place: number,
): ActionRecord => ({
  id: `${set}-${place}`,
  setId: set,
  workspaceId,
  change,
  subject: name,
  at,
  by: 'this_browser',
  before,
  after,
  inverse: change,
  undoesId: null,
  jobId: null,
  outcome,
  outcomeAt: at + MINUTE_MS,
});

const pause = (verdict: Verdict, made: Made, place = 0): ActionRecord =>
  recordOf(
    verdict,
    { kind: 'pause_campaign', campaignId: verdict.campaignId },
    { before: { lifecycle: 'active' }, after: { lifecycle: 'paused' } },
    made,
    place,
  );

const limit = (verdict: Verdict, limitPerDay: number, made: Made): ActionRecord =>
  recordOf(
    verdict,
    { kind: 'set_campaign_limit', campaignId: verdict.campaignId, limitPerDay },
    { before: { limitPerDay: 100 }, after: { limitPerDay } },
    made,
    0,
  );

/** Changes made from here: one of each way they can end, and twelve at once. */
export const storedActions = (
  verdicts: readonly Verdict[],
  now: InstantMs,
): readonly ActionRecord[] => {
  const [first, second, third, fourth, fifth, ...others] = verdicts;
  if (!first || !second || !third || !fourth || !fifth) throw new Error('too few campaigns');
  const at = (minutesAgo: number) => now - minutesAgo * MINUTE_MS;
  return [
    pause(first, { at: at(3), set: 'a', outcome: { kind: 'waiting', until: at(-12) } }),
    limit(second, 150, { at: at(40), set: 'b', outcome: { kind: 'verified' } }),
    pause(third, {
      at: at(70),
      set: 'c',
      outcome: { kind: 'failed', note: { code: 'refused', params: { message: 'Not allowed' } } },
    }),
    limit(fourth, 200, {
      at: at(200),
      set: 'd',
      outcome: { kind: 'superseded', found: { limitPerDay: 120 } },
    }),
    pause(fifth, { at: at(260), set: 'e', outcome: { kind: 'undone', byId: 'x' } }),
    ...others
      .slice(0, 12)
      .map((verdict, place) =>
        pause(verdict, { at: now - 26 * HOUR_MS, set: 'f', outcome: { kind: 'verified' } }, place),
      ),
  ];
};
