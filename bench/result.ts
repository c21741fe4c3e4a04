/** One measured figure beside what was hoped for. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `x` is a ratio, an empty unit a count. */
  readonly unit: 'x' | 'ms' | 's' | 'B' | 'kB' | 'MB' | '%' | '';
  /** The most it may be; absent where nothing is demanded. */
  readonly most?: number;
  /** How it spread, or what it is made of. */
  readonly note?: string;
}

/** What one bench found. */
export interface BenchResult {
  readonly bench: string;
  readonly figures: readonly Figure[];
}

const DIGITS: Readonly<Record<Figure['unit'], number>> = {
  x: 3,
  ms: 1,
  s: 1,
  B: 0,
  kB: 1,
  MB: 1,
  '%': 1,
  '': 0,
};

/** A figure with its unit. */
export const shown = (value: number, unit: Figure['unit']): string =>
  `${value.toFixed(DIGITS[unit])}${unit === '' ? '' : ` ${unit}`}`;

const verdictOn = ({ value, most, unit }: Figure): string => {
  if (most === undefined) return '';
  const distance = `${value <= most ? 'within' : 'OVER'} ${shown(most, unit)}`;
  return most > 0 ? `${distance} (${Math.round((value / most) * 100)} %)` : distance;
};

/** A result as lines of a table. */
export const wordResult = ({ bench, figures }: BenchResult): string =>
  figures
    .map((figure) =>
      [
        bench.padEnd(10),
        figure.name.padEnd(46),
        shown(figure.value, figure.unit).padStart(11),
        ` ${verdictOn(figure).padEnd(24)}`,
        figure.note ?? '',
      ]
        .join(' ')
        .trimEnd(),
    )
    .join('\n');
