import type { Page } from './answer.ts';

/** Why a sweep ended. All but `complete` mean that there may be more than was seen. */
export type SweepEnd = 'complete' | 'cursor_repeated' | 'page_cap';

/** A page of a sweep, without what earlier pages had already. */
export interface SweepPage<Item> extends Page<Item> {
  /** Items left out because an earlier row, here or on an earlier page, had the same key. */
  readonly duplicates: number;
  /** Set on the last page only. */
  readonly end: SweepEnd | undefined;
}

interface SweepOptions {
  /** Where an earlier sweep stopped. */
  readonly from?: string | undefined;
  readonly mostPages?: number;
}

// 20,000 campaigns: ten times what is promised.
const MOST_PAGES = 200;

/**
 * All pages of a list, one after the other, as lazily as they are taken. Ends by itself on a missing or repeated
 * cursor, on a page without rows and at a cap of pages, whatever the server says (INSTANTLY.md 1.6).
 */
export async function* eachPage<Item>(
  fetchPage: (cursor: string | undefined) => Promise<Page<Item>>,
  keyOf: (item: Item) => string,
  { from, mostPages = MOST_PAGES }: SweepOptions = {},
): AsyncGenerator<SweepPage<Item>, void, undefined> {
  const keys = new Set<string>();
  const cursors = new Set<string | undefined>([from]);
  let cursor = from;

  const endOf = (page: Page<Item>, pages: number): SweepEnd | undefined => {
    if (page.nextCursor === undefined || page.rows === 0) return 'complete';
    if (cursors.has(page.nextCursor)) return 'cursor_repeated';
    return pages >= mostPages ? 'page_cap' : undefined;
  };

  for (let pages = 1; ; pages += 1) {
    const page = await fetchPage(cursor);
    const fresh = page.value.filter((item) => {
      const key = keyOf(item);
      if (keys.has(key)) return false;
      keys.add(key);
      return true;
    });
    const end = endOf(page, pages);
    yield { ...page, value: fresh, duplicates: page.value.length - fresh.length, end };
    if (end !== undefined) return;
    cursor = page.nextCursor;
    cursors.add(cursor);
  }
}
