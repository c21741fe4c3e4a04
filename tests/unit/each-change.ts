import type { Change, ChangeKind } from '#model';
import { ADDRESSES, type ChangeWorld } from './change-world.ts';

/** One change of each kind, and the one write that it is. */
export const EACH: {
  readonly [Kind in ChangeKind]: (world: ChangeWorld) => readonly [Change, object];
} = {
  pause_campaign: (it) => [
    { kind: 'pause_campaign', campaignId: it.campaign('one') },
    { method: 'POST', path: `/api/v2/campaigns/${it.campaign('one')}/pause`, body: undefined },
  ],
  activate_campaign: (it) => {
    const state = it.world.state.campaigns.get(it.campaign('one'));
    if (state) state.status = 2;
    return [
      { kind: 'activate_campaign', campaignId: it.campaign('one') },
      { method: 'POST', path: `/api/v2/campaigns/${it.campaign('one')}/activate`, body: undefined },
    ];
  },
  set_campaign_limit: (it) => [
    { kind: 'set_campaign_limit', campaignId: it.campaign('one'), limitPerDay: 70 },
    { method: 'PATCH', path: `/api/v2/campaigns/${it.campaign('one')}`, body: { daily_limit: 70 } },
  ],
  set_new_lead_limit: (it) => [
    { kind: 'set_new_lead_limit', campaignId: it.campaign('one'), limitPerDay: 7 },
    {
      method: 'PATCH',
      path: `/api/v2/campaigns/${it.campaign('one')}`,
      body: { daily_max_leads: 7 },
    },
  ],
  set_esp_matching: (it) => [
    { kind: 'set_esp_matching', campaignId: it.campaign('one'), isOn: true },
    {
      method: 'PATCH',
      path: `/api/v2/campaigns/${it.campaign('one')}`,
      body: { match_lead_esp: true },
    },
  ],
  pause_inbox: (it) => [
    { kind: 'pause_inbox', inbox: it.inbox(0) },
    { method: 'POST', path: '/api/v2/accounts/inbox0%40a.example/pause', body: undefined },
  ],
  resume_inbox: (it) => {
    const state = it.world.state.inboxes.get(it.inbox(0));
    if (state) state.status = 2;
    return [
      { kind: 'resume_inbox', inbox: it.inbox(0) },
      { method: 'POST', path: '/api/v2/accounts/inbox0%40a.example/resume', body: undefined },
    ];
  },
  mark_inbox_fixed: (it) => {
    const state = it.world.state.inboxes.get(it.inbox(0));
    if (state) {
      state.status = -3;
      state.statusMessage = { response: '450 4.1.2 Domain not found', responseCode: 450 };
    }
    return [
      { kind: 'mark_inbox_fixed', inbox: it.inbox(0) },
      { method: 'POST', path: '/api/v2/accounts/inbox0%40a.example/mark-fixed', body: undefined },
    ];
  },
  set_inbox_limit: (it) => [
    { kind: 'set_inbox_limit', inbox: it.inbox(0), limitPerDay: 25 },
    { method: 'PATCH', path: '/api/v2/accounts/inbox0%40a.example', body: { daily_limit: 25 } },
  ],
  set_inbox_gap: (it) => [
    { kind: 'set_inbox_gap', inbox: it.inbox(0), gapMinutes: 6 },
    { method: 'PATCH', path: '/api/v2/accounts/inbox0%40a.example', body: { sending_gap: 6 } },
  ],
  set_slow_ramp: (it) => [
    { kind: 'set_slow_ramp', inbox: it.inbox(0), isOn: true },
    {
      method: 'PATCH',
      path: '/api/v2/accounts/inbox0%40a.example',
      body: { enable_slow_ramp: true },
    },
  ],
  set_warmup: (it) => [
    { kind: 'set_warmup', inboxes: [it.inbox(0), it.inbox(1)], isOn: false },
    {
      method: 'POST',
      path: '/api/v2/accounts/warmup/disable',
      body: { emails: ADDRESSES.slice(0, 2) },
    },
  ],
};
/** The kinds of them. */
export const KINDS = Object.keys(EACH) as ChangeKind[];
