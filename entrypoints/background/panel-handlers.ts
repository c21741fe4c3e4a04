import { browser } from 'wxt/browser';
import type { PanelAnswer } from '#messages';
import { type MessageHandlers, pickTexts, projectCampaign } from '#messages/guard';
import type { CampaignId } from '#model';
import { readSettings } from '#store/settings';
import { markHandlers } from './mark-handlers.ts';
import type { PanelPort } from './panel-port.ts';

const lookUp = async (
  { store, readCatalogue }: PanelPort,
  campaignId: CampaignId,
): Promise<PanelAnswer> => {
  const { isPanelShown, timeFormat } = await readSettings();
  if (!isPanelShown) return { kind: 'hidden' };
  const catalogue = await readCatalogue();
  const texts = pickTexts(catalogue, 'panel', []);
  const workspaces = await store.workspaces();
  if (workspaces.length === 0) return { kind: 'not_connected', texts };
  for (const workspace of workspaces) {
    const fleet = await store.fleet(workspace.id);
    const verdict = fleet?.verdicts.find((candidate) => candidate.campaignId === campaignId);
    if (!fleet || !verdict) continue;
    return projectCampaign({
      workspace,
      fleet,
      verdict,
      journal: await store.journal(workspace.id),
      incidents: await store.openIncidents(),
      timeFormat,
      catalogue,
    });
  }
  return workspaces.some(({ state }) => state.kind === 'first_check')
    ? { kind: 'checking', texts }
    : { kind: 'not_known', workspaces: workspaces.length, texts };
};

/** What panels may ask: the one campaign whose page they stand on, and to be led elsewhere or away. */
export const panelHandlers = (port: PanelPort): MessageHandlers['panel'] => ({
  ...markHandlers(port),
  'panel.campaign': ({ campaignId }, tabId) => {
    if (tabId !== undefined) port.tabs.add(tabId);
    port.look(campaignId);
    return lookUp(port, campaignId);
  },
  'panel.openOptions': async () => {
    await browser.runtime.openOptionsPage();
    return { ok: true };
  },
  'panel.openDashboard': async ({ campaignId }) => {
    await browser.tabs.create({
      url: browser.runtime.getURL(`/dashboard.html#/campaign/${campaignId}`),
    });
    return { ok: true };
  },
  'panel.hide': async () => {
    await port.hide();
    return { ok: true };
  },
});
