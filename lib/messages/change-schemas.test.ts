import { describe, expect, test } from 'vitest';
import { CHANGE_SCHEMAS, PANEL_CHANGE_SCHEMAS } from './change-schemas.ts';

const ID = '019cc043-aee6-7ae9-a545-d7de53430e37';
const ANN = 'ann@send.example';
const SCHEMAS = { ...CHANGE_SCHEMAS, ...PANEL_CHANGE_SCHEMAS };
type Name = keyof typeof SCHEMAS;

const planned = (change: unknown) => ({ workspaceId: ID, change });
const PAUSE = planned({ kind: 'pause_campaign', campaignId: ID });
const many = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);
const limit = (limitPerDay: unknown) =>
  planned({ kind: 'set_campaign_limit', campaignId: ID, limitPerDay });
const warmup = (inboxes: unknown) => planned({ kind: 'set_warmup', inboxes, isOn: true });

const FITTING: [Name, unknown][] = [
  ['change.open', { changes: [PAUSE] }],
  ['change.open', { changes: many(500, PAUSE) }],
  ['change.open', { changes: [planned({ kind: 'activate_campaign', campaignId: ID })] }],
  ['change.open', { changes: [limit(70), limit(null)] }],
  [
    'change.open',
    { changes: [planned({ kind: 'set_new_lead_limit', campaignId: ID, limitPerDay: 0 })] },
  ],
  ['change.open', { changes: [planned({ kind: 'set_esp_matching', campaignId: ID, isOn: true })] }],
  ['change.open', { changes: [planned({ kind: 'pause_inbox', inbox: ANN })] }],
  ['change.open', { changes: [planned({ kind: 'resume_inbox', inbox: ANN })] }],
  ['change.open', { changes: [planned({ kind: 'mark_inbox_fixed', inbox: ANN })] }],
  ['change.open', { changes: [planned({ kind: 'set_inbox_limit', inbox: ANN, limitPerDay: 30 })] }],
  ['change.open', { changes: [planned({ kind: 'set_inbox_gap', inbox: ANN, gapMinutes: 1 })] }],
  ['change.open', { changes: [planned({ kind: 'set_slow_ramp', inbox: ANN, isOn: false })] }],
  ['change.open', { changes: [warmup(many(100, ANN))] }],
  ['change.confirmation', { ticket: ID }],
  ['change.whatIf', { ticket: ID, ...limit(90) }],
  ['change.apply', { ticket: ID, changes: [PAUSE], typed: '' }],
  ['change.stop', { ticket: ID }],
  ['change.undo', { actionIds: [`${ID}.0`] }],
  ['ask.inboxVitals', { workspaceId: ID, inboxes: [ANN] }],
  ['ask.warmup', { workspaceId: ID, inboxes: [ANN] }],
  ['ask.trackingDomain', { workspaceId: ID, host: 'track.send.example' }],
  ['ask.auditLog', { workspaceId: ID }],
  ['panel.openConfirm', { campaignId: ID, kind: 'pause_campaign' }],
  ['panel.openConfirm', { campaignId: ID, kind: 'activate_campaign' }],
];

const UNFIT: [Name, unknown][] = [
  ['change.open', { changes: [] }],
  ['change.open', { changes: many(501, PAUSE) }],
  ['change.open', { changes: [{ ...PAUSE, undoesId: 'x' }] }],
  ['change.open', { changes: [{ change: PAUSE.change }] }],
  ['change.open', { changes: [planned({ kind: 'delete_campaign', campaignId: ID })] }],
  ['change.open', { changes: [planned({ kind: 'pause_campaign', campaignId: '../accounts' })] }],
  [
    'change.open',
    { changes: [planned({ kind: 'pause_campaign', campaignId: ID, daily_limit: 1 })] },
  ],
  ['change.open', { changes: [limit('70')] }],
  ['change.open', { changes: [limit(-1)] }],
  ['change.open', { changes: [limit(1.5)] }],
  ['change.open', { changes: [limit(1_000_001)] }],
  ['change.open', { changes: [limit(Number.NaN)] }],
  ['change.open', { changes: [planned({ kind: 'pause_inbox', inbox: 'no address' })] }],
  ['change.open', { changes: [planned({ kind: 'pause_inbox', inbox: `${'x'.repeat(255)}@a.b` })] }],
  ['change.open', { changes: [planned({ kind: 'set_slow_ramp', inbox: ANN, isOn: 1 })] }],
  ['change.open', { changes: [warmup([])] }],
  ['change.open', { changes: [warmup(many(101, ANN))] }],
  ['change.open', { changes: [planned({ kind: 'set_warmup', include_all_emails: true })] }],
  ['change.confirmation', { ticket: 'x'.repeat(37) }],
  ['change.apply', { ticket: ID, changes: [PAUSE] }],
  ['change.apply', { ticket: ID, changes: [PAUSE], typed: 'x'.repeat(41) }],
  ['change.undo', { actionIds: [] }],
  ['change.undo', { actionIds: ['x'.repeat(61)] }],
  ['ask.inboxVitals', { workspaceId: ID, inboxes: [] }],
  ['ask.warmup', { workspaceId: ID, inboxes: many(101, ANN) }],
  ['ask.trackingDomain', { workspaceId: ID, host: 'https://track.send.example' }],
  ['ask.trackingDomain', { workspaceId: ID, host: 'localhost' }],
  ['ask.trackingDomain', { workspaceId: ID, host: 'a.example/../x' }],
  ['panel.openConfirm', { campaignId: ID, kind: 'set_campaign_limit' }],
  ['panel.openConfirm', { campaignId: ID, kind: 'resume_inbox' }],
  ['panel.openConfirm', { campaignId: 'x', kind: 'pause_campaign' }],
  ['panel.openConfirm', { kind: 'pause_campaign' }],
];

describe('what fits', () => {
  test.each(FITTING)('%s %j', (name, request) => {
    expect(SCHEMAS[name]().safeParse(request).success).toBe(true);
  });
});

describe('what is dropped', () => {
  test.each(UNFIT)('%s %j', (name, request) => {
    expect(SCHEMAS[name]().safeParse(request).success).toBe(false);
  });
});

test('ids and addresses come out in lower case', () => {
  const change = { kind: 'pause_inbox', inbox: 'Ann@Send.example' };
  const changes = [{ workspaceId: ID.toUpperCase(), change }];
  expect(CHANGE_SCHEMAS['change.open']().parse({ changes })).toEqual({
    changes: [{ workspaceId: ID, change: { kind: 'pause_inbox', inbox: ANN } }],
  });
});
