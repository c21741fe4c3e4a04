import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const TOOL = join(dirname(fileURLToPath(import.meta.url)), '../../tools/explain.ts');
const NOW = '2026-05-14T12:00:00+02:00';

const explain = (input: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, '-', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const entry = (n: number, available: number) => ({
  campaign: {
    id: `11111111-1111-4111-8111-00000000000${n}`,
    name: `Campaign ${n}`,
    status: 1,
    not_sending_status: null,
    campaign_schedule: {
      start_date: null,
      end_date: null,
      schedules: [
        {
          name: 'x',
          timing: { from: '09:00', to: '17:00' },
          days: { '1': true, '2': true, '3': true, '4': true, '5': true },
          timezone: 'Europe/Belgrade',
        },
      ],
    },
    email_list: ['anna@nw-mail.co'],
    daily_limit: 100,
    email_gap: 10,
    random_wait_max: 10,
    timestamp_created: '2026-04-01T00:00:00Z',
    timestamp_updated: '2026-04-01T00:00:00Z',
  },
  sendingStatus: {
    diagnostics: {
      campaign_id: 'copied from somewhere',
      last_updated: '2026-05-14T09:58:00Z',
      status: available > 0 ? 'healthy' : 'all_accounts_unhealthy',
      issue_tracking: {
        current_status_code: 'healthy',
        issue_first_seen_at: null,
        consecutive_loops_with_issue: 0,
        last_healthy_send_at: '2026-05-14T09:55:00Z',
      },
      accounts_summary: {
        total_connected: 1,
        available,
        unavailable: {
          daily_limit_hit: 0,
          slow_ramp_limit_hit: 0,
          disconnected: 1 - available,
          global_gap_not_met: 0,
        },
      },
      campaign_daily_limit: { limit: 100, sent: 5, limit_hit: false },
      schedule_status: { in_schedule: true },
    },
    summary: null,
  },
  accounts: [
    {
      email: 'anna@nw-mail.co',
      status: available > 0 ? 1 : -1,
      warmup_status: 1,
      provider_code: 2,
      setup_pending: false,
      daily_limit: 30,
      sending_gap: 1,
      status_message: { response: '535 5.7.8 not accepted' },
    },
  ],
});

describe('npm run explain', { timeout: 120_000 }, () => {
  test('one campaign as JSON, instants as ISO strings', () => {
    const { status, stdout } = explain(JSON.stringify(entry(1, 1)), '--json', '--now', NOW);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      health: 'healthy',
      code: 'healthy',
      nextSendAt: '2026-05-14T10:05:00.000Z',
      clearsAt: null,
      capacity: {
        today: 25,
        remaining: 20,
        bottleneck: 'sending_gap',
        todayRange: { worst: 20, best: 35 },
      },
      incidents: [],
    });
  });

  test('a fleet: what is shared is an incident of each', () => {
    const { stdout } = explain(JSON.stringify([entry(1, 0), entry(2, 0)]), '--json', '--now', NOW);
    for (const one of JSON.parse(stdout)) {
      expect(one).toMatchObject({
        health: 'blocked',
        incidents: [{ code: 'inbox_login_lost', restores: 2, loss: 40 }],
      });
      const codes = one.causes.map(({ code }: { readonly code: string }) => code);
      expect(codes.slice(0, 2)).toEqual(['all_accounts_unhealthy', 'inbox_login_lost']);
    }
  });

  test('in words', () => {
    const { stdout } = explain(JSON.stringify(entry(1, 0)), '--now', NOW);
    expect(stdout).toContain('Campaign 1: Blocked');
    expect(stdout).toContain('1 inbox lost the login');
    expect(stdout).not.toMatch(/undefined|NaN|\{/);
  });

  test.each([
    ['bad JSON', '{', []],
    ['no object', '[3]', []],
    ['no campaign', '{"sendingStatus":{}}', []],
    ['no id', '{"campaign":{"name":"x"}}', []],
    [
      'a status that is a list',
      '{"campaign":{"id":"11111111-1111-4111-8111-000000000001"},"sendingStatus":[]}',
      [],
    ],
    ['a bad instant', '{}', ['--now', 'noonish']],
    ['an unknown option', '{}', ['--colour']],
  ])('%s: one line on standard error, exit code 2', (_name, input, args) => {
    const { status, stdout, stderr } = explain(input, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(
      stderr
        .trim()
        .split('\n')
        .filter((line) => !line.includes('ExperimentalWarning')),
    ).toHaveLength(1);
  });
});
