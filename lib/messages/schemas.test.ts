import { describe, expect, test } from 'vitest';
import { ALERT_PRESETS } from '#model';
import { EXTENSION_SCHEMAS, PANEL_SCHEMAS } from './schemas.ts';

const ID = '019cc043-aee6-7ae9-a545-d7de53430e37';
const OTHER = '019cc043-aee6-7ae9-a545-d7de53430e38';
const many = (n: number) => Array.from({ length: n }, () => ID);
const phrase = (length: number) => 'x'.repeat(length);
const texts = (n: number, length: number) => Array.from({ length: n }, () => phrase(length));
const locked = (lockAfterMinutes: unknown) => ({
  choice: { mode: 'passphrase', passphrase: 'correct horse', lockAfterMinutes },
});

const red = () => ({ channel: 'notify', forMinutes: 1_440, renotifyHours: 72 });
const quiet = { fromMinute: 0, toMinute: 1_439, timeZone: 'America/Detroit', except: ['red'] };
const rules = (parts: object = {}) => ({
  ...ALERT_PRESETS.calm,
  byCause: { a_code_of_a_later_version: red(), daily_limit_met: { channel: 'digest' } },
  quietHours: quiet,
  digest: { atMinute: 480, timeZone: 'UTC' },
  ...parts,
});
const manyCauses = (n: number) =>
  Object.fromEntries(Array.from({ length: n }, (_, at) => [`code_${at}`, red()]));
const everywhere = (code: string) => ({ kind: 'cause', workspaceId: null, code });
const silence = (parts: object = {}) => ({
  kind: 'snoozed',
  scope: { kind: 'campaign', workspaceId: ID, campaignId: OTHER },
  until: { kind: 'next_window' },
  note: '',
  ...parts,
});
const PAUSE = { workspaceId: ID, change: { kind: 'pause_campaign', campaignId: ID } };

const SCHEMAS = { ...EXTENSION_SCHEMAS, ...PANEL_SCHEMAS };
type Name = keyof typeof SCHEMAS;

const webhook = {
  id: null,
  kind: 'slack',
  name: '',
  address: 'https://hooks.slack.com/services/x',
  hasAddresses: false,
};

const FITTING: [Name, unknown][] = [
  ['workspace.connect', { key: '' }],
  ['workspace.connect', { key: phrase(10_000) }],
  ['workspace.checkKey', { workspaceId: ID }],
  ['workspace.remove', { workspaceId: ID }],
  ['workspace.members', { workspaceId: ID }],
  ['workspace.addMember', { workspaceId: ID, memberId: OTHER, name: '' }],
  ['workspace.addMember', { workspaceId: ID, memberId: OTHER, name: phrase(300) }],
  ['workspace.rename', { workspaceId: ID, name: 'N' }],
  ['workspace.rename', { workspaceId: ID, name: phrase(100) }],
  ['workspace.reorder', { workspaceIds: [] }],
  ['workspace.reorder', { workspaceIds: [ID, OTHER] }],
  ['workspace.reorder', { workspaceIds: many(200) }],
  ['vault.state', {}],
  ['vault.setMode', { choice: { mode: 'persistent' } }],
  ['vault.setMode', { choice: { mode: 'session' }, presentPassphrase: phrase(1_000) }],
  ['vault.setMode', locked(null)],
  ['vault.setMode', locked(1)],
  ['vault.setMode', locked(1_440)],
  ['vault.unlock', { passphrase: phrase(1_000) }],
  ['vault.lock', {}],
  ['check.now', {}],
  ['check.look', { campaignId: ID }],
  ['ask.aiSummary', { workspaceId: ID, campaignId: OTHER }],
  ['ask.sentDays', { workspaceId: ID, campaignId: OTHER }],
  ['ask.sentDays', { workspaceId: ID, campaignId: null }],
  ['ask.campaignTags', { workspaceId: ID }],
  ['webhook.list', {}],
  ['webhook.put', webhook],
  ['webhook.put', { ...webhook, id: ID, kind: 'any', name: phrase(100), address: null }],
  ['webhook.put', { ...webhook, address: phrase(10_000), hasAddresses: true }],
  ['webhook.remove', { id: ID }],
  ['webhook.test', { id: ID }],
  ['alerts.setRules', { rules: ALERT_PRESETS.everything }],
  ['alerts.setRules', { rules: rules() }],
  ['alerts.setNotifying', { isOn: false }],
  ['alerts.tryNotification', {}],
  ['alerts.silence', silence()],
  ['alerts.silence', silence({ kind: 'acknowledged', until: null, note: phrase(500) })],
  ['alerts.silence', silence({ until: { kind: 'date', at: 1_795_000_000_000 } })],
  ['alerts.silence', silence({ until: { kind: 'hour' } })],
  ['alerts.silence', silence({ until: { kind: 'clears' } })],
  ['alerts.silence', silence({ scope: { kind: 'tag', workspaceId: ID, tagId: OTHER } })],
  ['alerts.silence', silence({ scope: { kind: 'workspace', workspaceId: ID } })],
  ['alerts.silence', silence({ scope: everywhere('daily_limit_met') })],
  ['alerts.unsilence', { id: ID }],
  ['change.open', { changes: [PAUSE] }],
  ['change.confirmation', { ticket: ID }],
  ['change.whatIf', { ticket: ID, ...PAUSE }],
  ['change.apply', { ticket: ID, changes: [PAUSE], typed: '' }],
  ['change.stop', { ticket: ID }],
  ['change.undo', { actionIds: [ID] }],
  ['ask.inboxVitals', { workspaceId: ID, inboxes: ['ann@send.example'] }],
  ['ask.warmup', { workspaceId: ID, inboxes: ['ann@send.example'] }],
  ['ask.trackingDomain', { workspaceId: ID, host: 'track.send.example' }],
  ['ask.auditLog', { workspaceId: ID }],
  ['panel.openConfirm', { campaignId: ID, kind: 'pause_campaign' }],
  ['panel.campaign', { campaignId: ID }],
  ['panel.openOptions', {}],
  ['panel.marks', { kind: 'campaigns', ids: many(300), texts: texts(1_800, 200) }],
  ['panel.marks', { kind: 'inboxes', ids: [], texts: [] }],
  ['panel.openDashboard', { campaignId: ID }],
  ['panel.openDashboard', { campaignId: null }],
  ['panel.hide', {}],
];

