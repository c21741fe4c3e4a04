import { type BenchResult, type Figure, shown } from './result.ts';

/** One run of benches, with what it ran on. */
export interface BenchRun {
  readonly at: string;
  readonly node: string;
  readonly browser: string;
  readonly machine: { readonly cpu: string; readonly cores: number };
  readonly results: readonly (BenchResult & { readonly load: number })[];
}

const HEAD = [
  '| Bench | Figure | Now | Aim | Distance | Spread or parts | Load |',
  '| --- | --- | ---: | ---: | --- | --- | ---: |',
];

const cell = (text: string): string => text.replaceAll('|', '\\|');

const distanceOf = ({ value, most }: Figure): string => {
  if (most === undefined) return '';
  if (value <= most) return 'met';
  return most === 0 ? 'over' : `${Math.round((value / most - 1) * 100)} % over`;
};

const rowOf = (bench: string, figure: Figure, load: number): string =>
  [
    bench,
    figure.name,
    shown(figure.value, figure.unit),
    figure.most === undefined ? '' : shown(figure.most, figure.unit),
    distanceOf(figure),
    figure.note ?? '',
    load.toFixed(1),
  ]
    .map(cell)
    .join(' | ')
    .replace(/^.*$/, '| $& |');

const benchOf = (row: string): string => row.split('|')[1]?.trim() ?? '';

const START = '<!-- figures: written by npm run bench -- --write -->';
const END = '<!-- end of figures -->';

/** The page with the run's figures in its table. Rows of benches that were not run stay. Throws where it has no table. */
export const withFigures = (page: string, run: BenchRun): string => {
  const [from, to] = [page.indexOf(START), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error('docs/performance.md has no place for figures.');
  const measured = new Set(run.results.map(({ bench }) => bench));
  const kept = page
    .slice(from, to)
    .split('\n')
    .filter(
      (line) => line.startsWith('| ') && !HEAD.includes(line) && !measured.has(benchOf(line)),
    );
  const rows = run.results.flatMap(({ bench, figures, load }) =>
    figures.map((figure) => rowOf(bench, figure, load)),
  );
  const { cpu, cores } = run.machine;
  return [
    page.slice(0, from) + START,
    '',
    `${run.at.slice(0, 10)}: ${run.browser}, Node ${run.node}, ${cpu}, ${cores} cores.`,
    '',
    ...HEAD,
    ...[...kept, ...rows].toSorted((a, b) => benchOf(a).localeCompare(benchOf(b))),
    '',
    page.slice(to),
  ].join('\n');
};
