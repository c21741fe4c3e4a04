import { type MessageHandlers, projectCampaigns, projectInboxes } from '#messages/guard';
import type { FleetRecord } from '#store/read';
import { readSettings } from '#store/settings';
import { ownReader } from './own-reader.ts';
import type { PanelPort } from './panel-port.ts';
import { wordMarks } from './word-marks.ts';

type Handlers = Pick<MessageHandlers['panel'], 'panel.marks'>;

/** What lists may ask: what is the matter with the campaigns or inboxes that they show. Nothing here changes anything. */
export const markHandlers = ({
  store,
  tabs,
  readCatalogue,
}: Pick<PanelPort, 'store' | 'tabs' | 'readCatalogue'>): Handlers => {
  const campaigns = ({ workspaceId, verdicts }: FleetRecord) =>
    store.journal(workspaceId).then((journal) => ({
      workspaceId,
      verdicts,
      checkedAt: journal?.checkedAt ?? {},
    }));
  const inboxes = ({ workspaceId, verdicts }: FleetRecord) =>
    store.inboxes(workspaceId).then((known) => ({
      workspaceId,
      verdicts,
      inboxes: known?.inboxes ?? [],
    }));
  return {
    'panel.marks': async (request, tabId) => {
      if (tabId !== undefined) tabs.add(tabId);
      const settings = await readSettings();
      const isCampaigns = request.kind === 'campaigns';
      const isMarked = isCampaigns ? settings.areCampaignsMarked : settings.areInboxesMarked;
      if (!isMarked || !settings.isPanelShown) {
        return { kind: 'none', why: 'off' };
      }
      const fleets = await store.fleets();
      if (fleets.length === 0) return { kind: 'none', why: 'not_connected' };
      const facts = isCampaigns
        ? projectCampaigns(await Promise.all(fleets.map(campaigns)), request)
        : projectInboxes(
            await Promise.all(fleets.map(inboxes)),
            request,
            (await store.openIncidents()).map(({ incident }) => incident),
          );
      return wordMarks(facts, await readCatalogue(), ownReader(settings), Date.now());
    },
  };
};
