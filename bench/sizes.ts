import { measureBudgets } from '../tools/budgets.ts';
import { buildExtension } from '../tools/build-extension.ts';
import { filesIn, zipBytes } from '../tools/write-zip.ts';
import type { BenchResult } from './result.ts';

const ZIP_MOST_KB = 120;

/** Kilobytes of what is shipped: each part's script, gzipped, and the whole archive for Chrome. */
export const benchSizes = async (): Promise<BenchResult> => {
  const folder = await buildExtension('chrome');
  const { length } = await zipBytes(filesIn(folder));
  return {
    bench: 'sizes',
    figures: [
      ...measureBudgets().map(({ part, kb, mostKb }) => ({
        name: part,
        value: kb,
        unit: 'kB' as const,
        most: mostKb,
      })),
      { name: 'whole archive for Chrome', value: length / 1_000, unit: 'kB', most: ZIP_MOST_KB },
    ],
  };
};
