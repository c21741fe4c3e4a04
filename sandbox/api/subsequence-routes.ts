import { activateCampaign, type CampaignState, pauseCampaign } from '../world/index.ts';
import { subsequenceJson } from './campaign-json.ts';
import { pageOf } from './page.ts';
import { ApiError, notFound, notFoundAsBadRequest } from './request.ts';
import type { Call, Route } from './route.ts';
import { sendingStatusJson } from './sending-status.ts';

function subsequenceOf({ world, id }: Call): CampaignState {
  const subsequence = world.state.subsequences.get(id);
  if (subsequence === undefined) throw notFound();
  return subsequence;
}

function list({ world, request: { query } }: Call): unknown {
  const parent = query.get('parent_campaign');
  if (parent === null) {
    throw new ApiError(400, "querystring must have required property 'parent_campaign'");
  }
  const search = query.get('search')?.toLowerCase() ?? '';
  return pageOf(
    [...world.state.subsequences.values()].filter(
      ({ parentId, settings }) =>
        parentId === parent && settings.name.toLowerCase().includes(search),
    ),
    query,
    ({ id }) => id,
    (subsequence) => subsequenceJson(world.state, subsequence),
  );
}

function changeStatus(call: Call, change: typeof pauseCampaign): unknown {
  const subsequence = call.world.state.subsequences.get(call.id);
  if (subsequence === undefined) throw notFoundAsBadRequest();
  change(call.world.state, subsequence);
  return subsequenceJson(call.world.state, subsequence);
}

/** Subsequences of a campaign (INSTANTLY.md 2.5). */
export const SUBSEQUENCE_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/subsequences', scope: 'subsequences:read', handle: list },
  {
    method: 'GET',
    path: '/subsequences/{id}',
    scope: 'subsequences:read',
    handle: (call) => subsequenceJson(call.world.state, subsequenceOf(call)),
  },
  {
    method: 'GET',
    path: '/subsequences/{id}/sending-status',
    scope: 'subsequences:read',
    handle: (call) =>
      sendingStatusJson(subsequenceOf(call), call.request.query.get('with_ai_summary') === 'true'),
  },
  {
    method: 'POST',
    path: '/subsequences/{id}/pause',
    scope: 'subsequences:update',
    handle: (call) => changeStatus(call, pauseCampaign),
  },
  {
    method: 'POST',
    path: '/subsequences/{id}/resume',
    scope: 'subsequences:update',
    handle: (call) => changeStatus(call, activateCampaign),
  },
];
