import { useRef } from 'preact/hooks';
import { DAY_MS, HEALTHS } from '#model';
import { tidy } from '#words';
import { Glyph } from '../glyph/index.tsx';
import { useDashboard } from './context.ts';
import { Ranges } from './ranges.tsx';
import { campaignHash } from './routes.ts';
import type { CampaignRow } from './rows.ts';
import { Strip } from './strip.tsx';
import { durationsOf, fleetBuckets, type Segment, uptimeOf } from './timeline.ts';
import { useWindowing } from './use-windowing.ts';

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
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
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
  const { share, dueMs, watchedMs } = uptimeOf(segments.map(durationsOf));
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

const Lines = ({ lines }: { readonly lines: readonly Line[] }) => {
  const { model, words } = useDashboard();
  const body = useRef<HTMLTableElement>(null);
  const keys = lines.map(({ row }) => row.verdict.campaignId);
  const { indexes, above, below, measure } = useWindowing(
    body,
    keys,
    ROW_HEIGHT,
    model.isPrinting.value,
  );
  return (
    <table ref={body} class="past" aria-rowcount={lines.length + 1}>
      <caption class="hidden">{words.t('dashboard.section.history')}</caption>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">{words.t('dashboard.column.campaign')}</th>
          <th scope="col">{words.t('history.states')}</th>
          <th scope="col" class="figure">
            {words.t('history.uptimeColumn')}
          </th>
        </tr>
      </thead>
      <tbody>
        {above > 0 && <tr class="room" aria-hidden="true" style={{ height: `${above}px` }} />}
        {indexes.map((index) => {
          const line = lines[index];
          if (!line) return null;
          const { verdict, name, workspace } = line.row;
          const { share } = uptimeOf([durationsOf(line.segments)]);
          return (
            <tr
              key={verdict.campaignId}
              ref={measure}
              data-index={index}
              data-campaign-id={verdict.campaignId}
              data-health={verdict.health}
              aria-rowindex={index + 2}
            >
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
              <td class="figure">
                {share === null ? words.t('dashboard.none') : words.percent(share)}
              </td>
            </tr>
          );
        })}
        {below > 0 && <tr class="room" aria-hidden="true" style={{ height: `${below}px` }} />}
      </tbody>
    </table>
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

/** The section History: the fleet as a whole, then every campaign. */
export const History = () => {
  const { model, words } = useDashboard();
  const lines = model.allRows.value
    .filter(({ verdict }) => verdict.health !== 'inactive')
    .map((row) => ({ row, segments: model.timelineOf(row.verdict, model.range.value) }));
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
          <div class="card">
            <Lines lines={lines} />
          </div>
        </>
      )}
    </section>
  );
};
