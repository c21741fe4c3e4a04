import { describe, expect, test } from 'vitest';
import { readCampaign } from './campaign-wire.ts';
import { mutated } from './fixtures/mutations.ts';
import { accountBody, campaignBody } from './fixtures/payloads.ts';
import { readInbox } from './inbox-wire.ts';
import { Oddities } from './wire.ts';

const YEAR_MINUTES = 366 * 24 * 60;

describe('figures that count nothing', () => {
  test.each([1e9 + 1, 1e308, -1e308])('%d mails a day is not known', (value) => {
    const odd = new Oddities();
    expect(
      readCampaign(mutated(campaignBody, ['daily_limit'], value), undefined, odd)?.limitPerDay,
    ).toBeUndefined();
    expect(odd.count).toBe(1);
  });

  test('a gap of a year is one, a longer one is not known', () => {
    const gapOf = (value: number) =>
      readCampaign(mutated(campaignBody, ['email_gap'], value), undefined, new Oddities())
        ?.gapMinutes;
    expect(gapOf(YEAR_MINUTES)).toBe(YEAR_MINUTES);
    expect(gapOf(YEAR_MINUTES + 1)).toBeUndefined();
    const inbox = mutated(accountBody, ['sending_gap'], 1e15);
    expect(readInbox(inbox, undefined, 0, new Oddities())?.gapMinutes).toBeUndefined();
  });
});
