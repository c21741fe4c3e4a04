import { useDashboard } from './context.ts';
import type { Selection } from './selection.ts';

interface SelectCellProps {
  readonly selection: Selection;
  /** The row, and what it is called. */
  readonly rowKey: string;
  readonly name: string;
  /** All rows that are shown, in their order, for a range. */
  readonly shown: () => readonly string[];
}

/** Chooses one row; with Shift all from the last one pressed. */
export const SelectCell = ({ selection, rowKey, name, shown }: SelectCellProps) => {
  const { words } = useDashboard();
  return (
    <td class="col-select">
      <input
        type="checkbox"
        aria-label={words.t('bulk.select', { name })}
        checked={selection.has(rowKey)}
        onClick={({ shiftKey }) => selection.toggle(rowKey, shown(), shiftKey)}
      />
    </td>
  );
};

/** Chooses all rows that are shown, or none of them. */
export const SelectHead = ({
  selection,
  shown,
}: {
  readonly selection: Selection;
  readonly shown: readonly string[];
}) => {
  const { words } = useDashboard();
  const count = shown.filter(selection.has).length;
  return (
    <th scope="col" class="col-select">
      <input
        type="checkbox"
        aria-label={words.t('bulk.selectAll', { count: shown.length })}
        checked={count > 0 && count === shown.length}
        indeterminate={count > 0 && count < shown.length}
        onClick={() => selection.toggleAll(shown)}
      />
    </th>
  );
};
