import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCertificate } from './certificate.ts';

// A folder of its own: other tests make certificates at the same moment.
let within: string;
beforeEach(async () => {
  within = await mkdtemp(join(tmpdir(), 'sendwatch-test-'));
});
afterEach(() => rm(within, { recursive: true }));

test('names all hosts and leaves no file behind', async () => {
  const { cert } = await makeCertificate(['app.example', 'api.example'], { within });
  expect(new X509Certificate(cert).subjectAltName).toBe('DNS:app.example, DNS:api.example');
  expect(await readdir(within)).toEqual([]);
});

test('a missing openssl is one clear line, and leaves no file behind either', async () => {
  const made = makeCertificate(['a.example'], { openssl: 'no-such-openssl', within });
  await expect(made).rejects.toThrow(
    /^The sandbox needs the program "openssl"; install it and start again\.$/,
  );
  expect(await readdir(within)).toEqual([]);
});
