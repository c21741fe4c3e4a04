import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from '#sandbox';
import { builtExtension } from './open-sendwatch.ts';

/** A copy of the build in a folder of its own. */
export interface PermittedBuild {
  readonly dir: string;
  remove(): Promise<void>;
}

/**
 * The build with notifications permitted from the start: a driven browser has nobody who could answer the question for
 * an optional permission. Nothing but the manifest differs from what is shipped.
 */
export const permittedBuild = async (kind: BrowserKind): Promise<PermittedBuild> => {
  const dir = await mkdtemp(join(tmpdir(), 'sendwatch-permitted-'));
  await cp(builtExtension(kind), dir, { recursive: true });
  const file = join(dir, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.permissions.push('notifications');
  manifest.optional_permissions = undefined;
  await writeFile(file, JSON.stringify(manifest));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
};
