import { describe, expect, test } from 'vitest';
import type { Change } from '#model';
import type { ChangeFacts } from './action-definition.ts';
import {
  ANN,
  aCampaign,
  aFleet,
  anInbox,
  BAD_LEAD,
  BOB,
  brokenInbox,
  CAMPAIGN as campaignId,
  factsOf,
  ANN as inbox,
  LOGIN,
  ofCampaign,
  ofInboxes,
  plan,
  TRANSIENT,
} from './fixtures.ts';

const risksOf = (change: Change, facts: ChangeFacts) =>
  plan(change, facts).risks.map(({ code }) => code);

describe('risks', () => {
  test.each<[string, Change, ChangeFacts, readonly string[]]>([
    [
      'after Bounce Protect',
      { kind: 'activate_campaign', campaignId },
      factsOf(ofCampaign({ lifecycle: 'bounce_protect' })),
      ['bounce_protect_off'],
    ],
    [
      'a campaign that never ran',
      { kind: 'activate_campaign', campaignId },
      factsOf(ofCampaign({ lifecycle: 'draft' })),
      ['launches'],
    ],
    [
      'one that was paused',
      { kind: 'activate_campaign', campaignId },
      factsOf(ofCampaign({ lifecycle: 'paused' })),
      [],
    ],
    [
      'no limit',
      { kind: 'set_campaign_limit', campaignId, limitPerDay: null },
      factsOf(ofCampaign()),
      ['no_limit'],
    ],
    [
      'no new leads',
      { kind: 'set_new_lead_limit', campaignId, limitPerDay: 0 },
      factsOf(ofCampaign()),
      ['stops_new_leads'],
    ],
    [
      'other providers',
      { kind: 'set_esp_matching', campaignId, isOn: false },
      factsOf(ofCampaign({ isEspMatching: true })),
      ['other_providers'],
    ],
    [
      'above 30',
      { kind: 'set_inbox_limit', inbox, limitPerDay: 31 },
      factsOf(ofInboxes(anInbox())),
      ['above_safe_limit'],
    ],
    [
      'slow ramp off',
      { kind: 'set_slow_ramp', inbox, isOn: false },
      factsOf(ofInboxes(anInbox({ isSlowRamp: true }))),
      ['slow_ramp_off'],
    ],
    [
      'bad addresses',
      { kind: 'resume_inbox', inbox },
      factsOf(ofInboxes(brokenInbox(BAD_LEAD))),
      ['list_quality'],
    ],
    [
      'a mark alone',
      { kind: 'mark_inbox_fixed', inbox },
      factsOf(ofInboxes(brokenInbox(TRANSIENT))),
      ['repairs_nothing'],
    ],
    [
      'no warmup',
      { kind: 'set_warmup', inboxes: [ANN], isOn: false },
      factsOf(ofInboxes(anInbox())),
      ['warmup_ends'],
    ],
    [
      'campaigns that lose it',
      { kind: 'pause_inbox', inbox },
      factsOf(ofInboxes(anInbox()), { fleet: aFleet() }),
      ['used_by_campaigns'],
    ],
  ])('%s', (_, change, facts, risks) => {
    expect(risksOf(change, facts)).toEqual(risks);
  });

  test('inboxes that cannot send yet are counted', () => {
    const stopped = { lifecycle: 'accounts_unhealthy' } as const;
    const fleet = aFleet(aCampaign(stopped), [brokenInbox(LOGIN), anInbox({ address: BOB })]);
    const facts = factsOf(ofCampaign(stopped), { fleet });
    expect(plan({ kind: 'activate_campaign', campaignId }, facts).risks).toEqual([
      { code: 'inboxes_still_down', params: { down: 1, total: 2 } },
    ]);
  });
});
