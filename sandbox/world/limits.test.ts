import { describe, expect, it } from 'vitest';
import {
  type CampaignPlan,
  createWorld,
  DAY_MS,
  HOUR_MS,
  type InboxPlan,
  type Mail,
  MINUTE_MS,
  utcDateOf,
  type World,
} from './index.ts';

const START_MS = Date.UTC(2026, 10, 19, 0, 0);
const ALL_WEEK = [0, 1, 2, 3, 4, 5, 6];

const always = (timezone = 'Etc/GMT', from = '00:00', to = '23:59') => ({
  startDate: null,
  endDate: null,
  entries: [{ name: 'all week', from, to, days: ALL_WEEK, timezone }],
});

const inboxes = (count: number, more: Partial<InboxPlan> = {}): InboxPlan[] =>
  Array.from({ length: count }, (_, i) => ({ address: `inbox${i}@a.example`, ...more }));

function worldOf(campaign: Partial<CampaignPlan>, senders: InboxPlan[]): World {
  return createWorld({
    startMs: START_MS,
    historyMs: 0,
    plan: {
      workspaceName: 'Test',
      inboxes: senders,
      campaigns: [
        {
          name: 'one',
          inboxes: senders.map(({ address }) => address),
          schedule: always(),
          ...campaign,
        },
      ],
    },
  });
}

function group(mails: readonly Mail[], keyOf: (mail: Mail) => string): Map<string, Mail[]> {
  return Map.groupBy(mails, keyOf);
}

const codeOf = (world: World): string | undefined =>
  [...world.state.campaigns.values()][0]?.snapshot?.code;

