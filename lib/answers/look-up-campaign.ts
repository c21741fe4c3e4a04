import type { PanelAnswer } from '#messages';
import { pickTexts, projectCampaign } from '#messages/guard';
import type { CampaignId, InstantMs } from '#model';
import { readSettings } from '#store/settings';
import type { AnswersPort } from './answers-port.ts';
import { ownReader } from './own-reader.ts';
import { wordPanel } from './word-panel.ts';

/** What the panel on a campaign's page is told. */
export const lookUpCampaign = async (
  { store, readCatalogue }: AnswersPort,
  campaignId: CampaignId,
  now: InstantMs,
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
    const worded = wordPanel(workspace, verdict, checkedAt, catalogue, ownReader(settings), now);
    return { ...answer, ...worded };
  }
  return workspaces.some(({ state }) => state.kind === 'first_check')
    ? { kind: 'checking', texts }
    : { kind: 'not_known', workspaces: workspaces.length, texts };
};
