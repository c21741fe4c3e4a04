import { useCallback } from 'preact/hooks';
import { tidy } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { SilenceSign } from '../silencing/index.ts';
import { type ColumnId, FIGURE_COLUMNS } from './columns.ts';
import { useDashboard } from './context.ts';
import { Meter } from './meter.tsx';
import { campaignHash } from './routes.ts';
import type { CampaignRow } from './rows.ts';
import { SelectCell, SelectHead } from './select-cell.tsx';
import { Strip } from './strip.tsx';
import { type TableRow, WindowedTable } from './windowed-table.tsx';

const ROW_HEIGHT = 54;

const cellClass = (column: ColumnId): string =>
  FIGURE_COLUMNS.has(column) ? `col-${column} figure` : `col-${column}`;

const Cell = ({ column, row }: { readonly column: ColumnId; readonly row: CampaignRow }) => {
  const { model, words } = useDashboard();
  const { verdict, name, workspace, why, evidence, sent, limit, couldSend, lost, silence } = row;
  switch (column) {
    case 'campaign':
      return (
        <>
          <a class="name" href={campaignHash(verdict.campaignId)} title={tidy(name, 300)}>
            <bdi>{tidy(name)}</bdi>
          </a>
          <small>
            <bdi>{workspace}</bdi>
          </small>
          {silence !== null && (
            <small class="silence" data-silenced title={silence}>
              <SilenceSign /> <bdi>{silence}</bdi>
            </small>
          )}
        </>
      );
    case 'state':
      return (
        <span class="state">
          <Glyph health={verdict.health} size={18} />
          {words.healthWord(verdict.health)}
        </span>
      );
    case 'why':
      return (
        <>
          {why}
          {evidence && <small title={evidence}>{evidence}</small>}
        </>
      );
    case 'last24h':
      return <Strip segments={model.timelineOf(verdict, 1)} />;
    case 'today':
      if (sent === null) return <>{words.t('dashboard.none')}</>;
      return (
        <span class="of">
          {limit !== null && <Meter filled={sent / limit} />}
          {limit === null
            ? words.number(sent)
            : words.t('popup.sentOf', { sent: words.number(sent), limit: words.number(limit) })}
        </span>
      );
    case 'couldSend':
      return <>{couldSend === null ? words.t('dashboard.none') : words.number(couldSend)}</>;
    case 'lost':
      return <>{lost ? words.t('dashboard.lost', { count: lost }) : words.t('dashboard.none')}</>;
  }
};

const HeadCell = ({ column }: { readonly column: ColumnId }) => {
  const { model, words } = useDashboard();
  const sorting = model.sorting.value;
  const isSorted = sorting?.column === column;
  const direction = sorting?.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" class={cellClass(column)} aria-sort={isSorted ? direction : 'none'}>
      <button type="button" onClick={() => model.sortBy(column)}>
        {words.t(`dashboard.column.${column}`)}
        <span aria-hidden="true">{isSorted ? (sorting.isDescending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
};

/** What a row of the table is known by. */
export const campaignKey = ({ verdict }: CampaignRow): string => verdict.campaignId;

/** The campaigns as a table, with the columns that were chosen. */
export const Table = () => {
  const { model, words } = useDashboard();
  const columns = model.columns.value;
  const rowOf = useCallback(
    (row: CampaignRow): TableRow => ({
      health: row.verdict.health,
      campaignId: row.verdict.campaignId,
      cells: [
        <SelectCell
          key="select"
          selection={model.chosenCampaigns}
          rowKey={campaignKey(row)}
          name={row.name}
          shown={() => model.rows.value.map(campaignKey)}
        />,
        ...columns.map((column) => (
          <td key={column} class={cellClass(column)}>
            <Cell column={column} row={row} />
          </td>
        )),
      ],
    }),
    [columns, model],
  );
  return (
    <WindowedTable
      class="campaigns"
      caption={words.t('dashboard.section.campaigns')}
      items={model.rows.value}
      keyOf={campaignKey}
      rowOf={rowOf}
      rowHeight={ROW_HEIGHT}
      head={[
        <SelectHead
          key="select"
          selection={model.chosenCampaigns}
          shown={model.rows.value.map(campaignKey)}
        />,
        ...columns.map((column) => <HeadCell key={column} column={column} />),
      ]}
    />
  );
};
