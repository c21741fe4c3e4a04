import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
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

interface TableProps {
  readonly caption: string;
  readonly class: string;
  /** One key a row; as many rows as keys. */
  readonly keys: readonly string[];
  /** How tall a row most likely is, in px, before it is measured. */
  readonly rowHeight: number;
  readonly head: ComponentChildren;
  readonly rowAt: (index: number) => TableRow | null;
}

const HEAD_ROWS = 1;

/** A table as long as it likes: only the rows near the visible ones are in the page, all of them on paper. */
export const WindowedTable = (props: TableProps) => {
  const { caption, keys, rowHeight, head, rowAt } = props;
  const { model } = useDashboard();
  const table = useRef<HTMLTableElement>(null);
  const { indexes, above, below, measure } = useWindowing(
    table,
    keys,
    rowHeight,
    model.isPrinting.value,
  );
  return (
    <table ref={table} class={props.class} aria-rowcount={keys.length + HEAD_ROWS}>
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr aria-rowindex={HEAD_ROWS}>{head}</tr>
      </thead>
      {above > 0 && <tbody role="none" class="room" style={{ height: `${above}px` }} />}
      <tbody>
        {indexes.map((index) => {
          const row = rowAt(index);
          return (
            row && (
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
            )
          );
        })}
      </tbody>
      {below > 0 && <tbody role="none" class="room" style={{ height: `${below}px` }} />}
    </table>
  );
};
