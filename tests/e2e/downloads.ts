import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

/** A folder of its own for what a browser saves. */
export interface Downloads {
  readonly folder: string;
  /** Waits for a whole file whose name matches, gives its text and takes it out of the folder. */
  take(name: RegExp): Promise<string>;
  remove(): Promise<void>;
}

/** Makes the folder. Browsers write under another name, or an empty file, until all of it is there. */
export const createDownloads = async (): Promise<Downloads> => {
  const folder = await mkdtemp(join(tmpdir(), 'sendwatch-downloads-'));
  const find = async (name: RegExp): Promise<string> => {
    const names = await readdir(folder);
    const isUnderWay = names.some((one) => /\.(?:part|crdownload)$/.test(one));
    return (isUnderWay ? undefined : names.find((one) => name.test(one))) ?? '';
  };
  return {
    folder,
    take: async (name) => {
      const read = async (): Promise<string> => {
        const found = await find(name);
        return found === '' ? '' : readFile(join(folder, found), 'utf8');
      };
      await expect.poll(read, { timeout: 10_000 }).not.toBe('');
      const text = await read();
      await rm(join(folder, await find(name)));
      return text;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
