import { expect, test } from 'vitest';
import { withFigures } from '../../bench/figures-table.ts';

const PAGE = [
  'Before.',
  '<!-- figures: written by npm run bench -- --write -->',
  '<!-- end of figures -->',
  'After.',
].join('\n');
const run = (bench: string, value: number) => ({
  at: '2026-11-21T18:00:00.000Z',
  node: '26.10.0',
  browser: 'Chromium 156',
  machine: { cpu: 'a processor', cores: 2 },
  results: [
    { bench, load: 1.25, figures: [{ name: 'a figure', value, unit: 'ms' as const, most: 20 }] },
  ],
});

test('figures stand in the table with their machine; those of other benches stay', () => {
  const twice = withFigures(withFigures(PAGE, run('wake', 30)), run('popup', 10));
  expect(twice).toContain('2026-11-21: Chromium 156, Node 26.10.0, a processor, 2 cores.');
  expect(twice).toContain('| wake | a figure | 30.0 ms | 20.0 ms | 50 % over |  | 1.3 |');
  expect(twice).toContain('| popup | a figure | 10.0 ms | 20.0 ms | met |  | 1.3 |');
  expect(twice.indexOf('| popup')).toBeLessThan(twice.indexOf('| wake'));
  expect(twice.match(/\| Bench \|/g)).toHaveLength(1);
  expect(twice).toMatch(/^Before\.[\s\S]*After\.$/);
  expect(withFigures(twice, run('wake', 5)).match(/\| wake \|/g)).toHaveLength(1);
});

test('a page without a place for them is refused', () => {
  expect(() => withFigures('Nothing.', run('wake', 1))).toThrow(/no place/);
});
