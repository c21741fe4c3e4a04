import process from 'node:process';
import { measureBudgets, wordBudgets } from './budgets.ts';
import { buildExtension } from './build-extension.ts';

for (const target of ['chrome', 'firefox'] as const) {
  await buildExtension(target);
  console.log(`Built .output/${target}-mv3`);
}
const lines = measureBudgets();
console.log(wordBudgets(lines));
if (lines.some(({ kb, mostKb }) => kb > mostKb)) process.exit(1);
