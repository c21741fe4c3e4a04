import { X509Certificate } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { makeCertificate } from './certificate.ts';

const leftovers = async (): Promise<readonly string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('sendwatch-certificate-'));

test('names all hosts and leaves no file behind', async () => {
  const before = await leftovers();
  const { cert } = await makeCertificate(['app.example', 'api.example']);
  expect(new X509Certificate(cert).subjectAltName).toBe('DNS:app.example, DNS:api.example');
  expect(await leftovers()).toEqual(before);
});

test('a missing openssl is one clear line', async () => {
  await expect(makeCertificate(['a.example'], 'no-such-openssl')).rejects.toThrow(
    /^The sandbox needs the program "openssl"; install it and start again\.$/,
  );
});
