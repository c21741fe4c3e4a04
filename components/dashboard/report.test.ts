import { expect, test } from 'vitest';
import { cause, NOW, verdict, WORKSPACE } from '../fixtures.ts';
import { fleetReport } from './report.ts';
import { rowsOf } from './rows.ts';
import { createDashboardWords } from './words.ts';

const words = createDashboardWords({ locale: 'en', timeZone: 'UTC' });
const broken = verdict(1, 'blocked', {
  name: 'SaaS founders',
  causes: [
    cause('inbox_login_lost', {
      loss: 58,
      params: { count: 1, addresses: ['anna@nw.co'], answer: '535 5.7.8 no' },
    }),
  ],
});
const rows = (...verdicts: Parameters<typeof rowsOf>[0]) =>
  rowsOf(verdicts, new Map([[WORKSPACE, 'Northwind']]), words, NOW);

test('colleagues get the causes, what they cost and what to do, of those that need somebody', () => {
  const text = fleetReport(
    rows(broken, verdict(2, 'healthy', { name: 'Fine' })),
    'operator',
    words,
    NOW,
  );
  expect(text).toContain('1 campaign needs you');
  expect(text).toContain('SaaS founders (Northwind): Blocked for 1 h');
  expect(text).toContain('anna@nw.co: “535 5.7.8 no”');
  expect(text).toContain('Costs 58 mails today.');
  expect(text).toContain('1 other campaign needs nobody.');
  expect(text).not.toContain('Fine');
  expect(text).not.toMatch(/[\u2066-\u2069]/);
});

test('a client gets plain words: no inbox, no answer of a server, no id, no cause code', () => {
  const text = fleetReport(rows(broken, verdict(2, 'healthy')), 'client', words, NOW);
  expect(text).toContain('SaaS founders: Not sending at the moment');
  expect(text).toContain('Campaign 2: Sending as planned.');
  for (const secret of ['anna', '535', 'login', broken.campaignId, 'Northwind']) {
    expect(text).not.toContain(secret);
  }
});

test('a single campaign is reported to colleagues even when nothing is wrong', () => {
  const text = fleetReport(rows(verdict(2, 'healthy', { name: 'Fine' })), 'operator', words, NOW);
  expect(text).toContain('Fine (Northwind): Sending');
});
