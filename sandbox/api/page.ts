import { ApiError } from './request.ts';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/** One page of a list. */
export interface Page {
  readonly items: readonly unknown[];
  readonly next_starting_after?: string;
}

/** Cuts one page out of a list: 10 items unless asked otherwise; a limit over 100 silently gives nothing (INSTANTLY.md 1.6). An unknown cursor starts from the beginning. */
export function pageOf<T>(
  list: readonly T[],
  query: URLSearchParams,
  cursorOf: (item: T) => string,
  show: (item: T) => unknown,
): Page {
  const asked = query.get('limit');
  const limit = asked === null ? DEFAULT_LIMIT : Number(asked);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new ApiError(400, 'querystring/limit must be >= 1');
  }
  if (limit > MAX_LIMIT) return { items: [] };
  const after = query.get('starting_after');
  const start = after === null ? 0 : list.findIndex((item) => cursorOf(item) === after) + 1;
  const items = list.slice(start, start + limit);
  const last = items.at(-1);
  const hasMore = start + limit < list.length;
  return {
    items: items.map(show),
    ...(hasMore && last !== undefined ? { next_starting_after: cursorOf(last) } : {}),
  };
}
