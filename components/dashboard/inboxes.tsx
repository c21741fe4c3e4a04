import { useSignal } from '@preact/signals';
import { useCallback, useMemo } from 'preact/hooks';
import type { Change, InboxAddress, PlannedChange } from '#model';
import { BulkBar } from './bulk-bar.tsx';
import { useDashboard } from './context.ts';
import { InboxCells, inboxHealth } from './inbox-cells.tsx';
import { InboxGroups } from './inbox-groups.tsx';
import { findInboxes, type InboxRow } from './inbox-rows.ts';
import { SelectCell, SelectHead } from './select-cell.tsx';
import { type TableRow, WindowedTable } from './windowed-table.tsx';

const ROW_HEIGHT = 54;

const HEADS = ['address', 'status', 'reason', 'warmup', 'room', 'affected'] as const;
const HEAD_CLASS = [
  'col-address',
  'col-status',
  'col-why',
  'col-warmup',
  'col-today figure',
  'col-affected',
] as const;

const keyOf = ({ facts }: InboxRow): string => `${facts.workspaceId}|${facts.address}`;

/** The limit that the window begins with, where many are set (DIAGNOSIS.md 3.5). */
const USUAL_LIMIT = 30;

const Bulk = ({ rows }: { readonly rows: readonly InboxRow[] }) => {
  const { model } = useDashboard();
  const chosen = model.chosenInboxes.among(rows, keyOf);
  const changes = (changeOf: (inbox: InboxAddress) => Change): readonly PlannedChange[] =>
    chosen.map(({ facts: { workspaceId, address } }) => ({
      workspaceId,
      change: changeOf(address),
    }));
  return (
    <BulkBar
      selection={model.chosenInboxes}
      count={chosen.length}
      acts={[
        { kind: 'pause', changes: changes((inbox) => ({ kind: 'pause_inbox', inbox })) },
        { kind: 'resume', changes: changes((inbox) => ({ kind: 'resume_inbox', inbox })) },
        {
          kind: 'limit',
          changes: changes((inbox) => ({
            kind: 'set_inbox_limit',
            inbox,
            limitPerDay: USUAL_LIMIT,
          })),
        },
      ]}
    />
  );
};

const InboxTable = ({ rows }: { readonly rows: readonly InboxRow[] }) => {
  const { model, words } = useDashboard();
  const rowOf = useCallback(
    (row: InboxRow): TableRow => ({
      health: inboxHealth(row),
      account: row.facts.address,
      cells: (
        <>
          <SelectCell
            selection={model.chosenInboxes}
            rowKey={keyOf(row)}
            name={row.facts.address}
            shown={() => rows.map(keyOf)}
          />
          <InboxCells row={row} />
        </>
      ),
    }),
    [model, rows],
  );
  return (
    <WindowedTable
      class="inboxes"
      caption={words.t('dashboard.section.inboxes')}
      items={rows}
      keyOf={keyOf}
      rowOf={rowOf}
      rowHeight={ROW_HEIGHT}
      head={[
        <SelectHead key="select" selection={model.chosenInboxes} shown={rows.map(keyOf)} />,
        ...HEADS.map((head, place) => (
          <th key={head} scope="col" class={HEAD_CLASS[place]}>
            {words.t(`inboxes.column.${head}`)}
          </th>
        )),
      ]}
    />
  );
};

/** The section Inboxes: domains and providers first, then every inbox, those that are down on top. */
export const Inboxes = () => {
  const { model, words } = useDashboard();
  const query = useSignal('');
  const all = model.inboxes.value;
  const wanted = query.value;
  const rows = useMemo(() => findInboxes(all, wanted), [all, wanted]);
  return (
    <section aria-label={words.t('dashboard.section.inboxes')}>
      {all.length === 0 ? (
        <p class="none">{words.t('inboxes.none')}</p>
      ) : (
        <>
          <InboxGroups rows={all} />
          <div class="card">
            <div class="tools">
              <input
                type="search"
                aria-label={words.t('inboxes.find')}
                placeholder={words.t('inboxes.find')}
                aria-keyshortcuts="/"
                value={query.value}
                onInput={({ currentTarget }) => {
                  query.value = currentTarget.value;
                }}
              />
              <span class="age end">{words.t('inboxes.shown', { count: rows.length })}</span>
            </div>
            <Bulk rows={rows} />
            {rows.length > 0 ? (
              <InboxTable rows={rows} />
            ) : (
              <p class="nothing">{words.t('inboxes.notFound')}</p>
            )}
          </div>
        </>
      )}
    </section>
  );
};
