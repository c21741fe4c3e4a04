import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's own folder, wherever a command was started. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** How a program ended and what it printed, both streams in order of arrival. */
export interface Ended {
  readonly exitCode: number;
  readonly output: string;
}

/** How a program is to run. */
interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** How far it, and all that it starts, steps back for others, 0 to 19. */
  readonly niceness?: number;
}

/** Runs a program in the project's folder and collects what it prints. Rejects only when it cannot be started. */
export const runProgram = (
  file: string,
  args: readonly string[],
  { env = {}, niceness = 0 }: RunOptions = {},
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
      shell: process.platform === 'win32',
    });
    if (child.pid !== undefined && niceness > 0) setPriority(child.pid, niceness);
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
