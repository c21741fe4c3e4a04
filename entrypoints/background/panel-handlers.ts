import { browser } from 'wxt/browser';
import { lookUpCampaign, lookUpMarks, workspaceOf } from '#answers';
import type { MessageHandlers } from '#messages/guard';
import type { PanelPort } from './panel-port.ts';

/** What panels and marks may ask: what is the matter with what their page shows, and to be led elsewhere or away. */
export const panelHandlers = (port: PanelPort): MessageHandlers['panel'] => ({
  'panel.marks': (request, tabId) => {
    if (tabId !== undefined) port.tabs.add(tabId);
    return lookUpMarks(port, request, Date.now());
  },
  'panel.campaign': ({ campaignId }, tabId) => {
    if (tabId !== undefined) port.tabs.add(tabId);
    port.look(campaignId);
    return lookUpCampaign(port, campaignId, Date.now());
  },
  'panel.openOptions': async () => {
    await browser.runtime.openOptionsPage();
    return { ok: true };
  },
  'panel.openDashboard': async ({ campaignId }) => {
    const hash = campaignId === null ? '' : (`#/campaign/${campaignId}` as const);
    await browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html${hash}`) });
    return { ok: true };
  },
  'panel.openConfirm': async ({ campaignId, kind }) => {
    const workspaceId = await workspaceOf(port.store, campaignId);
    if (workspaceId === undefined) return { ok: false };
    return { ok: await port.openConfirm({ workspaceId, change: { kind, campaignId } }) };
  },
  'panel.hide': async () => {
    await port.hide();
    return { ok: true };
  },
});
