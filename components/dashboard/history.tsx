import { useComputed } from '@preact/signals';
import { DAY_MS, HEALTHS } from '#model';
import { tidy } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { useDashboard } from './context.ts';
import { Ranges } from './ranges.tsx';
import { campaignHash } from './routes.ts';
import type { CampaignRow } from './rows.ts';
import type { Segment } from './segment.ts';
import { Sent } from './sent.tsx';
import { Strip } from './strip.tsx';
import { fleetBuckets } from './timeline.ts';
import { uptimeOf } from './uptime.ts';
import { type TableRow, WindowedTable } from './windowed-table.tsx';

const ROW_HEIGHT = 44;
const BUCKETS = 96;
const HEIGHT = 100;

interface Line {
  readonly row: CampaignRow;
  readonly segments: readonly Segment[];
}

/** The whole fleet over time: each column is divided by how many campaigns were in which state. */
const FleetBar = ({ lines }: { readonly lines: readonly Line[] }) => {
  const { model, words } = useDashboard();
  const now = model.slowNow.value;
  const from = now - model.range.value * DAY_MS;
  const buckets = fleetBuckets(
    lines.map(({ segments }) => segments),
    from,
    now,
    BUCKETS,
  );
  return (
    <figure class="fleet-bar">
      <svg
        viewBox={`0 0 ${BUCKETS} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.t('history.fleetBar', { count: lines.length })}
      >
        {buckets.map((bucket, x) => {
          let y = 0;
          return [...HEALTHS, 'unwatched' as const].map((name) => {
            const height = (bucket[name] / Math.max(1, lines.length)) * HEIGHT;
            const top = y;
            y += height;
            return (
              height > 0 && (
                <rect
                  key={`${x}-${name}`}
                  class={name}
                  x={x}
                  y={top}
                  width={0.86}
                  height={height}
                />
              )
            );
          });
        })}
      </svg>
      <figcaption>
        <span>{words.clock(from, now)}</span>
        <span>{words.t('time.now')}</span>
      </figcaption>
      <ul class="legend">
        {HEALTHS.map((health) => (
          <li key={health}>
            <Glyph health={health} size={12} /> {words.healthWord(health)}
          </li>
        ))}
      </ul>
    </figure>
  );
};

const Uptime = ({ segments }: { readonly segments: readonly (readonly Segment[])[] }) => {
  const { words } = useDashboard();
  const { share, dueMs, watchedMs } = uptimeOf(segments);
  return (
    <p class="uptime">
      {share === null ? (
        words.t('history.noUptime')
      ) : (
        <>
          <b>{words.percent(share)}</b>{' '}
          {words.t('history.uptime', {
            due: words.duration(dueMs),
            watched: words.duration(watchedMs),
          })}
        </>
      )}
    </p>
  );
};

const PastCells = ({ line }: { readonly line: Line }) => {
  const { words } = useDashboard();
  const { verdict, name, workspace } = line.row;
  const { share } = uptimeOf([line.segments]);
  return (
    <>
      <td class="col-campaign">
        <a class="name" href={campaignHash(verdict.campaignId)}>
          <bdi>{tidy(name)}</bdi>
        </a>
        <small>
          <bdi>{workspace}</bdi>
        </small>
      </td>
      <td class="col-states">
        <Strip segments={line.segments} />
      </td>
      <td class="figure">{share === null ? words.t('dashboard.none') : words.percent(share)}</td>
    </>
  );
};

const keyOf = ({ row }: Line): string => row.verdict.campaignId;

const rowOf = (line: Line): TableRow => ({
  health: line.row.verdict.health,
  campaignId: line.row.verdict.campaignId,
  cells: <PastCells line={line} />,
});

const Lines = ({ lines }: { readonly lines: readonly Line[] }) => {
  const { words } = useDashboard();
  return (
    <WindowedTable
      class="past"
      caption={words.t('dashboard.section.history')}
      items={lines}
      keyOf={keyOf}
      rowOf={rowOf}
      rowHeight={ROW_HEIGHT}
      head={
        <>
          <th scope="col">{words.t('dashboard.column.campaign')}</th>
          <th scope="col">{words.t('history.states')}</th>
          <th scope="col" class="figure">
            {words.t('history.uptimeColumn')}
          </th>
        </>
      }
    />
  );
};

/** The past of one campaign in the chosen range, with how much of it it sent. */
export const CampaignPast = ({ row }: { readonly row: CampaignRow }) => {
  const { model } = useDashboard();
  const segments = model.timelineOf(row.verdict, model.range.value);
  return (
    <>
      <Ranges />
      <Strip segments={segments} />
      <Uptime segments={[segments]} />
    </>
  );
};

/** Mails per day of all campaigns shown, with their limits added up as far as every one of them has one. */
const FleetSent = () => {
  const { model, words } = useDashboard();
  const limits = model.allRows.value
    .filter(({ verdict }) => verdict.health !== 'inactive')
    .map(({ limit }) => limit);
  const isLimited = limits.length > 0 && limits.every((limit) => limit !== null);
  return (
    <section class="card padded" aria-labelledby="fleet-sent">
      <h2 id="fleet-sent">{words.t('sent.title')}</h2>
      <Sent
        workspaceIds={model.workspaces.value.map(({ id }) => id)}
        campaignId={null}
        limitPerDay={
          isLimited ? limits.reduce<number>((sum, limit) => sum + (limit ?? 0), 0) : null
        }
      />
    </section>
  );
};

/** The section History: the fleet as a whole, then every campaign. */
export const History = () => {
  const { model, words } = useDashboard();
  const lines = useComputed(() =>
    model.allRows.value
      .filter(({ verdict }) => verdict.health !== 'inactive')
      .map((row) => ({ row, segments: model.timelineOf(row.verdict, model.range.value) })),
  ).value;
  return (
    <section aria-label={words.t('dashboard.section.history')}>
      <Ranges />
      {lines.length === 0 ? (
        <p class="none">{words.t('history.none')}</p>
      ) : (
        <>
          <div class="card padded">
            <FleetBar lines={lines} />
            <Uptime segments={lines.map(({ segments }) => segments)} />
          </div>
          <FleetSent />
          <div class="card">
            <Lines lines={lines} />
          </div>
        </>
      )}
    </section>
  );
};
