import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import type { SentDay } from '#store/read';
import { chartDataOf } from './sent-days.ts';
import type { DashboardWords } from './words.ts';

/** What the chart draws. */
export interface ChartProps {
  /** Oldest first. */
  readonly days: readonly SentDay[];
  readonly limitPerDay: number | null;
  readonly words: DashboardWords;
}

const HEIGHT = 180;
/** A date and the space beside it. */
const LABEL_WIDTH = 76;

/** The days that are named below the chart: as many as there is room for, the last one always. */
const namedDays = ({ data, width }: uPlot): number[] => {
  const [seconds] = data;
  const step = Math.max(1, Math.ceil((seconds.length * LABEL_WIDTH) / width));
  return [...seconds].filter((_, place) => (seconds.length - 1 - place) % step === 0);
};

/** Counts up with every change of theme: a canvas keeps the colours it was drawn in. */
const useTheme = (): number => {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const onChange = () => setChanges((count) => count + 1);
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', onChange);
    // The theme that was chosen in the options stands there.
    const chosen = new MutationObserver(onChange);
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    return () => {
      system.removeEventListener('change', onChange);
      chosen.disconnect();
    };
  }, []);
  return changes;
};

const optionsFor = (root: HTMLElement, words: DashboardWords): uPlot.Options => {
  // A canvas knows no custom properties: what they come to is read where the chart stands.
  const style = getComputedStyle(root);
  const { color: ink, borderTopColor: grid, borderLeftColor: sent, borderRightColor: most } = style;
  const day = new Intl.DateTimeFormat(words.locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const axis: uPlot.Axis = {
    stroke: ink,
    grid: { stroke: grid, width: 1 },
    ticks: { show: false },
    font: `11px ${style.fontFamily}`,
  };
  return {
    width: root.clientWidth,
    height: HEIGHT,
    cursor: { show: false },
    legend: { show: false },
    scales: { y: { range: (_plot, _least, highest) => [0, Math.max(1, highest * 1.1)] } },
    axes: [
      {
        ...axis,
        splits: namedDays,
        values: (_plot, seconds) => seconds.map((at) => day.format(at * 1_000)),
      },
      { ...axis, values: (_plot, counts) => counts.map((count) => words.number(count)) },
    ],
    series: [
      {},
      { label: words.t('limits.sent'), stroke: sent, width: 2, points: { show: true, size: 4 } },
      {
        label: words.t('limits.limit'),
        stroke: most,
        width: 2,
        dash: [6, 4],
        points: { show: false },
      },
    ],
  };
};

/** Mails sent on each day, with the daily limit as a dashed line. The same figures stand below it as a table. */
export const SentChart = ({ days, limitPerDay, words }: ChartProps) => {
  const root = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const plot = new uPlot(
      optionsFor(element, words),
      chartDataOf(days, limitPerDay) as uPlot.AlignedData,
      element,
    );
    const observer = new ResizeObserver(() =>
      plot.setSize({ width: element.clientWidth, height: HEIGHT }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
    // Drawn anew in the colours of another theme.
  }, [days, limitPerDay, words, theme]);
  return (
    <>
      <div class="chart" ref={root} aria-hidden="true" />
      {limitPerDay !== null && (
        <p class="quiet">{words.t('campaign.chartLimit', { limit: limitPerDay })}</p>
      )}
      <details class="more">
        <summary>{words.t('campaign.asTable')}</summary>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{words.t('campaign.dayColumn')}</th>
              <th scope="col" class="figure">
                {words.t('limits.sent')}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ date, sent }) => (
              <tr key={date}>
                <td>{date}</td>
                <td class="figure">
                  {sent === null ? words.t('dashboard.none') : words.number(sent)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
};
