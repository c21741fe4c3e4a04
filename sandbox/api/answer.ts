import type { World } from '../world/index.ts';
import { ACCOUNT_ROUTES } from './account-routes.ts';
import { ANALYTICS_ROUTES } from './analytics-routes.ts';
import { CAMPAIGN_ROUTES } from './campaign-routes.ts';
import { type ApiAnswer, ApiError, type ApiRequest, notFound } from './request.ts';
import { isAllowed, matchPath, type Route } from './route.ts';
import { SUBSEQUENCE_ROUTES } from './subsequence-routes.ts';
import { WARMUP_ROUTES } from './warmup-routes.ts';
import { WORKSPACE_ROUTES } from './workspace-routes.ts';
import type { ApiKey, Workspaces } from './workspaces.ts';

// Fixed paths stand before those with a part in braces.
const ROUTES: readonly Route[] = [
  ...ANALYTICS_ROUTES,
  ...CAMPAIGN_ROUTES,
  ...WARMUP_ROUTES,
  ...ACCOUNT_ROUTES,
  ...SUBSEQUENCE_ROUTES,
  ...WORKSPACE_ROUTES,
];

const PREFIX = '/api/v2';

function keyOf(workspaces: Workspaces, header: string | undefined): ApiKey {
  if (header === undefined || header === '')
    throw new ApiError(401, 'Missing Authorization header');
  const token = /^Bearer (\S+)$/.exec(header)?.[1];
  const key = token === undefined ? null : workspaces.keyOf(token);
  if (key === null) throw new ApiError(401, 'Invalid authorization header');
  return key;
}

function worldFor(workspaces: Workspaces, key: ApiKey, asWorkspace: string | undefined): World {
  const own = workspaces.member(key.workspaceId);
  const isOther = asWorkspace !== undefined && asWorkspace !== key.workspaceId;
  if (isOther && own?.subWorkspaceIds.includes(asWorkspace) !== true) {
    throw new ApiError(401, 'Invalid workspace');
  }
  const member = isOther ? workspaces.member(asWorkspace) : own;
  if (member === null) throw new ApiError(401, 'Invalid authorization header');
  if (!member.hasPlan) throw new ApiError(402, 'Workspace does not have an active paid plan');
  return member.world;
}

function find(method: string, path: string): { readonly route: Route; readonly id: string } {
  for (const route of ROUTES) {
    const id = route.method === method ? matchPath(route.path, path) : null;
    if (id !== null) return { route, id };
  }
  throw notFound();
}

function handle(workspaces: Workspaces, request: ApiRequest): unknown {
  if (!request.path.startsWith(`${PREFIX}/`)) throw notFound();
  const { route, id } = find(request.method, request.path.slice(PREFIX.length));
  const key = keyOf(workspaces, request.headers['authorization']);
  const world = worldFor(workspaces, key, request.headers['x-as-workspace']);
  const { receivedAtMs } = request;
  if (receivedAtMs !== undefined && !workspaces.countCall(world.state.workspaceId, receivedAtMs)) {
    throw new ApiError(429, 'Rate limit exceeded');
  }
  if (route.scope !== null && !isAllowed(route.scope, key.scopes)) {
    const found = key.scopes.join(', ');
    throw new ApiError(401, `Invalid scope. Required: ${route.scope}. Found: ${found}`);
  }
  return route.handle({ world, workspaces, request, id });
}

/** Answers one call as api.instantly.ai would (INSTANTLY.md): errors become answers, nothing the caller sends makes it throw. */
export function answer(workspaces: Workspaces, request: ApiRequest): ApiAnswer {
  try {
    return { status: 200, body: handle(workspaces, request) };
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.body };
    throw error;
  }
}
