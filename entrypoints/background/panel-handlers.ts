import { browser } from 'wxt/browser';
import type { PanelAnswer } from '#messages';
import type { MessageHandlers } from '#messages/guard';
import type { CampaignId } from '#model';
import type { StoreReader } from '#store/read';
import { readSettings } from '#store/settings';
import { markHandlers } from './mark-handlers.ts';
import type { PanelTabs } from './panel-tabs.ts';

const lookUp = async (store: StoreReader, campaignId: CampaignId): Promise<PanelAnswer> => {
  const workspaces = await store.workspaces();
  if (workspaces.length === 0) return { kind: 'not_connected' };
  for (const workspace of workspaces) {
    const fleet = await store.fleet(workspace.id);
    const verdict = fleet?.verdicts.find((candidate) => candidate.campaignId === campaignId);
    if (!verdict) continue;
    const journal = await store.journal(workspace.id);
    return {
      kind: 'known',
      verdict,
      checkedAt: journal?.checkedAt[campaignId] ?? null,
      workspaceState: workspace.state,
      workspaceName: workspace.name,
      timeFormat: (await readSettings()).timeFormat,
    };
  }
  return { kind: 'not_known', workspaces: workspaces.length };
};

/** What panels may ask: the one campaign whose page they stand on. Nothing here changes anything. */
export const panelHandlers = (
  store: StoreReader,
  tabs: PanelTabs,
  look: (campaignId: CampaignId) => void,
): MessageHandlers['panel'] => ({
  ...markHandlers(store, tabs),
  'panel.campaign': ({ campaignId }, tabId) => {
    if (tabId !== undefined) tabs.add(tabId);
    look(campaignId);
    return lookUp(store, campaignId);
  },
  'panel.openOptions': async () => {
    await browser.runtime.openOptionsPage();
    return { ok: true };
  },
});
