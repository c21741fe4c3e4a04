import { serialize } from 'node:v8';
import { describe, expect, test, vi } from 'vitest';
import type { JournalRecord } from '#store/read';
import { wrap } from '../../lib/store/envelope.ts';
import { packJournal } from '../../lib/store/journal-packing.ts';
import { INVARIANTS, type Invariant } from '../../tools/simulate/audit.ts';
import { modelId } from '../../tools/simulate/instantly-model.ts';
import { journalBytes } from '../../tools/simulate/journal-bytes.ts';
import { simulateHours } from '../../tools/simulate/simulate-hours.ts';
import { simulateRuns } from '../../tools/simulate/simulate-runs.ts';
import { SITUATIONS, type Situation } from '../../tools/simulate/situations.ts';
import { hasFailed, wordReport } from '../../tools/simulate/word-report.ts';

// A slice that could not be stored is part of the play.
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

const NAMES = Object.keys(INVARIANTS) as Invariant[];

const situation = (name: string): Situation => {
  const found = SITUATIONS.find((candidate) => candidate.name === name);
  if (found === undefined) throw new RangeError(name);
  return found;
};

describe('1,000 hours with 50 campaigns and 5 % faults', () => {
  test('break no invariant, and each was put to the test', async () => {
    const reports = await simulateRuns({ seed: 1, hours: 1_000, campaigns: 50 }, 4);
    expect(reports.filter(hasFailed), wordReport(reports, 50)).toEqual([]);
    for (const name of NAMES) {
      expect(
        reports.reduce((sum, { counts }) => sum + counts[name], 0),
        name,
      ).toBeGreaterThan(0);
    }
    expect(reports.reduce((sum, { tally }) => sum + tally.kills, 0)).toBeGreaterThan(100);
  });
});

test('more campaigns than the budget allows are all asked in turn', async () => {
  const { failed, counts } = await simulateHours({
    seed: 3,
    hours: 2,
    campaigns: 120,
    workspaces: 1,
    budgetPercent: 0.3,
    faults: 0,
    killChance: 0,
    isQuiet: true,
    situationOf: () => situation('bouncing'),
  });
  expect(failed.nobodyStarves).toBe(0);
  expect(counts.nobodyStarves).toBeGreaterThan(1_000);
});

test('the same seed gives the same history', async () => {
  const options = { seed: 5, hours: 10, campaigns: 6 };
  expect(await simulateHours(options)).toEqual(await simulateHours(options));
});

test('the size of a journal is what the store makes of it', () => {
  const journalAt = (now: number, answered: ReadonlySet<number>): JournalRecord => ({
    workspaceId: modelId(2, 1, 0) as JournalRecord['workspaceId'],
    generation: 1,
    listedAt: 1_795_067_971_831,
    sweptAt: { leads: 1_795_067_971_831 },
    loopStepsMs: [180_000],
    stretchedMs: null,
    checkedAt: Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => {
        const at = 1_795_067_971_000 - n * 1_000;
        if (n < 200) return [modelId(1, 1, n), now];
        return [modelId(1, 1, n), answered.has(n) ? now - n * 100 : at];
      }),
    ),
    notBefore: 1_795_067_971_831.5,
    failures: 0,
    bucket: { tokens: 1.5, updatedAt: 1_795_067_971_831, ratePerSecond: 4.9 },
  });
  const before = journalAt(1_795_067_971_831, new Set());
  const { rows, campaignIds = [] } = packJournal(before);
  // The next row is that of the second page, 64 to 127: none of these lies in it.
  const answered = new Set(Array.from({ length: 100 }, (_, n) => 300 + n));
  const after = journalAt(1_795_068_031_831, answered);
  const next = packJournal(after, { rows: [...rows.values()], campaignIds });
  const stored = [...next.rows.values()].map((row) => serialize(wrap(row)).length);
  expect(stored).toHaveLength(1);
  expect(Math.abs(journalBytes(before, after, 500) - (stored[0] ?? 0))).toBeLessThan(16);
});
