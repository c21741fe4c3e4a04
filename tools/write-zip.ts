import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';

/** One file of a package. */
export interface PackedFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What every file in a zip says it was changed at: the earliest that the format knows. */
const AT = new Date('1980-01-01T00:00:00Z');

/**
 * The bytes of a zip, the same for the same files on every machine: sorted names, one date, no mode, and a compressor in
 * JavaScript, for that of Node gives other bytes on other processors.
 */
export const zipBytes = (files: readonly PackedFile[]): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const { path, bytes } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    zip.file(path, bytes, { date: AT, createFolders: false });
  }
  return zip.generateAsync({
    type: 'uint8array',
    platform: 'DOS',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
};

/** The files of a zip, by path. Throws when it is none. */
export const readZip = async (bytes: Uint8Array): Promise<readonly PackedFile[]> => {
  const { files } = await JSZip.loadAsync(bytes);
  return Promise.all(
    Object.values(files)
      .filter(({ dir }) => !dir)
      .map(async (file) => ({ path: file.name, bytes: await file.async('uint8array') })),
  );
};

/** All files below a folder. */
export const filesIn = (folder: string): readonly PackedFile[] =>
  globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      bytes: readFileSync(join(folder, path)),
    }));
