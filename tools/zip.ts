import process from 'node:process';
import { runProgram } from './shell.ts';

for (const args of [
  ['zip', '-b', 'chrome'],
  ['zip', '-b', 'firefox', '--mv3'],
]) {
  const { exitCode, output } = await runProgram('wxt', args);
  console.log(output.trim());
  if (exitCode !== 0) process.exit(exitCode);
}
