import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { measureBudgets } from '../tools/budgets.ts';
import { ROOT, runProgram } from '../tools/shell.ts';
import type { BenchResult } from './result.ts';

const ZIP_MOST_KB = 120;

/** Kilobytes of what is shipped: each part's script, gzipped, and the whole archive for Chrome. */
export const benchSizes = async (): Promise<BenchResult> => {
  const { exitCode, output } = await runProgram('wxt', ['zip', '-b', 'chrome']);
  if (exitCode !== 0) throw new Error(`The archive could not be made.\n${output}`);
  const folder = join(ROOT, '.output');
  const archive = (await readdir(folder)).find((name) => name.endsWith('-chrome.zip'));
  if (archive === undefined) throw new Error('no archive was made');
  const { size } = await stat(join(folder, archive));
  return {
    bench: 'sizes',
    figures: [
      ...measureBudgets().map(({ part, kb, mostKb }) => ({
        name: part,
        value: kb,
        unit: 'kB' as const,
        most: mostKb,
      })),
      { name: 'whole archive for Chrome', value: size / 1_000, unit: 'kB', most: ZIP_MOST_KB },
    ],
  };
};
