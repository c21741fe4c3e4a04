import { browser } from 'wxt/browser';
import type { PanelAnswer } from '#messages';
import { type MessageHandlers, pickTexts, projectCampaign } from '#messages/guard';
import type { CampaignId } from '#model';
import { readSettings } from '#store/settings';
import { markHandlers } from './mark-handlers.ts';
import { ownReader } from './own-reader.ts';
import type { PanelPort } from './panel-port.ts';
import { wordPanel } from './word-panel.ts';

const lookUp = async (
  { store, readCatalogue }: PanelPort,
  campaignId: CampaignId,
): Promise<PanelAnswer> => {
  const settings = await readSettings();
  if (!settings.isPanelShown) return { kind: 'hidden' };
  const catalogue = await readCatalogue();
  const texts = pickTexts(catalogue, []);
  const workspaces = await store.workspaces();
  if (workspaces.length === 0) return { kind: 'not_connected', texts };
  for (const workspace of workspaces) {
    const fleet = await store.fleet(workspace.id);
    const verdict = fleet?.verdicts.find((candidate) => candidate.campaignId === campaignId);
    if (!fleet || !verdict) continue;
    const answer = projectCampaign({
      fleet,
      verdict,
      journal: await store.journal(workspace.id),
      incidents: await store.openIncidents(),
      timeFormat: settings.timeFormat,
      catalogue,
    });
    const { checkedAt } = answer;
    const reader = ownReader(settings);
    const worded = wordPanel(workspace, verdict, checkedAt, catalogue, reader, Date.now());
    return { ...answer, ...worded };
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
    const hash = campaignId === null ? '' : (`#/campaign/${campaignId}` as const);
    await browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html${hash}`) });
    return { ok: true };
  },
  'panel.openConfirm': async ({ campaignId, kind }) => {
    const fleets = await port.store.fleets();
    const fleet = fleets.find(({ verdicts }) =>
      verdicts.some((verdict) => verdict.campaignId === campaignId),
    );
    if (fleet === undefined) return { ok: false };
    const { workspaceId } = fleet;
    return { ok: await port.openConfirm({ workspaceId, change: { kind, campaignId } }) };
  },
  'panel.hide': async () => {
    await port.hide();
    return { ok: true };
  },
});
