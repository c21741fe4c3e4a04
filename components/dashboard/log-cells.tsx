import { Glyph } from '../glyph/index.tsx';
import { isoTime } from '../iso-time.ts';
import { healthOf } from '../severity/index.ts';
import { useDashboard } from './context.ts';
import { type LogRow, tookMs } from './log-rows.ts';
import { campaignHash } from './routes.ts';

const Took = ({ row: { record } }: { readonly row: LogRow }) => {
  const { words } = useDashboard();
  const ms = tookMs(record);
  if (ms === null) return <>{words.t('dashboard.none')}</>;
  const lasting = words.duration(ms);
  return (
    <>
      {words.t(record.kind === 'fired' ? 'log.took.detect' : 'log.took.recover', { for: lasting })}
    </>
  );
};

/** What happened, and why nobody was told of it. */
export const LogKindText = ({ row: { record } }: { readonly row: LogRow }) => {
  const { words } = useDashboard();
  return (
    <>
      <span class={`what-happened ${record.kind}`}>{words.t(`log.kind.${record.kind}`)}</span>
      {record.reason !== null && <small>{words.t(`log.reason.${record.reason}`)}</small>}
    </>
  );
};

/** When it happened. */
export const LogTime = ({ row: { record } }: { readonly row: LogRow }) => {
  const { model, words } = useDashboard();
  return <time dateTime={isoTime(record.at)}>{words.clock(record.at, model.slowNow.value)}</time>;
};

/** One transition as a row of the table. */
export const LogCells = ({ row }: { readonly row: LogRow }) => {
  const { words } = useDashboard();
  const { record, name, isWhole, workspace, cause } = row;
  return (
    <>
      <td class="col-at">
        <LogTime row={row} />
      </td>
      <td class="col-campaign">
        {name !== null && record.campaignId !== null ? (
          <a class="name" href={campaignHash(record.campaignId)}>
            <bdi>{name}</bdi>
          </a>
        ) : (
          words.t(isWhole ? 'log.wholeWorkspace' : 'log.gone')
        )}
        <small>
          <bdi>{workspace}</bdi>
        </small>
      </td>
      <td class="col-cause">
        <span class="state">
          <Glyph health={healthOf[record.severity]} size={16} />
          <span>{cause}</span>
        </span>
      </td>
      <td class="col-kind">
        <LogKindText row={row} />
      </td>
      <td class="col-took">
        <Took row={row} />
      </td>
    </>
  );
};
