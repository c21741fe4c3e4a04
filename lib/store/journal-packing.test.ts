import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CampaignId } from '#model';
import { wrap } from './envelope.ts';
import { campaignId, sampleJournal, T0 } from './fixtures.ts';
import {
  isJournalRow,
  isPackedCampaignIds,
  packJournal,
  type StoredJournal,
  unpackJournal,
} from './journal-packing.ts';
import { type JournalRecord, SWEEPS } from './records.ts';

const DAY_S = 86_400;
const T0_S = T0 / 1_000;

/** What is stored after a journal was written over what was stored. */
const storedAfter = (journal: JournalRecord, stored?: StoredJournal): StoredJournal => {
  const { rows, campaignIds } = packJournal(journal, stored);
  const ring = campaignIds ? [] : [...(stored?.rows ?? [])];
  for (const [number, row] of rows) ring[number] = row;
  return { rows: ring, campaignIds: campaignIds ?? stored?.campaignIds ?? [] };
};

const checkedAtOf = fc
  .dictionary(fc.uuid(), fc.integer({ min: T0_S - 190 * DAY_S, max: T0_S }), { maxKeys: 60 })
  .map((seconds) =>
    Object.fromEntries(Object.entries(seconds).map(([id, at]) => [id as CampaignId, at * 1_000])),
  );

/** Swept in all ways and with as many steps as are remembered. */
const LARGEST: Partial<JournalRecord> = {
  sweptAt: Object.fromEntries(SWEEPS.map((sweep) => [sweep, T0 + 0.5])),
  loopStepsMs: Array.from({ length: 9 }, (_, n) => 180_000.5 + n),
  stretchedMs: 407_000,
};

type Known = ReadonlyMap<number, number>;

const CAMPAIGNS = 300;
const anySlice = fc.record({
  answered: fc.array(fc.nat({ max: CAMPAIGNS - 1 }), { maxLength: 90 }),
  /** The list dates all the others alike. */
  isListed: fc.boolean(),
  laterS: fc.integer({ min: -50, max: 900 }),
  campaigns: fc.constantFrom(CAMPAIGNS, CAMPAIGNS, CAMPAIGNS, 200, 100, 1, 0),
});

const knownAfter = (
  before: Known,
  {
    answered,
    isListed,
    campaigns,
  }: typeof anySlice extends fc.Arbitrary<infer Slice> ? Slice : never,
  now: number,
): Known => {
  const known = new Map<number, number>();
  for (let n = 0; n < campaigns; n += 1) {
    const isDated = isListed && n % 3 > 0;
    known.set(n, isDated ? now : (before.get(n) ?? now));
  }
  for (const n of answered) if (known.has(n)) known.set(n, now - (n % 20) * 1_000);
  return known;
};

const fleetOf = (campaigns: number, at: (n: number) => number): JournalRecord['checkedAt'] =>
  Object.fromEntries(Array.from({ length: campaigns }, (_, n) => [campaignId(n), at(n)]));

