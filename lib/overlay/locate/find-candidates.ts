import { type Candidate, MOST_ROWS } from './candidate.ts';
import { findAll, isSkipped, matches, parentOf } from './dom.ts';
import { isDrawn } from './is-seen.ts';
import { readRow } from './read-row.ts';
import { LIKELY_ROW, PART, SURE_ROW } from './selectors.ts';

// A page can be made without end.
const MOST_ELEMENTS = 5000;

interface Row {
  readonly element: Element;
  readonly isSure: boolean;
  /** Whether rows stand in it, so that it is none. */
  isPart: boolean;
  readonly inner: Row[];
}

const firstTagIn = (element: Element): string | undefined => {
  let child = element.firstElementChild;
  // What we put into a row must not make it another.
  while (child?.tagName.startsWith('SENDWATCH')) child = child.nextElementSibling;
  return child?.tagName;
};

// Other classes than the first tell states apart: selected, hovered, new.
const isAlike = (element: Element, other: Element | null | undefined): boolean =>
  other?.tagName === element.tagName &&
  other.classList[0] === element.classList[0] &&
  firstTagIn(other) === firstTagIn(element);

// Something may stand between two of a kind, such as a line.
const isRepeated = (element: Element): boolean => {
  const { previousElementSibling: before, nextElementSibling: after } = element;
  return (
    isAlike(element, before) ||
    isAlike(element, after) ||
    isAlike(element, before?.previousElementSibling) ||
    isAlike(element, after?.nextElementSibling)
  );
};

const rowsIn = (document: Document): readonly Row[] => {
  const top: Row[] = [];
  const open: Row[] = [];
  for (const element of findAll(document, [SURE_ROW, LIKELY_ROW, PART].join()).slice(
    0,
    MOST_ELEMENTS,
  )) {
    while (open.length > 0 && !open.at(-1)?.element.contains(element)) open.pop();
    const isSure = matches(element, SURE_ROW);
    if (isSure || matches(element, PART))
      for (const row of open) row.isPart ||= isSure || !row.isSure;
    if (
      isSure ||
      (!open.some((row) => row.isSure) && matches(element, LIKELY_ROW) && isRepeated(element))
    ) {
      const row = { element, isSure, isPart: false, inner: [] };
      (open.at(-1)?.inner ?? top).push(row);
      open.push(row);
    }
  }
  return top;
};

/**
 * What the page shows of a kind, in document order, of at most 300 rows. It holds for the moment: find again after
 * waiting for anything.
 */
export const findCandidates = (
  document: Document,
  kind: 'campaigns' | 'inboxes',
): readonly Candidate[] => {
  const skipped = new Map<Element, boolean>();
  const isInSkipped = (element: Element): boolean => {
    const known = skipped.get(element);
    if (known !== undefined) return known;
    const parent = parentOf(element);
    const is = isSkipped(element) || (parent !== null && isInSkipped(parent));
    skipped.set(element, is);
    return is;
  };
  const found: (readonly Candidate[])[] = [];
  // Cells are alike as rows are: a row is the outermost that does not say too much for one.
  const read = ({ element, isSure, isPart, inner }: Row): void => {
    if (found.length === MOST_ROWS || isInSkipped(element)) return;
    const candidates = isPart ? null : readRow(element, kind === 'campaigns', isSure);
    if (!candidates && !isSure) inner.forEach(read);
    else if (candidates?.length && isDrawn(element)) found.push(candidates);
  };
  rowsIn(document).forEach(read);
  return found.flat();
};
