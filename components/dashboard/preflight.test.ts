import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#model';
import { cause, NOW, verdict } from '../fixtures.ts';
import { openingsOf } from './preflight.ts';

const OPENS = NOW + 14 * HOUR_MS + 7 * MINUTE_MS;

const resting = (n: number, opensAt = OPENS, rest = {}) =>
  verdict(n, 'waiting', {
    nextSendAt: opensAt,
    causes: [
      cause('out_of_schedule', {
        severity: 'blue',
        needsPerson: false,
        params: {
          opensAt,
          timeZone: 'America/Detroit',
          nextWindowMails: 60,
          nextWindowBottleneck: 'inboxes_down',
          down: 2,
          inboxes: 5,
          ...rest,
        },
      }),
      cause('leads_running_out', { severity: 'blue', needsPerson: false }),
      cause('inbox_login_lost', { severity: 'amber' }),
    ],
  });

test('a window that opens says when, how much it will hold and what will bind, people first', () => {
  const [opening] = openingsOf([resting(1)], NOW);
  expect(opening?.opensAt).toBe(OPENS);
  const [flight] = opening?.campaigns ?? [];
  expect(flight).toMatchObject({
    timeZone: 'America/Detroit',
    mails: 60,
    bottleneck: 'inboxes_down',
    down: 2,
    inboxes: 5,
  });
  expect(flight?.binding.map(({ code }) => code)).toEqual([
    'inbox_login_lost',
    'leads_running_out',
  ]);
});

test('windows come by the time they open; what has none comes last', () => {
  const stuck = verdict(3, 'blocked', { causes: [cause('campaign_bounce_protect')] });
  const openings = openingsOf([stuck, resting(1), resting(2, NOW + HOUR_MS)], NOW);
  expect(openings.map(({ opensAt }) => opensAt)).toEqual([NOW + HOUR_MS, OPENS, null]);
});

test('waits that end one by one are put together by the quarter of an hour', () => {
  const wait = (n: number, minutes: number) =>
    verdict(n, 'limited', {
      nextSendAt: Math.floor(NOW / HOUR_MS) * HOUR_MS + HOUR_MS + minutes * MINUTE_MS,
    });
  const openings = openingsOf([wait(1, 1), wait(2, 14), wait(3, 16)], NOW);
  expect(openings.map(({ campaigns }) => campaigns.length)).toEqual([2, 1]);
});

test('what sends without trouble, and what is off, is not spoken of', () => {
  const sending = verdict(1, 'healthy', { nextSendAt: NOW + MINUTE_MS });
  const off = verdict(2, 'inactive', { causes: [cause('campaign_paused')] });
  expect(openingsOf([sending, off], NOW)).toEqual([]);
});

test('an opening that has passed is none', () => {
  expect(openingsOf([resting(1, NOW - HOUR_MS)], NOW)[0]?.opensAt).toBeNull();
});

test('a bottleneck that this version does not know is left out', () => {
  const [opening] = openingsOf([resting(1, OPENS, { nextWindowBottleneck: 'toString' })], NOW);
  expect(opening?.campaigns[0]?.bottleneck).toBeNull();
});
