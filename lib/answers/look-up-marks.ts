import type { MarksAnswer, MarksRequest } from '#messages';
import { projectCampaigns, projectInboxes } from '#messages/guard';
import type { InstantMs } from '#model';
import type { FleetRecord } from '#store/read';
import { readSettings } from '#store/settings';
import type { AnswersPort } from './answers-port.ts';
import { ownReader } from './own-reader.ts';
import { wordMarks } from './word-marks.ts';

/** What is the matter with the campaigns or inboxes that a list shows. */
export const lookUpMarks = async (
  { store, readCatalogue }: AnswersPort,
  request: MarksRequest,
  now: InstantMs,
): Promise<MarksAnswer> => {
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
  const settings = await readSettings();
  const isCampaigns = request.kind === 'campaigns';
  const isMarked = isCampaigns ? settings.areCampaignsMarked : settings.areInboxesMarked;
  if (!isMarked || !settings.isPanelShown) return { kind: 'none', why: 'off' };
  const fleets = await store.fleets();
  if (fleets.length === 0) return { kind: 'none', why: 'not_connected' };
  const facts = isCampaigns
    ? projectCampaigns(await Promise.all(fleets.map(campaigns)), request)
    : projectInboxes(
        await Promise.all(fleets.map(inboxes)),
        request,
        (await store.openIncidents()).map(({ incident }) => incident),
      );
  return wordMarks(facts, await readCatalogue(), ownReader(settings), now);
};
