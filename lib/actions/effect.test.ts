import { describe, expect, test } from 'vitest';
import { type Change, HOUR_MS } from '#model';
import type { ChangeFacts } from './action-definition.ts';
import {
  ANN,
  aCampaign,
  aFleet,
  anInbox,
  BOB,
  brokenInbox,
  CAMPAIGN as campaignId,
  factsOf,
  ANN as inbox,
  NOW,
  ofCampaign,
  ofInboxes,
  plan,
  TRANSIENT,
} from './fixtures.ts';

describe('the effect on today (12:00 in a window until 17:00, 10 of 20 sent)', () => {
  const meanOf = (change: Change, facts: ChangeFacts) => {
    const { effect } = plan(change, facts);
    return effect && [effect.before.today.mean, effect.after.today.mean];
  };
  const fleet = aFleet();

  test('a higher limit: up to what the inboxes can do, and what binds then', () => {
    const facts = factsOf(ofCampaign(), { fleet });
    const change: Change = { kind: 'set_campaign_limit', campaignId, limitPerDay: 500 };
    expect(meanOf(change, facts)).toEqual([20, 60]);
    expect(plan(change, facts).effect?.after.bottleneck).toBe('inbox_limits');
  });

  test('a pause: what has been sent', () => {
    const facts = factsOf(ofCampaign(), { fleet });
    expect(meanOf({ kind: 'pause_campaign', campaignId }, facts)).toEqual([20, 10]);
  });

  test('activating: from what has been sent to the limit', () => {
    const paused = { lifecycle: 'paused' } as const;
    const facts = factsOf(ofCampaign(paused), { fleet: aFleet(aCampaign(paused)) });
    expect(meanOf({ kind: 'activate_campaign', campaignId }, facts)).toEqual([10, 20]);
  });

  test('an inbox less: in all campaigns that use it', () => {
    const open = aFleet(aCampaign({ limitPerDay: 500 }));
    const facts = factsOf(ofInboxes(anInbox()), { fleet: open });
    expect(meanOf({ kind: 'pause_inbox', inbox }, facts)).toEqual([60, 35]);
  });

  test('a lower limit of one inbox', () => {
    const open = aFleet(aCampaign({ limitPerDay: 500 }));
    const facts = factsOf(ofInboxes(anInbox()), { fleet: open });
    expect(meanOf({ kind: 'set_inbox_limit', inbox, limitPerDay: 15 }, facts)).toEqual([60, 45]);
  });

  test('an inbox that is up again', () => {
    const broken = brokenInbox(TRANSIENT);
    const open = aFleet(aCampaign({ limitPerDay: 500 }), [broken, anInbox({ address: BOB })]);
    const facts = factsOf(ofInboxes(broken), { fleet: open });
    expect(meanOf({ kind: 'resume_inbox', inbox }, facts)).toEqual([35, 60]);
  });

  test('what was just read counts, not what was known', () => {
    const facts = factsOf(ofCampaign({ limitPerDay: 30 }), { fleet });
    const change: Change = { kind: 'set_campaign_limit', campaignId, limitPerDay: 40 };
    expect(meanOf(change, facts)).toEqual([30, 40]);
  });

  test('warmup sends no mails of campaigns', () => {
    const facts = factsOf(ofInboxes(anInbox()), { fleet });
    expect(meanOf({ kind: 'set_warmup', inboxes: [ANN], isOn: false }, facts)).toBe(null);
  });

  test('a lower limit of the campaign', () => {
    const facts = factsOf(ofCampaign(), { fleet, now: NOW + HOUR_MS });
    const change: Change = { kind: 'set_campaign_limit', campaignId, limitPerDay: 12 };
    expect(meanOf(change, facts)).toEqual([20, 12]);
  });
});
