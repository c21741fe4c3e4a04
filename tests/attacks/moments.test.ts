// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { CampaignId, WorkspaceId } from '#model';
import { mutated, pathsOf } from '../../lib/instantly/fixtures/mutations.ts';
import { CAMPAIGN_ID, campaignBody, WORKSPACE_ID } from '../../lib/instantly/fixtures/payloads.ts';
import { CAMPAIGN, codeOf, load, NOW, STATUS } from './one-campaign.ts';
import { failureOf, loadWithout } from './permissive.ts';

const CAMPAIGN_SCHEDULE = campaignBody.campaign_schedule;
const [FIRST_ENTRY] = CAMPAIGN_SCHEDULE.schedules;
const READER = { locale: 'en', timeZone: 'America/Los_Angeles' } as const;

const loadAll = async () => {
  const [room, { createDashboardWords }, { reportOf }] = await Promise.all([
    load(),
    import('../../components/dashboard/words.ts'),
    import('../../components/popup/report.ts'),
  ]);
  return { ...room, createDashboardWords, reportOf };
};

type Room = Awaited<ReturnType<typeof loadAll>>;

const readFrom = async ({ createClient }: Room, campaign: unknown, status: unknown) => {
  const client = createClient({
    key: 'bm9ydGh3aW5kLWtleS1vbmU6eHh4eHh4eHg=',
    now: () => NOW,
    workspaceId: WORKSPACE_ID as WorkspaceId,
    fetch: async (url) => Response.json(url.includes('sending-status') ? status : campaign),
  });
  return {
    campaign: (await client.campaign(CAMPAIGN_ID as CampaignId)).value,
    reading: (await client.sendingStatus(CAMPAIGN_ID as CampaignId)).value,
    listedAt: NOW,
  };
};

/** Everything that is said of one campaign, to colleagues and to its client. */
const saidOf = async (room: Room, campaign: unknown, status: unknown): Promise<string> => {
  const verdict = room.diagnose(await readFrom(room, campaign, status));
  if (!verdict) return '';
  const words = room.createDashboardWords(READER);
  return [
    room.reportOf(verdict, 'operator', READER, NOW),
    room.reportOf(verdict, 'client', READER, NOW),
    ...verdict.causes.map((cause) => JSON.stringify(words.cause(cause, NOW))),
    words.clock(verdict.since, NOW),
    words.ago(verdict.observedAt, NOW),
  ].join('\n');
};

const NONSENSE = /NaN|Infinity|undefined|Invalid Date|1970|unknown time|\d{5,} d/;

const MOMENTS: readonly unknown[] = [
  '',
  'yesterday',
  0,
  NOW,
  NOW / 1_000,
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '2026-03-06T14:58:00',
  '2026-02-30T00:00:00Z',
  '2026-03-08T02:30:00[America/Detroit]',
  '1970-01-01T00:00:00Z',
  '1772752196011',
];

const DATES = [
  [CAMPAIGN, ['timestamp_created']],
  [CAMPAIGN, ['timestamp_updated']],
  [CAMPAIGN, ['campaign_schedule', 'start_date']],
  [CAMPAIGN, ['campaign_schedule', 'end_date']],
  [STATUS, ['diagnostics', 'last_updated']],
  [STATUS, ['diagnostics', 'issue_tracking', 'issue_first_seen_at']],
  [STATUS, ['diagnostics', 'issue_tracking', 'last_healthy_send_at']],
  [STATUS, ['summary', 'issue_started_at']],
  [STATUS, ['summary', 'last_healthy_send_at']],
] as const;

const FIGURES = [1e308, -1e308, 1e15, 1e12, -1, 0, 0.5, 5e-324];
const CODES = ['healthy', 'follow_up_delay_not_met', 'account_daily_limit_met'];

