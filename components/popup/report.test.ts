import { expect, test } from 'vitest';
import { HOUR_MS, type Verdict } from '#model';
import { campaignId, cause, NOW, verdict } from '../fixtures.ts';
import { reportOf } from './report.ts';

const reader = { locale: 'en', timeZone: 'UTC' };
const stopped: Verdict = verdict(1, 'blocked', {
  name: 'Wave 3',
  since: NOW - 2 * HOUR_MS,
  nextSendAt: NOW + HOUR_MS,
  counters: { ...verdict(0, 'healthy').counters, sentToday: 60, limitPerDay: 100 },
  causes: [
    cause('inbox_login_lost', { params: { count: 1, addresses: ['anna@nw-mail.co'] }, loss: 40 }),
    cause('account_daily_limit_met', { clearsAt: NOW + HOUR_MS }),
  ],
});

test('colleagues get state, causes with codes, evidence and cost, figures and the address', () => {
  const lines = reportOf(stopped, 'operator', reader, NOW).split('\n');
  expect(lines[0]).toBe('Wave 3: Blocked for 2 h');
  expect(lines[1]).toContain('1. 1 inbox lost the login [inbox_login_lost]');
  expect(lines[1]).toContain('anna@nw-mail.co');
  expect(lines[1]).toContain('Costs 40 mails today.');
  expect(lines[2]).toContain('[account_daily_limit_met]');
  expect(lines[3]).toBe('Sent today: 60 / 100');
  expect(lines.at(-1)).toBe(`https://app.instantly.ai/app/campaign/${campaignId(1)}/analytics`);
});

test('a client gets plain words: no codes, no inboxes, no ids', () => {
  const text = reportOf(stopped, 'client', reader, NOW);
  expect(text).toBe(
    'Wave 3: Not sending at the moment; we are on it. 60 mails sent today. Sends again 21:48.',
  );
});

test.each(['operator', 'client'] as const)(
  'a hostile name stays one harmless line (%s)',
  (voice) => {
    const name = `<b>x</b>\n\u202Egnp\uD800${'y'.repeat(1_000_000)}`;
    const text = reportOf({ ...stopped, name, causes: [] }, voice, reader, NOW);
    expect(text.length).toBeLessThan(1000);
    expect(text).not.toContain('\u202E');
    expect(text.isWellFormed()).toBe(true);
    expect(text.split('\n')[0]).toContain('<b>x</b> gnp');
  },
);

test('a campaign without a name is called so', () => {
  expect(reportOf({ ...stopped, name: '  ' }, 'client', reader, NOW)).toContain(
    'Unnamed campaign:',
  );
});
