import process from 'node:process';
import { measureBudgets, wordBudgets } from './budgets.ts';
import { runProgram } from './shell.ts';

const BUILDS = [
  ['chrome', ['build', '-b', 'chrome']],
  ['firefox', ['build', '-b', 'firefox', '--mv3']],
] as const;

for (const [browser, args] of BUILDS) {
  const { exitCode, output } = await runProgram('wxt', args);
  if (exitCode !== 0) {
    console.error(output);
    console.error(`The build for ${browser} failed.`);
    process.exit(exitCode);
  }
  console.log(`Built .output/${browser}-mv3`);
}
const lines = measureBudgets();
console.log(wordBudgets(lines));
if (lines.some(({ kb, mostKb }) => kb > mostKb)) process.exit(1);
