import { useRef } from 'preact/hooks';
import { tidy } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { type ColumnId, FIGURE_COLUMNS } from './columns.ts';
import { useDashboard } from './context.ts';
import { Meter } from './meter.tsx';
import { campaignHash } from './routes.ts';
import type { CampaignRow } from './rows.ts';
import { Strip } from './strip.tsx';
import { useWindowing } from './use-windowing.ts';

const ROW_HEIGHT = 54;
const HEAD_ROWS = 1;

const cellClass = (column: ColumnId): string =>
  FIGURE_COLUMNS.has(column) ? `col-${column} figure` : `col-${column}`;

const Cell = ({ column, row }: { readonly column: ColumnId; readonly row: CampaignRow }) => {
  const { model, words } = useDashboard();
  const { verdict, name, workspace, why, evidence, sent, limit, couldSend, lost } = row;
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
          {evidence && <small title={tidy(evidence, 400)}>{tidy(evidence, 200)}</small>}
        </>
      );
    case 'last24h':
      return <Strip segments={model.timelineOf(verdict, 1)} />;
    case 'today':
      return sent === null ? (
        <>{words.t('dashboard.none')}</>
      ) : (
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

/** The campaigns as a table. Only the rows near the visible ones are in the page. */
export const Table = () => {
  const { model, words } = useDashboard();
  const body = useRef<HTMLTableElement>(null);
  const rows = model.rows.value;
  const columns = model.columns.value;
  const keys = rows.map(({ verdict }) => verdict.campaignId);
  const { indexes, above, below, measure } = useWindowing(
    body,
    keys,
    ROW_HEIGHT,
    model.isPrinting.value,
  );
  return (
    <table ref={body} class="campaigns" aria-rowcount={rows.length + HEAD_ROWS}>
      <caption class="hidden">{words.t('dashboard.section.campaigns')}</caption>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <HeadCell key={column} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {above > 0 && <tr class="room" aria-hidden="true" style={{ height: `${above}px` }} />}
        {indexes.map((index) => {
          const row = rows[index];
          return (
            row && (
              <tr
                key={row.verdict.campaignId}
                ref={measure}
                data-index={index}
                data-campaign-id={row.verdict.campaignId}
                data-health={row.verdict.health}
                aria-rowindex={index + HEAD_ROWS + 1}
              >
                {columns.map((column) => (
                  <td key={column} class={cellClass(column)}>
                    <Cell column={column} row={row} />
                  </td>
                ))}
              </tr>
            )
          );
        })}
        {below > 0 && <tr class="room" aria-hidden="true" style={{ height: `${below}px` }} />}
      </tbody>
    </table>
  );
};
