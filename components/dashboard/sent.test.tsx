// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR_MS } from '#model';
import type { SentDaysRecord } from '#store/read';
import {
  campaignId,
  fleet,
  NOW,
  OTHER_WORKSPACE,
  WORKSPACE,
  workspaceRecord,
} from '../fixtures.ts';
import { all, browsing, closeDashboard, open, scrollUp, shown, text } from './fixtures.ts';
import type { DashboardPorts } from './index.tsx';

const daysRecord = (sent: number, rest: Partial<SentDaysRecord> = {}): SentDaysRecord => ({
  workspaceId: WORKSPACE,
  campaignId: null,
  days: [
    { date: '2026-11-18', sent: 7 },
    { date: '2026-11-20', sent },
  ],
  readAt: NOW - 3 * HOUR_MS,
  ...rest,
});

const answerDays = (answer: object) =>
  vi.fn(async (type: string) =>
    type === 'ask.sentDays' ? answer : { ok: true },
  ) as unknown as DashboardPorts['send'] & ReturnType<typeof vi.fn>;

const dayCells = () => all('[data-sent] tbody tr').map((row) => row.textContent);

beforeEach(scrollUp);
afterEach(closeDashboard);

test('mails per day: what is stored shows at once, and Instantly’s answer takes its place', async () => {
  let answer = (_: object): void => undefined;
  const send = vi.fn((type: string) =>
    type === 'ask.sentDays'
      ? new Promise((resolve) => {
          answer = resolve;
        })
      : Promise.resolve({ ok: true }),
  ) as unknown as DashboardPorts['send'];
  const place = browsing(`#/campaign/${campaignId(4)}`);
  open({ readSentDays: async () => daysRecord(40), send }, fleet, place);
  await shown('[data-range="7"]').then((button) => button.click());
  await vi.waitFor(() =>
    expect(dayCells()).toEqual(['2026-11-187', '2026-11-19–', '2026-11-2040']),
  );
  expect(document.querySelector('[data-sent]')?.getAttribute('aria-busy')).toBe('true');
  expect(send).toHaveBeenCalledWith('ask.sentDays', {
    workspaceId: WORKSPACE,
    campaignId: campaignId(4),
  });
  answer({ known: daysRecord(55, { readAt: NOW }), problem: null });
  await vi.waitFor(() => expect(dayCells().at(-1)).toBe('2026-11-2055'));
  expect(document.querySelector('[data-sent]')?.getAttribute('aria-busy')).toBe('false');
  expect(text('[data-sent]')).toContain(
    'The dashed line is the daily limit as it stands now, 100.',
  );
  expect(text('[data-sent]')).toContain('The last day is not over yet.');
});

test('mails per day: a problem stands beside what is known, with its age', async () => {
  const known = daysRecord(40);
  const send = answerDays({ known, problem: { kind: 'offline' } });
  open({ readSentDays: async () => known, send }, fleet, browsing(`#/campaign/${campaignId(4)}`));
  const trouble = await shown('[data-problem=offline]');
  expect(trouble.textContent).toBe(
    'As of 17:48. This computer is offline. Try again when there is a connection.',
  );
  expect(dayCells()).toHaveLength(1);
});

test('mails per day: nothing known says why, and an empty answer says so', async () => {
  const send = answerDays({
    known: null,
    problem: { kind: 'scope_missing', scopes: ['analytics:read'] },
  });
  open({ send }, fleet, browsing(`#/campaign/${campaignId(4)}`));
  expect((await shown('[data-problem=scope_missing]')).textContent).toContain('analytics:read');
  closeDashboard();
  const empty = answerDays({ known: daysRecord(0, { days: [] }), problem: null });
  open({ send: empty }, fleet, browsing(`#/campaign/${campaignId(4)}`));
  await vi.waitFor(() =>
    expect(text('[data-sent]')).toBe('Instantly knows of no mails sent in this time.'),
  );
});

test('mails per day of the demo come from its recording, without a word of trouble', async () => {
  const known = daysRecord(40);
  const send = answerDays({ known, problem: { kind: 'demo' } });
  open({ readSentDays: async () => known, send }, fleet, browsing(`#/campaign/${campaignId(4)}`));
  await shown('[data-sent] tbody');
  await vi.waitFor(() =>
    expect(document.querySelector('[data-sent]')?.getAttribute('aria-busy')).toBe('false'),
  );
  expect(document.querySelector('[data-sent] [data-problem]')).toBeNull();
});

test('history adds up the workspaces, and names the one whose days are missing', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const send = vi.fn(async (_type: string, { workspaceId }: { workspaceId: string }) => {
    if (workspaceId === OTHER_WORKSPACE) throw new Error('gone');
    return { known: daysRecord(40, { readAt: NOW }), problem: null };
  }) as unknown as DashboardPorts['send'];
  const records = [
    workspaceRecord(),
    { ...workspaceRecord(), id: OTHER_WORKSPACE, name: 'Contoso' },
  ];
  open({ readWorkspaces: async () => records, send }, fleet, browsing('#/history'));
  const trouble = await shown('[data-problem=no_answer]');
  expect(trouble.textContent).toContain('Contoso: ');
  expect(dayCells()).toEqual(['2026-11-2040']);
});
