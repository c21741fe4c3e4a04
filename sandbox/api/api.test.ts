import { describe, expect, it } from 'vitest';
import { createWorld, DAY_MS, DEFAULT_START_MS } from '../world/index.ts';
import { type ApiAnswer, answer, createDemoWorkspaces, createWorkspaces } from './index.ts';

interface Listed {
  readonly items: readonly Record<string, unknown>[];
  readonly next_starting_after?: string;
}

function demo(options: Parameters<typeof createDemoWorkspaces>[0] = {}) {
  const { workspaces, keys } = createDemoWorkspaces(options);
  const call = (
    target: string,
    more: { key?: string; method?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): ApiAnswer => {
    const [path = '', query = ''] = `/api/v2${target}`.split('?');
    return answer(workspaces, {
      method: more.method ?? 'GET',
      path,
      query: new URLSearchParams(query),
      headers: { authorization: `Bearer ${more.key ?? keys.main}`, ...more.headers },
      ...(more.body === undefined ? {} : { body: more.body }),
    });
  };
  const list = (target: string, key?: string): Listed =>
    call(target, key === undefined ? {} : { key }).body as Listed;
  const idOf = (name: string): string =>
    String(list('/campaigns?limit=100').items.find((item) => item['name'] === name)?.['id']);
  return { workspaces, keys, call, list, idOf };
}

const error = (statusCode: number, name: string, message: string) => ({
  status: statusCode,
  body: { statusCode, error: name, message },
});

describe('keys and scopes', () => {
  const { call, keys, workspaces } = demo();

  it('are 68 characters of base64', () => {
    for (const key of Object.values(keys)) expect(key).toMatch(/^[A-Za-z0-9+/]{66}==$/);
  });

  it('answer 401 without a key, with a wrong one and after it was revoked', () => {
    const bare = { method: 'GET', path: '/api/v2/campaigns', query: new URLSearchParams() };
    expect(answer(workspaces, { ...bare, headers: {} })).toEqual(
      error(401, 'Unauthorized', 'Missing Authorization header'),
    );
    const invalid = error(401, 'Unauthorized', 'Invalid authorization header');
    expect(call('/campaigns', { key: 'nonsense' })).toEqual(invalid);
    const own = demo();
    own.workspaces.revokeKey(own.keys.main);
    expect(own.call('/campaigns')).toEqual(invalid);
  });

  it('name the scope that is missing and those that were found', () => {
    expect(call('/accounts', { key: keys.readOnlyCampaigns })).toEqual(
      error(
        401,
        'Unauthorized',
        'Invalid scope. Required: accounts:read. Found: campaigns:read, workspaces:read',
      ),
    );
    expect(call('/campaigns', { key: keys.readOnlyCampaigns }).status).toBe(200);
    expect(call('/campaigns', { key: keys.noScope }).status).toBe(401);
    expect(call('/campaigns/analytics', { key: keys.noScope }).status).toBe(200);
  });

  it('let all:read read and not change', () => {
    const id = (call('/campaigns', { key: keys.second }).body as Listed).items[0]?.['id'];
    expect(call(`/campaigns/${id}/pause`, { key: keys.second, method: 'POST' }).status).toBe(401);
  });

  it('answer 402 without a plan', () => {
    expect(call('/workspaces/current', { key: keys.noPlan })).toEqual(
      error(402, 'Payment Required', 'Workspace does not have an active paid plan'),
    );
  });

  it('let an admin key, and only that, act on a sub-workspace', () => {
    const contoso = (call('/workspaces/current', { key: keys.second }).body as { id: string }).id;
    const headers = { 'x-as-workspace': contoso };
    expect(call('/workspaces/current', { headers }).body).toMatchObject({ name: 'Contoso Growth' });
    const northwind = (call('/workspaces/current').body as { id: string }).id;
    expect(
      call('/campaigns', { key: keys.second, headers: { 'x-as-workspace': northwind } }).status,
    ).toBe(401);
  });

  it('answer 429 over 100 calls in a second, when calls carry a time', () => {
    const own = demo();
    const statuses = Array.from({ length: 101 }, () =>
      answer(own.workspaces, {
        method: 'GET',
        path: '/api/v2/workspaces/current',
        query: new URLSearchParams(),
        headers: { authorization: `Bearer ${own.keys.main}` },
        receivedAtMs: 5_000,
      }),
    );
    expect(statuses.at(99)?.status).toBe(200);
    expect(statuses.at(100)).toEqual(error(429, 'Too Many Requests', 'Rate limit exceeded'));
  });
});

describe('pages', () => {
  const { call, list } = demo();

  it('hold 10 unless asked otherwise, and nothing over 100', () => {
    expect(list('/campaigns').items).toHaveLength(10);
    expect(list('/campaigns?limit=100').items).toHaveLength(60);
    expect(list('/campaigns?limit=101')).toEqual({ items: [] });
    expect(call('/campaigns?limit=0').status).toBe(400);
  });

  it('lead through all campaigns without a repeat', () => {
    const seen: unknown[] = [];
    let after: string | undefined;
    do {
      const page = list(
        `/campaigns?limit=7${after === undefined ? '' : `&starting_after=${after}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      after = page.next_starting_after;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
  });

  it('of accounts have a cursor of time and address', () => {
    const first = list('/accounts?limit=25');
    expect(first.next_starting_after).toMatch(/^\d{4}-.*Z&[a-z.]+@[a-z-]+\.example$/);
    const rest = list(
      `/accounts?limit=25&starting_after=${encodeURIComponent(first.next_starting_after ?? '')}`,
    );
    expect(rest.items).toHaveLength(15);
    expect(rest.next_starting_after).toBeUndefined();
  });
});

describe('campaigns', () => {
  it('are shown in full, the coarse reason as a number, null or not at all', () => {
    const { items } = demo().list('/campaigns?limit=100');
    expect(items.every(({ sequences }) => JSON.stringify(sequences).includes('body'))).toBe(true);
    const reasons = new Set(items.map((item) => item['not_sending_status']));
    expect(reasons).toEqual(new Set([1, 2, 3, 4, 99, null, undefined]));
  });

  it('are found by name, status and tag', () => {
    const { list } = demo();
    expect(list('/campaigns?search=saas+ctos').items).toHaveLength(2);
    expect(list('/campaigns?status=-2').items).toHaveLength(1);
    const tag = list('/custom-tags?search=core').items[0]?.['id'];
    expect(list(`/campaigns?limit=100&tag_ids=${tag}`).items.length).toBeGreaterThan(1);
  });

  it('answer 404 for one of another workspace', () => {
    const { call, list, keys } = demo();
    const foreign = list('/campaigns', keys.second).items[0]?.['id'];
    expect(call(`/campaigns/${foreign}`)).toEqual(error(404, 'Not Found', 'Resource not found'));
    expect(call(`/campaigns/${foreign}/pause`, { method: 'POST' })).toEqual({
      status: 400,
      body: { statusCode: 404, error: 'Not Found', message: 'Resource not found' },
    });
  });

  it('are paused, resumed and changed', () => {
    const { call, idOf } = demo();
    const path = `/campaigns/${idOf('CFO outreach — Ohio')}`;
    expect(call(`${path}/pause`, { method: 'POST' }).body).toMatchObject({ status: 2 });
    expect(call(`${path}/activate`, { method: 'POST' }).body).toMatchObject({ status: 1 });
    const body = { daily_limit: 7, match_lead_esp: true, stop_for_company: true };
    expect(call(path, { method: 'PATCH', body }).body).toMatchObject(body);
    expect(call(path).body).toMatchObject(body);
    expect((call('/audit-logs').body as Listed).items.slice(0, 3)).toMatchObject([
      { activity_type: 11, from_api: true },
      { activity_type: 4 },
      { activity_type: 5 },
    ]);
  });

  it.each([
    [{}],
    [{ daily_limit: 'many' }],
    [{ daily_max_leads: -1 }],
    [{ email_list: 'a@b.c' }],
    [{ campaign_schedule: {} }],
    [{ campaign_schedule: { schedules: [{ name: 'x', timing: {}, days: {}, timezone: 'X' }] } }],
    [['a']],
    [null],
  ])('refuse the change %j and stay as they were', (body) => {
    const { call, idOf } = demo();
    const path = `/campaigns/${idOf('CFO outreach — Ohio')}`;
    const before = call(path).body;
    expect(call(path, { method: 'PATCH', body })).toMatchObject({
      status: 400,
      body: { statusCode: 400, error: 'Bad Request' },
    });
    expect(call(path).body).toEqual(before);
  });
});

describe('the sending status', () => {
  const { call, idOf, workspaces, keys } = demo();
  const statusOf = (name: string, query = ''): Record<string, Record<string, unknown> | null> =>
    call(`/campaigns/${idOf(name)}/sending-status${query}`).body as never;

  it('is the snapshot of a loop within the last five minutes', () => {
    const updated = String(statusOf('CFO outreach — Ohio')['diagnostics']?.['last_updated']);
    const age = DEFAULT_START_MS - Date.parse(updated);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(5 * 60_000);
  });

  it('does not follow a change before the next loop', () => {
    const own = demo();
    const path = `/campaigns/${own.idOf('CFO outreach — Ohio')}`;
    own.call(`${path}/pause`, { method: 'POST' });
    const code = () =>
      (own.call(`${path}/sending-status`).body as { diagnostics: { status: string } }).diagnostics
        .status;
    expect(code()).toBe('healthy');
    own.workspaces.runUntil(DEFAULT_START_MS + 5 * 60_000);
    expect(code()).toBe('campaign_paused');
  });

  it('occurs in all four combinations of null', () => {
    const isNull = (name: string) => Object.values(statusOf(name)).map((half) => half === null);
    expect(isNull('Just launched — Portugal')).toEqual([true, true]);
    expect(isNull('Copy test A/B')).toEqual([true, false]);
    expect(isNull('Night desk — Auckland')).toEqual([false, true]);
    expect(isNull('CFO outreach — Ohio')).toEqual([false, false]);
  });

  it('lacks its fields out of schedule for some campaigns', () => {
    const keysOf = (name: string) => Object.keys(statusOf(name)['diagnostics'] ?? {});
    expect(keysOf('Wholesale — Hong Kong')).toEqual([
      'campaign_id',
      'last_updated',
      'status',
      'issue_tracking',
    ]);
    expect(keysOf('IT services — Bengaluru')).toContain('accounts_summary');
  });

  it('contradicts itself as live answers do', () => {
    expect(statusOf('Architects — Vienna')['diagnostics']).toMatchObject({
      status: 'campaign_completed',
      issue_tracking: { current_status_code: 'waiting_for_leads' },
      schedule_status: { in_schedule: true },
    });
    expect(statusOf('Podcast guests — follow-ups only')['diagnostics']).toMatchObject({
      status: 'follow_up_delay_not_met',
      follow_ups_waiting: { count: 4, earliest_wait_time_seconds: null },
      issue_tracking: { last_healthy_send_at: null },
    });
  });

  it('has the long summary only when asked', () => {
    expect(statusOf('CFO outreach — Ohio')['summary']).not.toHaveProperty('ai_summary');
    const asked = statusOf('CFO outreach — Ohio', '?with_ai_summary=true');
    expect(asked['summary']?.['ai_summary']).toMatch(/sending normally/);
  });

  it('of a subsequence carries both ids', () => {
    const parent = idOf('Partner programme');
    const { items } = call(`/subsequences?parent_campaign=${parent}`).body as Listed;
    expect(items).toHaveLength(2);
    expect(call(`/subsequences/${items[0]?.['id']}/sending-status`).body).toMatchObject({
      diagnostics: { campaign_id: parent, subsequence_id: items[0]?.['id'] },
    });
    expect(call('/subsequences').status).toBe(400);
  });

  it('of the second workspace shows an empty tag', () => {
    const { items } = call('/campaigns?limit=100', { key: keys.second }).body as Listed;
    const id = items.find(({ name }) => name === 'Empty tag')?.['id'];
    expect(items).toHaveLength(12);
    expect(call(`/campaigns/${id}/sending-status`, { key: keys.second }).body).toMatchObject({
      diagnostics: { status: 'no_accounts_available', accounts_summary: { total_connected: 0 } },
    });
    expect(workspaces.worlds).toHaveLength(3);
  });
});

describe('accounts', () => {
  it('in error are found by their filter, with the words of the mail server', () => {
    const { list, call } = demo();
    const { items } = list('/accounts?filter=ACC_FILTER_ERROR&limit=100');
    expect(new Set(items.map((item) => item['status']))).toEqual(new Set([-1, -2, -3]));
    expect(JSON.stringify(items)).toMatch(/535-5\.7\.8/);
    expect(list('/accounts?filter=ACC_FILTER_W_ERROR').items).toHaveLength(1);
    expect(call('/accounts?filter=NONE').status).toBe(400);
  });

  it('show tags when asked and the whole warmup only alone', () => {
    const { call, list } = demo();
    const listed = list('/accounts?include_tags=true&limit=100').items;
    expect(listed.some(({ tags }) => (tags as unknown[]).length > 0)).toBe(true);
    const email = String(listed[0]?.['email']);
    expect(listed[0]?.['warmup']).toEqual({ limit: 20 });
    const alone = call(`/accounts/${encodeURIComponent(email)}`).body;
    expect(alone).toMatchObject({ email, warmup: { advanced: {} } });
    expect(alone).not.toHaveProperty('tags');
  });

  it('are paused, resumed, marked and changed', () => {
    const { call } = demo();
    const path = `/accounts/${encodeURIComponent('amara.okafor@northwind-mail.example')}`;
    expect(call(`${path}/pause`, { method: 'POST' }).body).toMatchObject({ status: 2 });
    expect(call(`${path}/resume`, { method: 'POST' }).body).toMatchObject({ status: 1 });
    expect(call(`${path}/mark-fixed`, { method: 'POST' }).body).toMatchObject({ status: 1 });
    const body = { daily_limit: 12, sending_gap: 3, enable_slow_ramp: false, signature: 'A.' };
    expect(call(path, { method: 'PATCH', body }).body).toMatchObject(body);
    expect(call(path, { method: 'PATCH', body: { sending_gap: 2_000 } }).status).toBe(400);
    expect(call('/accounts/nobody%40x.example').status).toBe(404);
    expect(call('/accounts/%E0%A4%A').status).toBe(400);
  });

  it('name the campaigns that use them', () => {
    const { list } = demo();
    const { items } = list(
      `/account-campaign-mappings/${encodeURIComponent('jonas.keller@northwind-mail.example')}`,
    );
    expect(items.map((item) => item['campaign_name'])).toEqual([
      'SaaS founders — DACH, wave 3',
      'Agency partners UK',
      'Fintech CFOs — Nordics',
    ]);
  });

  it('have their warmup switched by a job, except a banned one', () => {
    const { call, list } = demo();
    const banned = String(list('/accounts?filter=ACC_FILTER_W_ERROR').items[0]?.['email']);
    const emails = [banned, 'amara.okafor@northwind-mail.example'];
    const job = call('/accounts/warmup/disable', { method: 'POST', body: { emails } }).body;
    expect(call(`/background-jobs/${(job as { id: string }).id}`).body).toEqual(job);
    const warmups = emails.map(
      (email) => (call(`/accounts/${email}`).body as { warmup_status: number }).warmup_status,
    );
    expect(warmups).toEqual([-1, 0]);
    const body = { emails };
    expect(call('/accounts/warmup-analytics', { method: 'POST', body }).body).toMatchObject({
      aggregate_data: { [banned]: { health_score: 41, health_score_label: '41%' } },
    });
  });

  it('have their records tested by domain', () => {
    const accounts = [
      'a@northwind-mail.example',
      'b@northwind-mail.example',
      'c@northwind-team.example',
    ];
    const { body } = demo().call('/accounts/test/vitals', { method: 'POST', body: { accounts } });
    expect(body).toMatchObject({
      success_list: [{ domain: 'northwind-mail.example', allPass: true }],
      failure_list: [{ domain: 'northwind-team.example', allPass: false, dkim: false }],
    });
  });

  it.each([
    ['track.northwind-mail.example', { success: true, ssl: true, cname: true }],
    ['track.northwind-team.example', { success: false, ssl: false, cname: true }],
    ['track.elsewhere.example', { success: false, ssl: false, cname: false }],
  ])('name a tracking domain that can be checked: %s', (host, state) => {
    const { call } = demo();
    expect(call(`/accounts/ctd/status?host=${host}`).body).toEqual({ ...state, host });
    const { items } = call('/accounts?limit=100').body as {
      items: readonly { email: string; tracking_domain_name: string }[];
    };
    for (const { email, tracking_domain_name } of items) {
      expect(tracking_domain_name).toBe(`track.${email.split('@')[1]}`);
    }
  });
});

describe('analytics', () => {
  it('agree with what was sent today', () => {
    const { workspaces, call, idOf } = demo();
    const id = idOf('CFO outreach — Ohio');
    const [world] = workspaces.worlds.filter(({ state }) => state.campaigns.has(id));
    const today = `start_date=2026-11-19&end_date=2026-11-19`;
    const daily = call(`/campaigns/analytics/daily?campaign_id=${id}&${today}`).body;
    expect(daily).toMatchObject([{ date: '2026-11-19', sent: world?.sentToday(id) }]);
    expect(call(`/campaigns/analytics?id=${id}&${today}`).body).toMatchObject([
      { campaign_id: id, emails_sent_count: world?.sentToday(id) },
    ]);
  });

  it('of accounts need addresses and at most 31 days', () => {
    const { call } = demo();
    const email = 'emails=amara.okafor%40northwind-mail.example';
    expect(call('/accounts/analytics/daily')).toEqual(
      error(413, 'Payload Too Large', 'Analytics request is too large for this workspace'),
    );
    expect(call(`/accounts/analytics/daily?${email}`).body).toHaveLength(23);
    expect(call(`/accounts/analytics/daily?${email}&start_date=2026-09-01`).status).toBe(400);
  });

  it('refuse dates in the wrong order with a bare message', () => {
    const dates = 'start_date=2026-11-19&end_date=2026-11-01';
    expect(demo().call(`/campaigns/analytics?${dates}`)).toEqual({
      status: 400,
      body: { message: 'Start Date must be earlier than End Date' },
    });
  });
});

describe('the whole API', () => {
  it('gives the same bytes for the same seed', () => {
    const bytes = (seed: number): string => {
      const { workspaces, call, list } = demo({ seed });
      workspaces.runUntil(DEFAULT_START_MS + DAY_MS);
      return JSON.stringify([
        list('/campaigns?limit=100').items.map(({ id }) => [
          call(`/campaigns/${id}`).body,
          call(`/campaigns/${id}/sending-status`).body,
        ]),
        list('/accounts?limit=100'),
        call('/campaigns/analytics').body,
        call('/audit-logs').body,
      ]);
    };
    expect(bytes(3)).toBe(bytes(3));
    expect(bytes(3)).not.toBe(bytes(4));
  });

  it('keeps workspaces of one container apart', () => {
    const workspaces = createWorkspaces();
    const world = createWorld({
      plan: { workspaceName: 'Alone', inboxes: [], campaigns: [{ name: 'x' }] },
    });
    workspaces.addKey('k', workspaces.add(world), ['all:all']);
    const { body } = answer(workspaces, {
      method: 'GET',
      path: '/api/v2/campaigns',
      query: new URLSearchParams(),
      headers: { authorization: 'Bearer k' },
    });
    expect((body as Listed).items).toHaveLength(1);
  });
});