describe('packed journal', () => {
  it('comes back as it was, in whole seconds', () => {
    fc.assert(
      fc.property(checkedAtOf, (checkedAt) => {
        const journal = sampleJournal({ checkedAt });
        expect(unpackJournal(storedAfter(journal))).toEqual(journal);
      }),
    );
  });

  it('comes back after any row of slices, with campaigns coming and going and clocks set back', () => {
    fc.assert(
      fc.property(fc.array(anySlice, { maxLength: 25 }), (slices) => {
        let stored: StoredJournal | undefined;
        let now = T0;
        let known: Known = new Map();
        for (const slice of slices) {
          now += slice.laterS * 1_000;
          known = knownAfter(known, slice, now);
          const journal = sampleJournal({
            failures: slice.laterS,
            checkedAt: Object.fromEntries([...known].map(([n, at]) => [campaignId(n), at])),
          });
          stored = storedAfter(journal, stored);
          expect(unpackJournal(stored)).toEqual(journal);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never makes a check look fresher, and loses nothing more when packed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), (ago) => {
        const journal = sampleJournal({
          checkedAt: { [campaignId(1)]: T0 - ago, [campaignId(2)]: T0 },
        });
        const back = unpackJournal(storedAfter(journal));
        const at = back?.checkedAt[campaignId(1)] ?? Number.NaN;
        expect(at).toBeLessThanOrEqual(T0 - ago);
        expect(at).toBeGreaterThan(T0 - ago - 1_000);
        expect(packJournal(back ?? journal)).toEqual(packJournal(journal));
      }),
    );
  });

  it('forgets who was not checked for half a year', () => {
    const { campaignIds } = packJournal(
      sampleJournal({
        checkedAt: { [campaignId(1)]: T0, [campaignId(2)]: T0 - 195 * DAY_S * 1_000 },
      }),
    );
    expect(campaignIds).toEqual([campaignId(1)]);
  });

  it('gives the same ids in the same order, however the campaigns came', () => {
    const there = { [campaignId(1)]: T0, [campaignId(2)]: T0 };
    const back = { [campaignId(2)]: T0, [campaignId(1)]: T0 };
    expect(packJournal(sampleJournal({ checkedAt: back }))).toEqual(
      packJournal(sampleJournal({ checkedAt: there })),
    );
  });

  it.each([500, 2_000, 5_000])('takes less than 2 kB a slice with %i campaigns', (campaigns) => {
    // What a slice of 20 s can ask about with the highest allowance: 10 requests a second.
    const ANSWERED = 200;
    const checkedAt: Record<CampaignId, number> = {
      ...fleetOf(campaigns, (n) => (n % 2 === 0 ? T0 : T0 - n * 200)),
    };
    let stored = storedAfter(sampleJournal({ checkedAt }));
    for (let slice = 1; slice <= 20; slice += 1) {
      const now = T0 + slice * 20_117;
      for (let n = 0; n < campaigns; n += 1) {
        const turn = Math.floor(n / 2 / ANSWERED);
        const isAnswered = turn === slice % Math.ceil(campaigns / 2 / ANSWERED);
        // Half of them are only listed; of the others the next few are answered.
        if (n % 2 === 0) checkedAt[campaignId(n)] = now;
        else if (isAnswered) checkedAt[campaignId(n)] = now - (n % 20) * 1_000;
      }
      const journal = sampleJournal({ checkedAt, notBefore: T0 + 0.5, ...LARGEST });
      const sizes = [...packJournal(journal, stored).rows.values()].map(
        (row) => serialize(wrap(row)).length,
      );
      expect(sizes).toHaveLength(1);
      expect(Math.max(...sizes)).toBeLessThan(2_048);
      stored = storedAfter(journal, stored);
    }
  });

  it('is not read when ids and rows do not belong together, and then is written whole', () => {
    const journal = sampleJournal({ checkedAt: fleetOf(200, (n) => T0 - n * 1_000) });
    const stored = storedAfter(journal);
    expect(stored.rows).toHaveLength(4);
    const broken: readonly StoredJournal[] = [
      { ...stored, campaignIds: stored.campaignIds.slice(1) },
      { ...stored, rows: stored.rows.slice(1) },
      { ...stored, rows: [] },
    ];
    for (const one of broken) {
      expect(unpackJournal(one)).toBeUndefined();
      expect(packJournal(journal, one)).toEqual(packJournal(journal));
    }
  });

  it('is known by its shape', () => {
    const { rows, campaignIds } = storedAfter(sampleJournal());
    expect(rows.every(isJournalRow)).toBe(true);
    expect(isPackedCampaignIds(campaignIds)).toBe(true);
    expect(isJournalRow({ ...rows[0], page: [1, 2, 3] })).toBe(false);
    expect(isJournalRow({ ...rows[0], bucket: { tokens: 'many' } })).toBe(false);
  });
});
