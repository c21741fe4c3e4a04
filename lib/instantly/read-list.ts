import * as z from 'zod/mini';
import type { Answer, Page } from './answer.ts';
import { InstantlyError } from './error.ts';
import { list, maybeNull, Oddities } from './wire.ts';

/** Turns one row into a domain value; undefined when it has no valid id. */
export type ReadRow<Item> = (row: unknown, odd: Oddities) => Item | undefined;

// A cursor goes back into a URL as it came, so it must survive that.
const cursor = z.string().check(
  z.maxLength(2_000),
  z.refine((text) => text.isWellFormed()),
);

const PageBody = z.lazy(() => z.object({ items: list, next_starting_after: maybeNull(cursor) }));

const readRows = <Item>(
  rows: readonly unknown[],
  readRow: ReadRow<Item>,
  odd: Oddities,
): readonly Item[] => {
  const items: Item[] = [];
  for (const row of rows) {
    const item = readRow(row, odd);
    if (item === undefined) odd.add();
    else items.push(item);
  }
  return items;
};

/** A body `{ items, next_starting_after }` (INSTANTLY.md 1.6). Throws `bad_body` when there is no list in it. */
export const readPage = <Item>(body: unknown, readRow: ReadRow<Item>): Page<Item> => {
  const parsed = PageBody.safeParse(body);
  if (!parsed.success) throw new InstantlyError('bad_body');
  const { items, next_starting_after } = parsed.data;
  const odd = new Oddities();
  const nextCursor = odd.take(next_starting_after) || undefined;
  const value = readRows(items, readRow, odd);
  return { value, oddities: odd.count, rows: items.length, nextCursor };
};

/** A body that is a plain list, as the analytics calls give it. Throws `bad_body` when it is not. */
export const readArray = <Item>(body: unknown, readRow: ReadRow<Item>): Answer<readonly Item[]> => {
  const parsed = list.safeParse(body);
  if (!parsed.success) throw new InstantlyError('bad_body');
  const odd = new Oddities();
  const value = readRows(parsed.data, readRow, odd);
  return { value, oddities: odd.count };
};

/** A body that is one row. Throws `bad_body` when it has no valid id. */
export const readOne = <Item>(body: unknown, readRow: ReadRow<Item>): Answer<Item> => {
  const odd = new Oddities();
  const value = readRow(body, odd);
  if (value === undefined) throw new InstantlyError('bad_body');
  return { value, oddities: odd.count };
};
