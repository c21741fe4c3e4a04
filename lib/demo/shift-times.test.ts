import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#model';
import { shiftTimes } from './shift-times.ts';

const FROM = Date.UTC(2026, 10, 19, 15, 10);
const LATER = FROM + 40 * DAY_MS + 5 * HOUR_MS;
const BY = LATER - FROM;

describe('shifting times', () => {
  it.each(['at', 'since', 'until', 'readAt', 'clearsAt', 'issueSince', 'snoozedUntil'])(
    'moves the instant in %s',
    (name) => {
      expect(shiftTimes({ [name]: FROM - 7 }, FROM, LATER)).toEqual({ [name]: LATER - 7 });
    },
  );

  it('moves instants at any depth, and those that stand under ids', () => {
    const data = { list: [{ params: { opensAt: 5 } }], checkedAt: { 'an-id': 6 } };
    expect(shiftTimes(data, FROM, LATER)).toEqual({
      list: [{ params: { opensAt: 5 + BY } }],
      checkedAt: { 'an-id': 6 + BY },
    });
  });

  it('leaves alone what is no instant', () => {
    const data = { sent: 12, Atlas: 3, format: 4, restUntilFull: 5, clearsAt: null, isHit: true };
    expect(shiftTimes(data, FROM, LATER)).toEqual(data);
  });

  it('moves dates by the days between the two UTC dates', () => {
    expect(shiftTimes({ date: '2026-11-19', name: '2026-11-19, again' }, FROM, LATER)).toEqual({
      date: '2026-12-29',
      name: '2026-11-19, again',
    });
    const midnight = Date.UTC(2026, 10, 20);
    expect(shiftTimes(['2026-11-19'], FROM, midnight - 1)).toEqual(['2026-11-19']);
    expect(shiftTimes(['2026-11-19'], FROM, midnight)).toEqual(['2026-11-20']);
    expect(shiftTimes(['2027-01-01'], midnight, FROM)).toEqual(['2026-12-31']);
  });

  it('changes nothing of what it was given', () => {
    const data = Object.freeze({ at: 1, list: Object.freeze(['2026-11-19']) });
    shiftTimes(data, FROM, LATER);
    expect(data).toEqual({ at: 1, list: ['2026-11-19'] });
  });
});
