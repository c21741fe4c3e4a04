import type { Candidate, Known, Place } from './candidate.ts';
import { isText, matches, parentOf } from './dom.ts';
import { isSeen } from './is-seen.ts';
import { CELL } from './selectors.ts';
import { textsIn } from './texts-in.ts';

// A row is lower than this, in CSS pixels; a part of a page rarely is.
const HIGHEST_ROW = 400;
const FEWEST_IN_COLUMN = 3;

interface Name extends Place {
  readonly column: number;
}

// What the eye reads together with a text: "Launch" is no name in "Launch plan".
const hasNeighbour = (node: Node, way: 'previousSibling' | 'nextSibling'): boolean => {
  let isRun = isText(node);
  for (let at = node[way]; at; at = at[way]) {
    if (at instanceof Element) {
      if (matches(at, CELL)) return false;
      if (at.textContent?.trim()) return getComputedStyle(at).display === 'inline';
      isRun = false;
    } else if (isText(at) && !isRun && at.data.trim()) return true;
  }
  return false;
};

const isAlone = (node: Node): boolean => {
  if (hasNeighbour(node, 'previousSibling') || hasNeighbour(node, 'nextSibling')) return false;
  const parent = parentOf(node);
  if (!parent || matches(parent, CELL) || getComputedStyle(parent).display !== 'inline')
    return true;
  return isAlone(parent);
};

const findName = (row: Element, text: string): Element | null => {
  for (const [node, said] of textsIn(row)) {
    const parent = parentOf(node);
    if (said === text && parent && isSeen(parent) && isAlone(node)) return parent;
  }
  return null;
};

/** Names stand in one column: what equals a name in another is a word, such as a status. */
const columnOf = (names: readonly Name[]): number | undefined => {
  const [best, next] = [...Map.groupBy(names, ({ column }) => column).values()].sort(
    (a, b) => b.length - a.length,
  );
  const column = best?.[0]?.column;
  const isClear = best?.length !== next?.length && (!column || best.length >= FEWEST_IN_COLUMN);
  return isClear ? column : undefined;
};

/**
 * The rows that show one known thing each. Ambiguous means none: a row that says two things, a name in two rows, a
 * name where names do not stand.
 */
export const placesOf = (candidates: readonly Candidate[], known: Known): readonly Place[] => {
  const readings = [...Map.groupBy(candidates, ({ row }) => row)].flatMap(([row, of]) => {
    const carriers = of.filter(({ id }) => id && known.ids.has(id));
    const texts = of[0]?.texts ?? [];
    if (!carriers[0] && !texts.some((text) => known.byText.has(text))) return [];
    if (!isSeen(row) || row.getBoundingClientRect().height > HIGHEST_ROW) return [];
    const names = texts.flatMap((text, column): readonly Name[] => {
      const id = known.byText.get(text);
      const anchor = id && findName(row, text);
      return anchor ? [{ id, row, anchor, by: 'text', column }] : [];
    });
    return [{ row, carriers, names }];
  });
  const saidBy = Map.groupBy(
    readings.flatMap(({ names }) => names),
    ({ id }) => id,
  );
  // A row's own name: that of the id it carries, or the only one in it and that in no other row.
  const ownOf = ({ carriers, names }: (typeof readings)[number]): Name | undefined =>
    carriers[0]
      ? names.find(({ id }) => id === carriers[0]?.id)
      : names.find(({ id }) => names.length === 1 && saidBy.get(id)?.length === 1);
  const column = columnOf(readings.flatMap((reading) => ownOf(reading) ?? []));
  return readings.flatMap((reading): readonly Place[] => {
    const own = ownOf(reading);
    const [carrier, second] = reading.carriers;
    if (!carrier) return own && own.column === column ? [own] : [];
    // A row that is being used again may carry one id and say the name of another.
    const isOther = reading.names.some((name) => name.column === (column ?? name.column));
    if (!carrier.id || second || (!own && isOther)) return [];
    const { element, row, id, by } = carrier;
    const isLink = by === 'link' && isSeen(element);
    return [{ id, row, anchor: isLink ? element : (own?.anchor ?? row), by }];
  });
};
