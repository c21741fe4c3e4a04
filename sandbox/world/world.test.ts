import { describe, expect, it } from 'vitest';
import { createWorld, DAY_MS, DEFAULT_START_MS, notSendingStatusOf, type World } from './index.ts';

const CODES = [
  'healthy',
  'campaign_draft',
  'campaign_paused',
  'campaign_completed',
  'campaign_running_subsequences',
  'out_of_schedule',
  'follow_up_delay_not_met',
  'waiting_for_leads',
  'new_lead_limit_met',
  'daily_limit_met',
  'account_daily_limit_met',
  'domain_limit_reached',
  'waiting_for_esp_match',
  'no_accounts_available',
  'all_accounts_unhealthy',
  'campaign_accounts_unhealthy',
  'campaign_bounce_protect',
  'campaign_account_suspended',
];

const campaignsOf = (world: World) => [...world.state.campaigns.values()];

describe('the demo workspace at its start', () => {
  it.each([1, 2, 'another'])('shows every code, status and reason with seed %s', (seed) => {
    const campaigns = campaignsOf(createWorld({ seed }));
    expect(new Set(campaigns.map(({ snapshot }) => snapshot?.code))).toEqual(new Set(CODES));
    expect(new Set(campaigns.map(({ status }) => status))).toEqual(
      new Set([-99, -2, -1, 0, 1, 2, 3, 4]),
    );
    expect(new Set(campaigns.map(notSendingStatusOf))).toEqual(new Set([1, 2, 3, 4, 99, null]));
  });

  it('has a plausible mix', () => {
    const count = (...codes: string[]) =>
      campaignsOf(createWorld()).filter(({ snapshot }) => codes.includes(snapshot?.code ?? ''))
        .length;
    expect(campaignsOf(createWorld())).toHaveLength(60);
    expect(count('healthy')).toBeGreaterThanOrEqual(22);
    expect(count('all_accounts_unhealthy', 'campaign_accounts_unhealthy')).toBe(2);
    expect(count('out_of_schedule')).toBe(8);
    expect(count('campaign_draft', 'campaign_paused', 'campaign_completed')).toBe(10);
  });

  it('lets two lost logins hurt exactly four campaigns', () => {
    const { state } = createWorld();
    const lost = [...state.inboxes.values()].filter(({ fault }) => fault === 'login_lost');
    expect(lost).toHaveLength(2);
    expect(
      campaignsOf(createWorld()).filter(({ senders }) =>
        senders.some(({ fault }) => fault === 'login_lost'),
      ),
    ).toHaveLength(4);
  });

  it('has hostile, empty and equal names', () => {
    const names = campaignsOf(createWorld()).map(({ settings }) => settings.name);
    expect(names).toContain('<img src=x onerror=alert(1)>');
    expect(names).toContain('');
    expect(names.some((name) => name.includes('\u202E'))).toBe(true);
    expect(new Set(names).size).toBe(names.length - 1);
  });

  it('has a campaign that says healthy and sends nothing', () => {
    const world = createWorld();
    const id = world.idOf('Dental clinics — Texas');
    const before = world.sentToday(id);
    world.advance(3 * 3_600_000);
    expect(world.state.campaigns.get(id)?.snapshot?.code).toBe('healthy');
    expect(world.sentToday(id)).toBe(before);
    expect(before).toBeGreaterThan(0);
  });

  it('keeps a campaign with a stopped snapshot as it was', () => {
    const world = createWorld();
    const { snapshot } =
      world.state.campaigns.get(world.idOf('Property managers — Scotland')) ?? {};
    expect(DEFAULT_START_MS - (snapshot?.takenAtMs ?? 0)).toBeGreaterThan(5 * 3_600_000 - 1);
  });
});

describe('the clock', () => {
  it('gives the same world for the same seed and another for another', () => {
    const bytes = (seed: number): string => {
      const world = createWorld({ seed });
      world.advance(DAY_MS);
      return JSON.stringify([
        world.mails,
        campaignsOf(world).map(({ id, snapshot }) => [id, snapshot]),
      ]);
    };
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
  });

  it('comes to the same end in one stride or in many', () => {
    const once = createWorld();
    const often = createWorld();
    once.advance(DAY_MS);
    for (let i = 0; i < 1_440; i++) often.advance(DAY_MS / 1_440);
    expect(often.mails).toEqual(once.mails);
  });

  it('does nothing for an instant in the past', () => {
    const world = createWorld();
    world.runUntil(DEFAULT_START_MS - DAY_MS);
    expect(world.nowMs).toBe(DEFAULT_START_MS);
  });

  it('makes larger workspaces', () => {
    const world = createWorld({ campaigns: 200, inboxes: 120, historyMs: 0 });
    expect(world.state.campaigns.size).toBe(200);
    expect(world.state.inboxes.size).toBe(120);
  });
});
