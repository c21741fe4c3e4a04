import type { World } from '../world/index.ts';
import { ApiError, type ApiRequest } from './request.ts';
import type { Workspaces } from './workspaces.ts';

/** What a handler gets: the workspace the key acts on and the parts of the path in braces. */
export interface Call {
  readonly world: World;
  readonly workspaces: Workspaces;
  readonly request: ApiRequest;
  /** The first part of the path in braces, decoded; empty when there is none. */
  readonly id: string;
}

/** One operation of the API. `scope` is `resource:action`; null is none documented (INSTANTLY.md 1.2). */
export interface Route {
  readonly method: string;
  /** For instance `/campaigns/{id}/pause`, under `/api/v2`. */
  readonly path: string;
  readonly scope: string | null;
  readonly handle: (call: Call) => unknown;
}

/** Whether any of a key's scopes allows what is required. */
export function isAllowed(required: string, found: readonly string[]): boolean {
  const [resource, action] = required.split(':');
  const enough = [required, `${resource}:all`, `all:${action}`, 'all:all'];
  return enough.some((scope) => found.includes(scope));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) throw new ApiError(400, 'Malformed path');
    throw error;
  }
}

/** The id in a path that fits a route, empty when the route has none; null when it does not fit. */
export function matchPath(pattern: string, path: string): string | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  let id = '';
  for (const [index, part] of wanted.entries()) {
    const actual = given[index] ?? '';
    if (part.startsWith('{')) id = decoded(actual);
    else if (part !== actual) return null;
  }
  return id;
}
