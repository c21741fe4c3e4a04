import { type CauseRule, CHANNELS } from '#model';
import { useOptions } from '../context.ts';
import type { CauseChange } from './rules-edit.ts';

/** How long a problem lasts before it is told, and after how many hours again, as they are offered. */
const FOR_MINUTES = [0, 1, 5, 10, 15, 30, 60, 120, 240, 720, 1_440] as const;
const RENOTIFY_HOURS = [null, 1, 2, 4, 8, 12, 24, 48, 72] as const;

const withPresent = <T extends number | null>(offered: readonly T[], present: T | undefined) =>
  present === undefined || offered.includes(present)
    ? offered
    : [...offered, present].toSorted((a, b) => (a ?? 0) - (b ?? 0));

const INHERIT = '';
const HOUR_MINUTES = 60;

interface CellsProps {
  /** What the row is about, as its fields name it. */
  readonly name: string;
  /** What is set. */
  readonly set: Partial<CauseRule>;
  /** Whether a part that is not set follows a severity. */
  readonly canInherit: boolean;
  readonly change: (change: CauseChange) => void;
}

interface FieldProps<T> {
  readonly cells: CellsProps;
  readonly column: 'channel' | 'for' | 'again';
  readonly values: readonly T[];
  readonly textOf: (value: T) => string;
  readonly present: T | undefined;
  readonly choose: (value: T | undefined) => void;
}

const Field = <T,>({ cells, column, values, textOf, present, choose }: FieldProps<T>) => {
  const { words } = useOptions();
  const label = words.t(`alerts.table.${column}`);
  return (
    <td>
      <span class="label" aria-hidden="true">
        {label}
      </span>
      <select
        data-part={column}
        data-inherits={present === undefined}
        aria-label={words.t('alerts.named', { column: label, row: cells.name })}
        value={present === undefined ? INHERIT : String(present)}
        onChange={({ currentTarget }) => {
          choose(values.find((value) => String(value) === currentTarget.value));
        }}
      >
        {cells.canInherit && <option value={INHERIT}>{words.t('alerts.inherit')}</option>}
        {values.map((value) => (
          <option key={String(value)} value={String(value)}>
            {textOf(value)}
          </option>
        ))}
      </select>
    </td>
  );
};

/** Three cells of a rule: by which way it is told, once it has lasted how long, and when again. */
export const RuleCells = (cells: CellsProps) => {
  const { words } = useOptions();
  const { set, change } = cells;
  const forText = (minutes: number): string => {
    if (minutes === 0) return words.t('alerts.for.none');
    return minutes % HOUR_MINUTES === 0
      ? words.t('alerts.for.hours', { value: minutes / HOUR_MINUTES })
      : words.t('alerts.for.minutes', { value: minutes });
  };
  return (
    <>
      <Field
        cells={cells}
        column="channel"
        values={CHANNELS}
        textOf={(value) => words.t(`alerts.channel.${value}`)}
        present={set.channel}
        choose={(channel) => change({ channel })}
      />
      <Field<number>
        cells={cells}
        column="for"
        values={withPresent<number>(FOR_MINUTES, set.forMinutes)}
        textOf={forText}
        present={set.forMinutes}
        choose={(forMinutes) => change({ forMinutes })}
      />
      <Field<number | null>
        cells={cells}
        column="again"
        values={withPresent<number | null>(RENOTIFY_HOURS, set.renotifyHours)}
        textOf={(hours) =>
          hours === null
            ? words.t('alerts.again.never')
            : words.t('alerts.again.hours', { value: hours })
        }
        present={set.renotifyHours}
        choose={(renotifyHours) => change({ renotifyHours })}
      />
    </>
  );
};
