import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { utcDate } from '#model';
import { healthOf } from '../severity/index.ts';
import { type Dashboard, useDashboard } from './context.ts';
import { LogCells } from './log-cells.tsx';
import {
  LOG_KINDS,
  type LogKind,
  type LogRow,
  logCsv,
  logJson,
  logRowsOf,
  summarize,
} from './log-rows.ts';
import { Menu } from './menu.tsx';
import { Ranges } from './ranges.tsx';
import { type TableRow, WindowedTable } from './windowed-table.tsx';
import './log.css';

const ROW_HEIGHT = 48;

/** What is in the log of the workspaces shown, the latest first. */
const shownLog = ({ model, words }: Dashboard): readonly LogRow[] => {
  const { chosen, log, byId, workspaceNames } = model;
  const own = (log.value ?? []).filter(
    ({ workspaceId }) => chosen.value === null || workspaceId === chosen.value,
  );
  return logRowsOf(own, { campaigns: byId.value, workspaces: workspaceNames.value }, words);
};

/** Saves rows of the log as a file named after the day. */
const saveRows = ({ model }: Dashboard, rows: readonly LogRow[], format: 'csv' | 'json'): void => {
  const name = `sendwatch-log-${utcDate(model.now.value)}.${format}`;
  if (format === 'csv') model.ports.download(name, 'text/csv;charset=utf-8', logCsv(rows));
  else model.ports.download(name, 'application/json', logJson(rows));
};

/** Saves the log of the workspaces shown, read first where nobody has looked at it yet. */
export const saveLog = async (dashboard: Dashboard, format: 'csv' | 'json'): Promise<void> => {
  await dashboard.model.wantLog();
  saveRows(dashboard, shownLog(dashboard), format);
};

const Summary = ({ rows }: { readonly rows: readonly LogRow[] }) => {
  const { words } = useDashboard();
  const { detectMs, recoverMs, announced, held } = summarize(rows.map(({ record }) => record));
  const lasting = (ms: number | null): string =>
    ms === null ? words.t('log.median.none') : words.duration(ms);
  const figures = [
    ['detect', lasting(detectMs)],
    ['recover', lasting(recoverMs)],
    ['announced', words.number(announced)],
    ['held', words.number(held)],
  ] as const;
  return (
    <dl class="card log-summary" aria-label={words.t('log.medians')}>
      {figures.map(([name, value]) => (
        <div key={name} data-figure={name}>
          <dt>{words.t(`log.median.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

interface FilterProps {
  readonly rows: readonly LogRow[];
  readonly chosen: LogKind | null;
  readonly choose: (kind: LogKind | null) => void;
}

const Filter = ({ rows, chosen, choose }: FilterProps) => {
  const { words } = useDashboard();
  const counts = Map.groupBy(rows, ({ record }) => record.kind);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of a form
    <div class="segments" role="group" aria-label={words.t('log.filter.kind')}>
      {[null, ...LOG_KINDS].map((kind) => (
        <button
          type="button"
          key={kind}
          data-kind={kind ?? 'all'}
          aria-pressed={chosen === kind}
          onClick={() => choose(kind)}
        >
          {words.t(kind === null ? 'log.filter.all' : `log.kind.${kind}`)}{' '}
          <b>{words.number(kind === null ? rows.length : (counts.get(kind)?.length ?? 0))}</b>
        </button>
      ))}
    </div>
  );
};

const keyOf = ({ record }: LogRow): string =>
  [record.at, record.workspaceId, record.campaignId, record.code, record.kind].join('|');

const rowOf = (row: LogRow): TableRow => ({
  health: healthOf[row.record.severity],
  cells: <LogCells row={row} />,
});

const COLUMNS = ['at', 'campaign', 'cause', 'kind', 'took'] as const;

const Table = ({ rows }: { readonly rows: readonly LogRow[] }) => {
  const { words } = useDashboard();
  return (
    <WindowedTable
      class="log"
      caption={words.t('dashboard.section.log')}
      items={rows}
      keyOf={keyOf}
      rowOf={rowOf}
      rowHeight={ROW_HEIGHT}
      head={COLUMNS.map((column) => (
        <th key={column} scope="col" class={`col-${column}`}>
          {words.t(`log.column.${column}`)}
        </th>
      ))}
    />
  );
};

const Tools = (props: FilterProps & { readonly shown: readonly LogRow[] }) => {
  const dashboard = useDashboard();
  const { words } = dashboard;
  const { shown } = props;
  return (
    <div class="tools">
      <Filter {...props} />
      <div class="end">
        <span class="age">{words.t('log.shown', { count: shown.length })}</span>
        <Menu label={words.t('log.export')}>
          <button type="button" onClick={() => saveRows(dashboard, shown, 'csv')}>
            {words.t('dashboard.csv')}
          </button>
          <button type="button" onClick={() => saveRows(dashboard, shown, 'json')}>
            {words.t('dashboard.json')}
          </button>
        </Menu>
      </div>
    </div>
  );
};

/** The section Log: every transition of every alert in the chosen time, with what they come to. */
export const Log = () => {
  const dashboard = useDashboard();
  const { model, words } = dashboard;
  const kind = useSignal<LogKind | null>(null);
  useEffect(() => void model.wantLog(), [model]);
  const rows = useComputed(() => shownLog(dashboard)).value;
  const shown = useComputed(() => {
    const all = shownLog(dashboard);
    return kind.value === null ? all : all.filter(({ record }) => record.kind === kind.value);
  }).value;
  return (
    <section aria-label={words.t('dashboard.section.log')}>
      <p class="lead">{words.t('log.lead')}</p>
      <Ranges />
      {model.log.value === null && (
        <p class="none" aria-busy="true">
          {words.t('log.reading')}
        </p>
      )}
      {model.log.value !== null && rows.length === 0 && <p class="none">{words.t('log.none')}</p>}
      {rows.length > 0 && (
        <>
          <Summary rows={rows} />
          <div class="card">
            <Tools
              rows={rows}
              shown={shown}
              chosen={kind.value}
              choose={(chosen) => {
                kind.value = chosen;
              }}
            />
            {shown.length > 0 ? (
              <Table rows={shown} />
            ) : (
              <p class="nothing">{words.t('log.nothing')}</p>
            )}
          </div>
        </>
      )}
    </section>
  );
};
