import { describe, expect, it } from 'vitest';
import {
  activateCampaign,
  changeCampaign,
  createWorld,
  DAY_MS,
  HOUR_MS,
  heal,
  MINUTE_MS,
  pauseCampaign,
  resumeInbox,
  type World,
} from './index.ts';

const campaignNamed = (world: World, name: string) => {
  const campaign = world.state.campaigns.get(world.idOf(name));
  if (campaign === undefined) throw new Error(name);
  return campaign;
};

const inboxAt = (world: World, index: number) => {
  const inbox = [...world.state.inboxes.values()][index];
  if (inbox === undefined) throw new Error(String(index));
  return inbox;
};

describe('changes by a person', () => {
  it('pause at once and resume after 10 to 15 minutes', () => {
    const world = createWorld();
    const campaign = campaignNamed(world, 'CFO outreach — Ohio');
    pauseCampaign(world.state, campaign);
    const before = campaign.sentInAll;
    world.advance(HOUR_MS);
    expect(campaign.sentInAll).toBe(before);
    expect(campaign.snapshot?.code).toBe('campaign_paused');
    activateCampaign(world.state, campaign);
    world.advance(10 * MINUTE_MS - 1);
    expect(campaign.sentInAll).toBe(before);
    world.advance(30 * MINUTE_MS);
    expect(campaign.sentInAll).toBeGreaterThan(before);
    expect(world.state.audit.slice(-2).map(({ activity }) => activity)).toEqual([5, 4]);
  });

  it('raise a limit that was reached', () => {
    const world = createWorld();
    const campaign = campaignNamed(world, 'Accountants UK — round 2');
    changeCampaign(world.state, campaign, { limitPerDay: 60 });
    world.advance(2 * HOUR_MS);
    expect(campaign.sentToday).toBeGreaterThan(25);
  });

  it('leave a lost login broken unless it was repaired', () => {
    const world = createWorld();
    const [jonas, mira] = [inboxAt(world, 0), inboxAt(world, 1)];
    resumeInbox(world.state, jonas);
    heal(world.state, mira);
    expect([jonas.status, mira.status]).toEqual([1, 1]);
    world.advance(HOUR_MS);
    expect([jonas.status, mira.status]).toEqual([-1, 1]);
  });

  it('switch Bounce Protect off for 7 days', () => {
    const world = createWorld();
    const campaign = campaignNamed(world, 'Ecommerce owners — bought list');
    expect(campaign.status).toBe(-2);
    activateCampaign(world.state, campaign);
    world.advance(6 * DAY_MS);
    expect(campaign.status).toBe(1);
    world.advance(8 * DAY_MS);
    expect(campaign.status).toBe(-2);
  });
});

describe('what happens by itself', () => {
  it('stops a campaign an hour after its last inbox failed', () => {
    const world = createWorld();
    const campaign = campaignNamed(world, 'SaaS founders — DACH, wave 3');
    expect(campaign.status).toBe(1);
    world.advance(30 * MINUTE_MS);
    expect(campaign.status).toBe(-1);
    expect(campaign.snapshot?.code).toBe('campaign_accounts_unhealthy');
  });

  it('heals a quota after a day and maintenance sooner', () => {
    const world = createWorld();
    const quota = inboxAt(world, 11);
    const maintenance = inboxAt(world, 21);
    expect([quota.status, maintenance.status]).toEqual([-2, 3]);
    world.advance(2 * HOUR_MS);
    expect([quota.status, maintenance.status]).toEqual([-2, 1]);
    world.advance(DAY_MS);
    expect(quota.status).toBe(1);
  });

  it('lets inboxes fail as days go by', () => {
    const world = createWorld();
    const before = [...world.state.inboxes.values()].filter(({ fault }) => fault !== null).length;
    world.advance(20 * DAY_MS);
    const after = [...world.state.inboxes.values()].filter(({ fault }) => fault !== null).length;
    expect(after).toBeGreaterThan(before);
  });

  it('sends the mails of a running subsequence from the inboxes of its parent', () => {
    const world = createWorld();
    const senders = new Set(
      campaignNamed(world, 'Partner programme').senders.map(({ address }) => address),
    );
    const mails = world.mails.filter(({ kind }) => kind === 'subsequence');
    expect(mails.length).toBeGreaterThan(20);
    expect(mails.every(({ inbox }) => senders.has(inbox))).toBe(true);
  });
});
