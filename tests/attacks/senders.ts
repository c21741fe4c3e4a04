import type { SenderFacts } from '#messages/guard';
import { ALERT_PRESETS } from '#model';

export const OWN = { id: 'own', origin: 'chrome-extension://own' };

/** A page of ours. */
export const PAGE: SenderFacts = { id: 'own', origin: OWN.origin, url: `${OWN.origin}/popup.html` };

/** Our content script in the top frame of Instantly's web app; as in an attack, run by somebody else. */
export const PANEL: SenderFacts = {
  id: 'own',
  origin: 'https://app.instantly.ai',
  url: 'https://app.instantly.ai/app/campaigns',
  frameId: 0,
  tab: { id: 7 },
};

export const ID = '019cc043-aee6-7ae9-a545-d7de53430e37';

const PAUSE = { workspaceId: ID, change: { kind: 'pause_campaign', campaignId: ID } };

/** Every message of the extension's table with a payload that fits: nothing but the sender can stop it. */
export const EXTENSION_MESSAGES: Readonly<Record<string, object>> = {
  'workspace.connect': { key: 'k' },
  'workspace.checkKey': { workspaceId: ID },
  'workspace.remove': { workspaceId: ID },
  'workspace.members': { workspaceId: ID },
  'workspace.addMember': { workspaceId: ID, memberId: ID, name: 'N' },
  'workspace.rename': { workspaceId: ID, name: 'N' },
  'workspace.reorder': { workspaceIds: [ID] },
  'vault.state': {},
  'vault.setMode': { choice: { mode: 'persistent' } },
  'vault.unlock': { passphrase: 'correct horse' },
  'vault.lock': {},
  'check.now': {},
  'check.look': { campaignId: ID },
  'ask.aiSummary': { workspaceId: ID, campaignId: ID },
  'ask.sentDays': { workspaceId: ID, campaignId: null },
  'ask.campaignTags': { workspaceId: ID },
  'settings.set': { name: 'theme', value: 'dark' },
  'demo.load': {},
  'demo.remove': {},
  'data.import': { text: '{}' },
  'data.erase': {},
  'alerts.setRules': { rules: ALERT_PRESETS.calm },
  'alerts.setNotifying': { isOn: true },
  'alerts.tryNotification': {},
  'alerts.silence': {
    kind: 'muted',
    scope: { kind: 'workspace', workspaceId: ID },
    until: null,
    note: '',
  },
  'alerts.unsilence': { id: 'x' },
  'webhook.list': {},
  'webhook.put': {
    id: null,
    kind: 'any',
    name: '',
    address: 'https://a.example',
    hasAddresses: false,
  },
  'webhook.remove': { id: ID },
  'webhook.test': { id: ID },
  'change.open': { changes: [PAUSE] },
  'change.confirmation': { ticket: ID },
  'change.whatIf': { ticket: ID, ...PAUSE },
  'change.apply': { ticket: ID, changes: [PAUSE], typed: '' },
  'change.stop': { ticket: ID },
  'change.undo': { actionIds: [`${ID}.0`] },
  'ask.inboxVitals': { workspaceId: ID, inboxes: ['ann@send.example'] },
  'ask.warmup': { workspaceId: ID, inboxes: ['ann@send.example'] },
  'ask.trackingDomain': { workspaceId: ID, host: 'track.send.example' },
  'ask.auditLog': { workspaceId: ID },
};

/** Every message of the panel's table with a payload that fits. */
export const PANEL_MESSAGES: Readonly<Record<string, object>> = {
  'panel.campaign': { campaignId: ID },
  'panel.marks': { kind: 'campaigns', ids: [ID], texts: [] },
  'panel.openOptions': {},
  'panel.openDashboard': { campaignId: ID },
  'panel.hide': {},
  'panel.openConfirm': { campaignId: ID, kind: 'pause_campaign' },
};

type Guard = typeof import('#messages/guard');

/** A guard whose every handler only notes that it was reached. */
export const listening = ({ createGuard }: Guard, now?: () => number) => {
  const reached: string[] = [];
  const noting = (types: readonly string[]) =>
    Object.fromEntries(types.map((type) => [type, async () => reached.push(type)]));
  const answer = createGuard(
    OWN,
    {
      extension: noting(Object.keys(EXTENSION_MESSAGES)),
      panel: noting(Object.keys(PANEL_MESSAGES)),
    } as never,
    now,
  );
  return { answer, reached };
};
