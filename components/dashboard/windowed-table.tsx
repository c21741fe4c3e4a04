import type { ComponentChildren, VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Health } from '#model';
import { useDashboard } from './context.ts';
import { useWindowing } from './use-windowing.ts';

/** One row of a long table: its hooks for tests and scripts, and its cells. */
export interface TableRow {
  readonly health: Health;
  readonly campaignId?: string;
  readonly account?: string;
  readonly cells: ComponentChildren;
}

interface TableProps<Item> {
  readonly caption: string;
  readonly class: string;
  /** The same array as long as nothing changed. */
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** The same function as long as it makes the same rows. */
  readonly rowOf: (item: Item) => TableRow;
  /** How tall a row most likely is, in px, before it is measured. */
  readonly rowHeight: number;
  readonly head: ComponentChildren;
}

const HEAD_ROWS = 1;

/** A table as long as it likes: only the rows near the visible ones are in the page, all of them on paper. */
export const WindowedTable = <Item,>(props: TableProps<Item>) => {
  const { caption, items, keyOf, rowOf, rowHeight, head } = props;
  const { model } = useDashboard();
  const table = useRef<HTMLTableElement>(null);
  const keys = useMemo(() => items.map(keyOf), [items, keyOf]);
  const { indexes, above, below, measure } = useWindowing(
    table,
    keys,
    rowHeight,
    model.isPrinting.value,
  );
  // A row that was made before is not looked at again: scrolling only makes what comes into sight.
  const made = useMemo(() => new Map<number, VNode>(), [items, rowOf, measure]);
  const rowAt = (index: number): VNode | null => {
    const item = items[index];
    const known = made.get(index);
    if (known || item === undefined) return known ?? null;
    const row = rowOf(item);
    const element = (
      <tr
        key={keys[index]}
        ref={measure}
        data-index={index}
        data-campaign-id={row.campaignId}
        data-account={row.account}
        data-health={row.health}
        aria-rowindex={index + HEAD_ROWS + 1}
      >
        {row.cells}
      </tr>
    );
    made.set(index, element);
    return element;
  };
  return (
    <table ref={table} class={props.class} aria-rowcount={keys.length + HEAD_ROWS}>
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr aria-rowindex={HEAD_ROWS}>{head}</tr>
      </thead>
      {above > 0 && <tbody role="none" class="room" style={{ height: `${above}px` }} />}
      <tbody>{indexes.map(rowAt)}</tbody>
      {below > 0 && <tbody role="none" class="room" style={{ height: `${below}px` }} />}
    </table>
  );
};