describe('row 31: dates that are none', () => {
  test('row 31: no date of Instantly can be nonsense in what is said', async () => {
    const room = await loadAll();
    for (const [body, path] of DATES) {
      for (const moment of MOMENTS) {
        const changed = mutated(body, path, moment);
        const isStatus = body === STATUS;
        const said = await saidOf(room, isStatus ? CAMPAIGN : changed, isStatus ? changed : STATUS);
        expect(said, `${path.join('.')} = ${JSON.stringify(moment)}`).not.toMatch(NONSENSE);
      }
    }
  });

  test('row 31: without a time that can be read, a snapshot is never healthy', async () => {
    const room = await loadAll();
    for (const moment of [...MOMENTS, '2099-01-01T00:00:00Z']) {
      const status = mutated(STATUS, ['diagnostics', 'last_updated'], moment);
      const verdict = room.diagnose(await readFrom(room, CAMPAIGN, status));
      expect(verdict?.health, JSON.stringify(moment)).toBe('unknown');
    }
    expect(room.diagnose(await readFrom(room, CAMPAIGN, STATUS))?.health).toBe('healthy');
  });

  test('row 31: no figure from which a time is reckoned leaves the calendar', async () => {
    const room = await loadAll();
    const statuses = CODES.map((code) => codeOf(code, code));
    const isWait = (path: readonly (string | number)[]) => /gap|wait|seconds/.test(path.join('.'));
    for (const status of statuses) {
      for (const figure of FIGURES) {
        for (const path of pathsOf(CAMPAIGN).filter(isWait)) {
          const said = await saidOf(room, mutated(CAMPAIGN, path, figure), status);
          expect(said, `${path.join('.')} = ${figure}`).not.toMatch(NONSENSE);
        }
        for (const path of pathsOf(status).filter(isWait)) {
          const said = await saidOf(room, CAMPAIGN, mutated(status, path, figure));
          expect(said, `${path.join('.')} = ${figure}`).not.toMatch(NONSENSE);
        }
      }
    }
  });

  test('row 31: the hour that a clock skips has a time like any other', async () => {
    const { createDashboardWords } = await loadAll();
    const words = createDashboardWords({ locale: 'en', timeZone: 'America/Detroit' });
    // 02:30 on 8 March 2026 is not on the clocks of Detroit.
    const before = Date.parse('2026-03-08T06:59:00Z');
    expect(words.clock(before, before)).toBe('01:59');
    expect(words.clock(before + 60_000, before)).toBe('03:00');
    const entry = (from: string, to: string) => ({
      ...CAMPAIGN_SCHEDULE,
      schedules: [{ ...FIRST_ENTRY, timing: { from, to } }],
    });
    const room = await loadAll();
    for (const [from, to] of [
      ['02:15', '02:45'],
      ['02:30', '02:30'],
      ['23:59', '24:00'],
      ['25:00', '99:99'],
    ]) {
      const campaign = mutated(CAMPAIGN, ['campaign_schedule'], entry(String(from), String(to)));
      expect(await saidOf(room, campaign, STATUS)).not.toMatch(NONSENSE);
    }
  });

  test('row 31: a time that is stored wrongly is said to be unknown', async () => {
    const { createDashboardWords } = await loadAll();
    const words = createDashboardWords(READER);
    for (const none of [Number.NaN, Infinity, 1e300]) {
      for (const said of [words.clock(none, NOW), words.ago(none, NOW), words.until(none, NOW)]) {
        expect(said).toBe('unknown time');
      }
    }
  });

  test('row 31, control: a reader that believes any date takes the year 9999 for today', async () => {
    const open = await loadWithout(
      {
        '../../lib/instantly/moment.ts': () => ({
          parseInstant: (text: string) => Date.parse(text) || 0,
        }),
        '../../lib/diagnosis/freshness.ts': () => ({
          takenAtOf: (snapshot?: { takenAt?: number }) => snapshot?.takenAt,
          freshnessOf: () => 'fresh',
        }),
      },
      loadAll,
    );
    const late = mutated(STATUS, ['diagnostics', 'last_updated'], '9999-12-31T23:59:59Z');
    expect(open.diagnose(await readFrom(open, CAMPAIGN, late))?.health).not.toBe('unknown');
  });

  test('row 31, control: without a bound on waits one campaign takes the diagnosis down', async () => {
    const open = await loadWithout(
      {
        '../../lib/instantly/wire.ts': () => ({
          waitMinutes: z.number(),
          waitSeconds: z.number(),
        }),
      },
      loadAll,
    );
    const gap = mutated(CAMPAIGN, ['email_gap'], 1e12);
    expect(await failureOf(saidOf(open, gap, STATUS))).toBeInstanceOf(RangeError);
  });

  test('row 31, control: without the check of times a clock throws and a span is NaN', async () => {
    const { createDashboardWords } = await loadWithout(
      { '../../lib/words/is-time.ts': () => ({ isTime: () => true }) },
      loadAll,
    );
    const words = createDashboardWords(READER);
    expect(() => words.clock(1e300, NOW)).toThrow(RangeError);
    expect(words.until(Number.NaN, NOW)).toMatch(/\?|NaN/);
  });
});
