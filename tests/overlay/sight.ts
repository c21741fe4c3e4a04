import { findCandidates, type Known, placesOf } from '../../lib/overlay/locate/index.ts';
import type { Workspace } from './fixtures/items.ts';
import type { Sighting } from './judge.ts';

const truthOf = (row: Element | null): string | null => row?.getAttribute('data-truth') ?? null;

/** How rows are told apart; in tests also by one that makes a mistake on purpose. */
export type Locate = (
  document: Document,
  list: Workspace['list'],
  known: Known,
) => readonly { readonly id: string; readonly row: Element }[];

const locate: Locate = (document, list, known) => placesOf(findCandidates(document, list), known);

/** What is located on a page, as the ground truth has it. The page may shadow what its document offers. */
export const sight = (
  document: Document,
  list: Workspace['list'],
  known: Known,
  locateAs = locate,
): Sighting => ({
  marks: locateAs(document, list, known).map(({ id, row }) => ({
    id,
    truth: truthOf(row.closest('[data-truth]')),
  })),
  rows: [
    ...(Document.prototype.querySelectorAll.call(document, '[data-truth]') as NodeListOf<Element>),
  ].map((row) => truthOf(row) ?? ''),
});
