import { join } from 'node:path';
import { ROOT, runProgram } from './shell.ts';

const ARGS = {
  chrome: ['build', '-b', 'chrome'],
  firefox: ['build', '-b', 'firefox', '--mv3'],
} as const;

/** Makes the production build for one browser and gives its folder. Throws with the builder's own words. */
export const buildExtension = async (target: keyof typeof ARGS): Promise<string> => {
  const { exitCode, output } = await runProgram('wxt', ARGS[target]);
  if (exitCode !== 0) throw new Error(`The build for ${target} failed.\n${output}`);
  return join(ROOT, '.output', `${target}-mv3`);
};