const UNFIT: [Name, unknown][] = [
  ['alerts.setRules', { rules: null }],
  ['alerts.setRules', { rules: { ...rules(), bySeverity: { red: red() } } }],
  ['alerts.setRules', { rules: rules({ byCause: { x: null } }) }],
  ['alerts.setRules', { rules: rules({ byCause: { __proto: red() } }) }],
  ['alerts.setRules', { rules: rules({ byCause: { x: { forMinutes: 1.5 } } }) }],
  ['alerts.setRules', { rules: rules({ byCause: { x: { renotifyHours: 73 } } }) }],
  ['alerts.setRules', { rules: rules({ byCause: { x: { channel: 'mail' } } }) }],
  ['alerts.setRules', { rules: rules({ byCause: manyCauses(201) }) }],
  ['alerts.setRules', { rules: rules({ quietHours: { ...quiet, fromMinute: 1_440 } }) }],
  ['alerts.setRules', { rules: rules({ quietHours: { ...quiet, timeZone: 'Mars/Base' } }) }],
  ['alerts.setRules', { rules: rules({ quietHours: { ...quiet, except: ['ok'] } }) }],
  ['alerts.setRules', { rules: rules({ digest: { atMinute: -1, timeZone: 'UTC' } }) }],
  ['alerts.setNotifying', { isOn: 1 }],
  ['alerts.tryNotification', { title: 'x' }],
  ['alerts.silence', silence({ kind: 'forgotten' })],
  ['alerts.silence', silence({ until: null })],
  ['alerts.silence', silence({ kind: 'expected', until: null })],
  ['alerts.silence', silence({ until: { kind: 'date' } })],
  ['alerts.silence', silence({ until: { kind: 'date', at: 1e300 } })],
  ['alerts.silence', silence({ until: { kind: 'hour', at: 1 } })],
  ['alerts.silence', silence({ note: phrase(501) })],
  ['alerts.silence', silence({ scope: { kind: 'campaign', workspaceId: ID } })],
  ['alerts.silence', silence({ scope: { kind: 'workspace', workspaceId: null } })],
  ['alerts.silence', silence({ scope: { kind: 'tag', workspaceId: ID, tagId: phrase(101) } })],
  ['alerts.silence', silence({ scope: everywhere('../x') })],
  ['alerts.unsilence', { id: phrase(101) }],
  ['check.look', {}],
  ['check.look', { campaignId: 'x' }],
  ['workspace.connect', {}],
  ['workspace.connect', { key: 7 }],
  ['workspace.connect', { key: phrase(10_001) }],
  ['workspace.checkKey', { workspaceId: 'x' }],
  ['workspace.checkKey', { workspaceId: `${ID} ` }],
  ['workspace.checkKey', { workspaceId: null }],
  ['workspace.remove', {}],
  ['workspace.members', {}],
  ['workspace.members', { workspaceId: '../x' }],
  ['workspace.addMember', { workspaceId: ID, memberId: OTHER }],
  ['workspace.addMember', { workspaceId: ID, name: '' }],
  ['workspace.addMember', { workspaceId: ID, memberId: `${OTHER}\r\nX: y`, name: '' }],
  ['workspace.addMember', { workspaceId: ID, memberId: [OTHER], name: '' }],
  ['workspace.addMember', { workspaceId: ID, memberId: OTHER, name: phrase(301) }],
  ['workspace.addMember', { workspaceId: ID, memberId: OTHER, name: null }],
  ['workspace.rename', { workspaceId: ID }],
  ['workspace.rename', { workspaceId: ID, name: '' }],
  ['workspace.rename', { workspaceId: ID, name: ' \n ' }],
  ['workspace.rename', { workspaceId: ID, name: phrase(101) }],
  ['workspace.rename', { workspaceId: '../x', name: 'N' }],
  ['workspace.reorder', { workspaceIds: [ID, 'x'] }],
  ['workspace.reorder', { workspaceIds: many(201) }],
  ['workspace.reorder', { workspaceIds: ID }],
  ['vault.setMode', {}],
  ['vault.setMode', { choice: {} }],
  ['vault.setMode', { choice: { mode: 'none' } }],
  ['vault.setMode', { choice: { mode: 'passphrase' } }],
  ['vault.setMode', { choice: { mode: 'session', passphrase: 'x' } }],
  ['vault.setMode', { choice: { mode: 'session' }, presentPassphrase: phrase(1_001) }],
  ['vault.setMode', locked(0)],
  ['vault.setMode', locked(1_441)],
  ['vault.setMode', locked(1.5)],
  ['vault.setMode', locked(Number.NaN)],
  ['vault.setMode', locked(undefined)],
  ['vault.unlock', { passphrase: phrase(1_001) }],
  ['vault.unlock', {}],
  ['ask.aiSummary', { campaignId: ID }],
  ['ask.aiSummary', { workspaceId: ID }],
  ['ask.aiSummary', { workspaceId: ID, campaignId: null }],
  ['ask.aiSummary', { workspaceId: ID, campaignId: `${ID}?with_ai_summary=true` }],
  ['ask.sentDays', { workspaceId: ID }],
  ['ask.sentDays', { workspaceId: ID, campaignId: '' }],
  ['ask.sentDays', { workspaceId: ID, campaignId: '../accounts' }],
  ['ask.campaignTags', { workspaceId: null }],
  ['webhook.list', { id: ID }],
  ['webhook.put', { ...webhook, id: 'x' }],
  ['webhook.put', { ...webhook, id: undefined }],
  ['webhook.put', { ...webhook, kind: 'mail' }],
  ['webhook.put', { ...webhook, name: phrase(101) }],
  ['webhook.put', { ...webhook, name: null }],
  ['webhook.put', { ...webhook, address: phrase(10_001) }],
  ['webhook.put', { ...webhook, address: ['https://a.example'] }],
  ['webhook.put', { ...webhook, hasAddresses: 'yes' }],
  ['webhook.remove', {}],
  ['webhook.remove', { id: '../x' }],
  ['webhook.test', { id: null }],
  ['panel.campaign', {}],
  ['panel.campaign', { campaignId: [ID] }],
  ['panel.campaign', { campaignId: '../../accounts' }],
  ['panel.marks', {}],
  ['panel.marks', { kind: 'everything', ids: [], texts: [] }],
  ['panel.marks', { kind: 'campaigns', ids: [] }],
  ['panel.marks', { kind: 'campaigns', ids: many(301), texts: [] }],
  ['panel.marks', { kind: 'campaigns', ids: ['../x'], texts: [] }],
  ['panel.marks', { kind: 'campaigns', ids: [], texts: texts(1_801, 1) }],
  ['panel.marks', { kind: 'campaigns', ids: [], texts: texts(1, 201) }],
  ['panel.marks', { kind: 'campaigns', ids: [], texts: [null] }],
  ['panel.openDashboard', {}],
  ['panel.openDashboard', { campaignId: `${ID}?x` }],
  ['panel.openDashboard', { campaignId: '../options.html' }],
  ['panel.hide', { isPanelShown: true }],
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

  test.each(Object.keys(SCHEMAS) as Name[])('%s with one field more', (name) => {
    const [, request] = FITTING.find(([fitting]) => fitting === name) ?? [];
    expect(SCHEMAS[name]().safeParse({ ...(request as object), more: 1 }).success).toBe(false);
    expect(SCHEMAS[name]().safeParse([]).success).toBe(false);
    expect(SCHEMAS[name]().safeParse(null).success).toBe(false);
  });

  test('a choice of mode with one field more', () => {
    const choice = { ...locked(null).choice, more: 1 };
    expect(SCHEMAS['vault.setMode']().safeParse({ choice }).success).toBe(false);
  });
});

test('of rules and scopes nothing comes out but what belongs to them', () => {
  const sent = { ...rules(), more: 1, quietHours: { ...quiet, more: 1 } };
  expect(SCHEMAS['alerts.setRules']().parse({ rules: sent }).rules).toEqual(rules());
  const scope = { kind: 'workspace', workspaceId: ID, more: 1 };
  expect(SCHEMAS['alerts.silence']().parse(silence({ scope })).scope).toEqual({
    kind: 'workspace',
    workspaceId: ID,
  });
});

test('ids come out in lower case, names without outer white space', () => {
  const upper = ID.toUpperCase();
  expect(SCHEMAS['workspace.remove']().parse({ workspaceId: upper }).workspaceId).toBe(ID);
  expect(SCHEMAS['panel.campaign']().parse({ campaignId: upper }).campaignId).toBe(ID);
  const renamed = SCHEMAS['workspace.rename']().parse({ workspaceId: ID, name: ' Northwind ' });
  expect(renamed.name).toBe('Northwind');
});

test('the tables share no message', () => {
  const names = [...Object.keys(EXTENSION_SCHEMAS), ...Object.keys(PANEL_SCHEMAS)];
  expect(new Set(names).size).toBe(names.length);
});
