import { type MessageHandlers, projectCampaigns, projectInboxes } from '#messages/guard';
import type { FleetRecord, StoreReader } from '#store/read';
import { readSettings } from '#store/settings';
import type { PanelTabs } from './panel-tabs.ts';

type Handlers = Pick<MessageHandlers['panel'], 'panel.marks'>;

/** What lists may ask: what is the matter with the campaigns or inboxes that they show. Nothing here changes anything. */
export const markHandlers = (store: StoreReader, tabs: PanelTabs): Handlers => {
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
      if (!(isCampaigns ? settings.areCampaignsMarked : settings.areInboxesMarked)) {
        return { kind: 'none', why: 'off' };
      }
      const fleets = await store.fleets();
      if (fleets.length === 0) return { kind: 'none', why: 'not_connected' };
      if (isCampaigns) return projectCampaigns(await Promise.all(fleets.map(campaigns)), request);
      const [known, open] = await Promise.all([
        Promise.all(fleets.map(inboxes)),
        store.openIncidents(),
      ]);
      return projectInboxes(
        known,
        request,
        open.map(({ incident }) => incident),
      );
    },
  };
};