const localDate = (ms: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate().toString();

describe('limits in the log of the demo workspace', () => {
  const world = createWorld();
  world.advance(DAY_MS);

  it('never exceeds a campaign limit on a local day', () => {
    for (const { id, settings, parentId } of world.state.campaigns.values()) {
      const { limitPerDay, schedule } = settings;
      if (limitPerDay === null || parentId !== null) continue;
      const zone = schedule.entries[0]?.timezone ?? 'Etc/GMT';
      const mine = world.mails.filter(({ campaignId }) => campaignId === id);
      for (const mails of group(mine, ({ atMs }) => localDate(atMs, zone)).values()) {
        expect(mails.length).toBeLessThanOrEqual(limitPerDay);
      }
    }
  });

  it('never exceeds an inbox limit on a UTC day, over all campaigns', () => {
    let highest = 0;
    for (const [key, mails] of group(world.mails, (m) => `${m.inbox} ${utcDateOf(m.atMs)}`)) {
      const limit = world.state.inboxes.get(key.split(' ')[0] ?? '')?.limitPerDay ?? 0;
      highest = Math.max(highest, mails.length / limit);
      expect(mails.length).toBeLessThanOrEqual(limit);
    }
    expect(highest).toBe(1);
  });

  it('keeps the gap of every inbox over all campaigns', () => {
    for (const [address, mails] of group(world.mails, ({ inbox }) => inbox)) {
      const gapMs = (world.state.inboxes.get(address)?.gapMinutes ?? 0) * MINUTE_MS;
      for (let i = 1; i < mails.length; i++) {
        expect((mails[i]?.atMs ?? 0) - (mails[i - 1]?.atMs ?? 0)).toBeGreaterThanOrEqual(gapMs);
      }
    }
  });

  it('keeps the gap of every campaign between two mails of one inbox', () => {
    for (const [key, mails] of group(world.mails, (m) => `${m.campaignId} ${m.inbox}`)) {
      const id = key.split(' ')[0] ?? '';
      const gapMs = (world.state.campaigns.get(id)?.settings.gapMinutes ?? 0) * MINUTE_MS;
      for (let i = 1; i < mails.length; i++) {
        expect((mails[i]?.atMs ?? 0) - (mails[i - 1]?.atMs ?? 0)).toBeGreaterThanOrEqual(gapMs);
      }
    }
  });

  it('contacts at most two leads of a company on a day', () => {
    const fresh = world.mails.filter(({ company }) => company !== null);
    for (const mails of group(
      fresh,
      (m) => `${m.campaignId} ${m.company} ${utcDateOf(m.atMs)}`,
    ).values()) {
      expect(mails.length).toBeLessThanOrEqual(2);
    }
  });
});

describe('pace', () => {
  it('lets every inbox send once in each gap', () => {
    const world = worldOf({ gapMinutes: 9, randomGapMinutes: 5, limitPerDay: null }, inboxes(5));
    world.advance(2 * HOUR_MS);
    // The help centre's own figures: 5 accounts, gap 9 to 14, two hours (INSTANTLY.md 4.1).
    expect(world.mails.length).toBeGreaterThanOrEqual(40);
    expect(world.mails.length).toBeLessThanOrEqual(70);
    expect(new Set(world.mails.slice(0, 5).map(({ inbox }) => inbox)).size).toBe(5);
  });

  it('sends one mail in each gap in one-by-one mode, from all inboxes in turn', () => {
    const world = worldOf({ isOneByOne: true, gapMinutes: 10, randomGapMinutes: 0 }, inboxes(3));
    world.advance(2 * HOUR_MS);
    expect(world.mails).toHaveLength(12);
    expect(new Set(world.mails.map(({ inbox }) => inbox)).size).toBe(3);
  });

  it('grows a slow ramp by two mails each UTC day', () => {
    const world = worldOf({ gapMinutes: 5 }, inboxes(1, { slowRampFrom: 4 }));
    world.advance(3 * DAY_MS);
    const days = group(world.mails, ({ atMs }) => utcDateOf(atMs));
    expect([...days.values()].map(({ length }) => length)).toEqual([4, 6, 8]);
    expect(codeOf(world)).toBe('account_daily_limit_met');
  });
});

describe('which mail goes first', () => {
  const followUps = { count: 6, firstDueMs: START_MS, lastDueMs: START_MS };
  const firstSix = (isPrioritizingNewLeads: boolean): string[] => {
    const world = worldOf({ followUps, isPrioritizingNewLeads, limitPerDay: 6 }, inboxes(2));
    world.advance(DAY_MS - HOUR_MS);
    return world.mails.map(({ kind }) => kind);
  };

  it('is a follow-up that is due', () => {
    expect(firstSix(false)).toEqual(Array(6).fill('follow_up'));
  });

  it('is a new lead when new leads come first', () => {
    expect(firstSix(true)).toEqual(Array(6).fill('new_lead'));
  });

  it('keeps a follow-up with the inbox that began the thread, after the delay', () => {
    const world = worldOf(
      { leads: 20, followUpDelaysDays: [1], replyRate: 0, bounceRate: 0, limitPerDay: null },
      inboxes(4),
    );
    world.advance(2 * DAY_MS);
    const byKind = group(world.mails, ({ kind }) => kind);
    const fresh = byKind.get('new_lead') ?? [];
    const later = byKind.get('follow_up') ?? [];
    expect(later).toHaveLength(20);
    const inboxesOf = (mails: Mail[]): string[] => mails.map(({ inbox }) => inbox).sort();
    expect(inboxesOf(later)).toEqual(inboxesOf(fresh));
    expect((later[0]?.atMs ?? 0) - (fresh[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(DAY_MS);
  });
});

describe('leads', () => {
  it('stops new leads at their own limit and goes on the next day', () => {
    const world = worldOf({ newLeadsPerDay: 7, followUpDelaysDays: [9] }, inboxes(2));
    world.advance(12 * HOUR_MS);
    expect(world.mails).toHaveLength(7);
    expect(codeOf(world)).toBe('new_lead_limit_met');
    world.advance(DAY_MS);
    expect(world.mails).toHaveLength(14);
  });

  it('completes a campaign whose leads are all done, but not an evergreen one', () => {
    const done = { leads: 5, followUpDelaysDays: [] };
    const ended = worldOf(done, inboxes(1));
    ended.advance(6 * HOUR_MS);
    expect(codeOf(ended)).toBe('campaign_completed');
    const evergreen = worldOf({ ...done, isEvergreen: true }, inboxes(1));
    evergreen.advance(6 * HOUR_MS);
    expect(codeOf(evergreen)).toBe('waiting_for_leads');
  });

  it('waits for the matching sender only where there is one', () => {
    const matching = { isEspMatching: true, googleLeadShare: 1, followUpDelaysDays: [9] };
    const mixed = [
      ...inboxes(1, { provider: 2, limitPerDay: 3 }),
      { address: 'm@b.example', provider: 3 as const },
    ];
    const waiting = worldOf(matching, mixed);
    waiting.advance(12 * HOUR_MS);
    expect(waiting.mails).toHaveLength(3);
    expect(codeOf(waiting)).toBe('waiting_for_esp_match');
    const none = worldOf(matching, inboxes(2, { provider: 3 }));
    none.advance(12 * HOUR_MS);
    expect(none.mails).toHaveLength(60);
  });
});
