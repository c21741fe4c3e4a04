import { isoOf, type Tag, uuidFrom, type WorldState } from '../world/index.ts';
import { pageOf } from './page.ts';
import { notFound } from './request.ts';
import type { Call, Route } from './route.ts';
import { workspaceJson } from './workspaces.ts';

const tagJson = (world: WorldState, tag: Tag): unknown => ({
  id: tag.id,
  timestamp_created: isoOf(tag.createdMs),
  timestamp_updated: isoOf(tag.createdMs),
  organization_id: world.workspaceId,
  label: tag.label,
  description: null,
});

interface Mapping {
  readonly id: string;
  readonly tag_id: string;
  readonly resource_id: string;
  /** 1 is an account, 2 a campaign. */
  readonly resource_type: 1 | 2;
  readonly timestamp_created: string;
  readonly organization_id: string;
}

function mappings(world: WorldState): Mapping[] {
  const mapping = (tagId: string, resourceId: string, type: 1 | 2): Mapping => ({
    id: uuidFrom(world.seed, `mapping:${tagId}:${resourceId}`, world.createdMs),
    tag_id: tagId,
    resource_id: resourceId,
    resource_type: type,
    timestamp_created: isoOf(world.createdMs),
    organization_id: world.workspaceId,
  });
  return [
    ...[...world.inboxes.values()].flatMap(({ tagIds, address }) =>
      tagIds.map((tagId) => mapping(tagId, address, 1)),
    ),
    ...[...world.campaigns.values()].flatMap(({ settings, id }) =>
      settings.tagIds.map((tagId) => mapping(tagId, id, 2)),
    ),
  ];
}

function listMappings({ world, request: { query } }: Call): unknown {
  const resources = query.get('resource_ids')?.split(',');
  const list = mappings(world.state).filter(
    ({ resource_id }) => resources === undefined || resources.includes(resource_id),
  );
  return pageOf(
    list,
    query,
    ({ id }) => id,
    (mapping) => mapping,
  );
}

function listTags({ world, request: { query } }: Call): unknown {
  const search = query.get('search')?.toLowerCase();
  const ids = query.get('tag_ids')?.split(',');
  const list = [...world.state.tags.values()].filter(
    ({ id, label }) =>
      (search === undefined || label.toLowerCase().includes(search)) &&
      (ids === undefined || ids.includes(id)),
  );
  return pageOf(
    list,
    query,
    ({ id }) => id,
    (tag) => tagJson(world.state, tag),
  );
}

function listCampaignsOf({ world, id, request }: Call): unknown {
  if (!world.state.inboxes.has(id)) throw notFound();
  const list = [...world.state.campaigns.values()].filter(({ senders }) =>
    senders.some(({ address }) => address === id),
  );
  return pageOf(
    list,
    request.query,
    (campaign) => campaign.id,
    (campaign) => ({
      campaign_id: campaign.id,
      campaign_name: campaign.settings.name,
      timestamp_created: isoOf(campaign.createdMs),
      status: campaign.status,
    }),
  );
}

function listAudit({ world: { state }, request: { query } }: Call): unknown {
  const activity = query.get('activity_type');
  const from = query.get('start_date');
  const to = query.get('end_date');
  const list = state.audit
    .filter(
      (entry) =>
        (activity === null || entry.activity === Number(activity)) &&
        (from === null || isoOf(entry.atMs) >= from) &&
        (to === null || isoOf(entry.atMs) <= to),
    )
    .toReversed();
  return pageOf(
    list,
    query,
    ({ id }) => id,
    (entry) => ({
      id: entry.id,
      timestamp: isoOf(entry.atMs),
      organization_id: state.workspaceId,
      activity_type: entry.activity,
      user_agent: null,
      user_id: entry.isFromApi ? null : state.ownerId,
      user_name: entry.isFromApi ? null : 'Dana Whitfield',
      ip_address: '203.0.113.7',
      from_api: entry.isFromApi,
      campaign_id: entry.campaignId,
    }),
  );
}

function listGroup({ world, workspaces, request }: Call): unknown {
  const { state } = world;
  const subs = workspaces.member(state.workspaceId)?.subWorkspaceIds ?? [];
  return pageOf(
    subs,
    request.query,
    (id) => uuidFrom(state.seed, `group:${id}`, state.createdMs),
    (id) => ({
      id: uuidFrom(state.seed, `group:${id}`, state.createdMs),
      admin_workspace_id: state.workspaceId,
      sub_workspace_id: id,
      status: 'accepted',
      sub_workspace_name: workspaces.member(id)?.world.state.workspaceName ?? null,
      admin_workspace_name: state.workspaceName,
      timestamp_created: isoOf(state.createdMs),
    }),
  );
}

/** The workspace itself, its group, tags, who uses an inbox, and its audit log. */
export const WORKSPACE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/workspaces/current',
    scope: 'workspaces:read',
    handle: ({ world }) => workspaceJson(world),
  },
  {
    method: 'GET',
    path: '/workspace-group-members',
    scope: 'workspace_group_members:read',
    handle: listGroup,
  },
  { method: 'GET', path: '/custom-tags', scope: 'custom_tags:read', handle: listTags },
  {
    method: 'GET',
    path: '/custom-tag-mappings',
    scope: 'custom_tag_mappings:read',
    handle: listMappings,
  },
  {
    method: 'GET',
    path: '/account-campaign-mappings/{email}',
    scope: 'account_campaign_mappings:read',
    handle: listCampaignsOf,
  },
  { method: 'GET', path: '/audit-logs', scope: 'audit_logs:read', handle: listAudit },
];
