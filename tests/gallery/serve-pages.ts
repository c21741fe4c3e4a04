import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Where axe is found beside the pages. */
export const AXE_PATH = '/axe.min.js';
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The folder of built pages on an address of this computer. */
export interface ServedPages {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a folder on a free port. */
export const servePages = async (folder: string): Promise<ServedPages> => {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    try {
      const body = await readFile(path === AXE_PATH ? AXE : join(folder, path));
      response
        .writeHead(200, {
          'content-type': TYPES[extname(path)] ?? 'text/plain',
          'cache-control': 'max-age=3600',
        })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
