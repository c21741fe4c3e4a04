import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CampaignId } from '#model';
import { wrap } from './envelope.ts';
import { campaignId, sampleJournal, T0 } from './fixtures.ts';
import {
  isPackedCampaignIds,
  isPackedJournal,
  packJournal,
  unpackJournal,
} from './journal-packing.ts';

const DAY_S = 86_400;
const T0_S = T0 / 1_000;

const checkedAtOf = fc
  .dictionary(fc.uuid(), fc.integer({ min: T0_S - 190 * DAY_S, max: T0_S }), { maxKeys: 60 })
  .map((seconds) =>
    Object.fromEntries(Object.entries(seconds).map(([id, at]) => [id as CampaignId, at * 1_000])),
  );

describe('packed journal', () => {
  it('comes back as it was, in whole seconds', () => {
    fc.assert(
      fc.property(checkedAtOf, (checkedAt) => {
        const journal = sampleJournal({ checkedAt });
        const { slice, campaignIds } = packJournal(journal);
        expect(unpackJournal(slice, campaignIds)).toEqual(journal);
      }),
    );
  });

  it('never makes a check look fresher, and loses nothing more when packed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), (ago) => {
        const journal = sampleJournal({
          checkedAt: { [campaignId(1)]: T0 - ago, [campaignId(2)]: T0 },
        });
        const once = packJournal(journal);
        const back = unpackJournal(once.slice, once.campaignIds);
        const at = back?.checkedAt[campaignId(1)] ?? Number.NaN;
        expect(at).toBeLessThanOrEqual(T0 - ago);
        expect(at).toBeGreaterThan(T0 - ago - 1_000);
        expect(packJournal(back ?? journal)).toEqual(once);
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

  it('takes less than 2 kB a slice with 500 campaigns', () => {
    const checkedAt = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [campaignId(n), T0 - n * 1_117]),
    );
    const { slice } = packJournal(sampleJournal({ checkedAt, notBefore: T0 + 0.5 }));
    expect(serialize(wrap(slice)).length).toBeLessThan(2_000);
  });

  it('is not read when ids and ages do not belong together', () => {
    const { slice, campaignIds } = packJournal(sampleJournal());
    expect(unpackJournal(slice, campaignIds.slice(1))).toBeUndefined();
    expect(isPackedJournal(slice)).toBe(true);
    expect(isPackedCampaignIds(campaignIds)).toBe(true);
    expect(isPackedJournal({ ...slice, ages: [1, 2, 3] })).toBe(false);
    expect(isPackedJournal({ ...slice, bucket: { tokens: 'many' } })).toBe(false);
  });
});
