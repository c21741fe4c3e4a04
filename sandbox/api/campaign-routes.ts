import { activateCampaign, type CampaignState, pauseCampaign, type World } from '../world/index.ts';
import { campaignJson } from './campaign-json.ts';
import { patchCampaign } from './campaign-patch.ts';
import { pageOf } from './page.ts';
import { notFound, notFoundAsBadRequest } from './request.ts';
import type { Call, Route } from './route.ts';
import { sendingStatusJson } from './sending-status.ts';

function campaignOf({ world, id }: Call): CampaignState {
  const campaign = world.state.campaigns.get(id);
  if (campaign === undefined) throw notFound();
  return campaign;
}

function listed({ world, request: { query } }: Call): CampaignState[] {
  const search = query.get('search')?.toLowerCase();
  const status = query.get('status');
  const excluded = query.get('exclude_status');
  const tags = query.get('tag_ids')?.split(',');
  return [...world.state.campaigns.values()].filter(
    (campaign) =>
      (search === undefined || campaign.settings.name.toLowerCase().includes(search)) &&
      (status === null || campaign.status === Number(status)) &&
      (excluded === null || campaign.status !== Number(excluded)) &&
      (tags === undefined || campaign.settings.tagIds.some((tag) => tags.includes(tag))),
  );
}

function changeStatus(
  call: Call,
  change: (world: World['state'], campaign: CampaignState) => void,
): unknown {
  const { state } = call.world;
  const campaign = state.campaigns.get(call.id);
  if (campaign === undefined) throw notFoundAsBadRequest();
  change(state, campaign);
  return campaignJson(state, campaign);
}

/** Campaigns: list, read, sending status, change. */
export const CAMPAIGN_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/campaigns',
    scope: 'campaigns:read',
    handle: (call) =>
      pageOf(
        listed(call),
        call.request.query,
        ({ id }) => id,
        (campaign) => campaignJson(call.world.state, campaign),
      ),
  },
  {
    method: 'GET',
    path: '/campaigns/count-launched',
    scope: 'campaigns:read',
    handle: ({ world }) => ({
      count: [...world.state.campaigns.values()].filter(({ status }) => status !== 0).length,
    }),
  },
  {
    method: 'GET',
    path: '/campaigns/{id}',
    scope: 'campaigns:read',
    handle: (call) => campaignJson(call.world.state, campaignOf(call)),
  },
  {
    method: 'GET',
    path: '/campaigns/{id}/sending-status',
    scope: 'campaigns:read',
    handle: (call) =>
      sendingStatusJson(campaignOf(call), call.request.query.get('with_ai_summary') === 'true'),
  },
  {
    method: 'PATCH',
    path: '/campaigns/{id}',
    scope: 'campaigns:update',
    handle: (call) => {
      const campaign = campaignOf(call);
      patchCampaign(call.world.state, campaign, call.request.body);
      return campaignJson(call.world.state, campaign);
    },
  },
  {
    method: 'POST',
    path: '/campaigns/{id}/activate',
    scope: 'campaigns:update',
    handle: (call) => changeStatus(call, activateCampaign),
  },
  {
    method: 'POST',
    path: '/campaigns/{id}/pause',
    scope: 'campaigns:update',
    handle: (call) => changeStatus(call, pauseCampaign),
  },
];
