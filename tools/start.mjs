// First step of every command: works on any Node from 18 on, installs what is missing and
// hands over to the Node of the lockfile, which runs TypeScript and has Temporal.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [command, ...args] = process.argv.slice(2);

const run = (file, fileArgs, options = {}) => {
  const result = spawnSync(file, fileArgs, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  return result.status ?? 1;
};

const isInstalled = () => {
  const marker = join(root, 'node_modules', '.package-lock.json');
  return (
    existsSync(marker) &&
    statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  );
};

if (!isInstalled()) {
  console.error('Installing the packages of the lockfile …');
  const npm = process.env.npm_execpath;
  const installArgs = ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'];
  const status = npm
    ? run(process.execPath, [npm, ...installArgs], { stdio: ['ignore', 2, 2] })
    : run('npm', installArgs, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('The packages could not be installed (npm ci): see the lines above.');
    process.exit(status);
  }
}

const bin = join(root, 'node_modules', '.bin');
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 26;
const packaged = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
const node = isNewEnough ? process.execPath : packaged;
if (!existsSync(node)) {
  console.error(
    `Sendwatch needs Node 26 or newer; this is ${process.versions.node}. Install it and try again.`,
  );
  process.exit(1);
}
const separator = process.platform === 'win32' ? ';' : ':';
process.exit(
  run(node, [join(root, 'tools', `${command}.ts`), ...args], {
    env: {
      ...process.env,
      PATH: `${bin}${separator}${process.env.PATH}`,
      NODE_OPTIONS:
        `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim(),
    },
    // The caller's folder, so that file arguments mean what the user typed.
    cwd: process.env.INIT_CWD ?? process.cwd(),
  }),
);
