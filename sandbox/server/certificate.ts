import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A self-signed certificate and its private key, both PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const isMissingProgram = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const config = (hosts: readonly string[]): string => `[req]
distinguished_name = name
x509_extensions = hosts
prompt = no
[name]
CN = ${hosts[0] ?? 'localhost'}
[hosts]
subjectAltName = ${hosts.map((host) => `DNS:${host}`).join(',')}
`;

/**
 * Makes a certificate for the given hosts with the `openssl` program, in a fresh temporary folder that is gone
 * again when this returns. Throws one clear line when openssl is not installed.
 */
export const makeCertificate = async (
  hosts: readonly string[],
  { openssl = 'openssl', within = tmpdir() } = {},
): Promise<Certificate> => {
  const folder = await mkdtemp(join(within, 'sendwatch-certificate-'));
  const [configFile, keyFile, certFile] = [
    join(folder, 'openssl.cnf'),
    join(folder, 'key.pem'),
    join(folder, 'cert.pem'),
  ];
  try {
    // A config file instead of -addext: older LibreSSL, as macOS ships it, has no -addext.
    await writeFile(configFile, config(hosts));
    await promisify(execFile)(openssl, [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30'],
      ...['-config', configFile, '-keyout', keyFile, '-out', certFile],
    ]);
    return { key: await readFile(keyFile, 'utf8'), cert: await readFile(certFile, 'utf8') };
  } catch (error) {
    if (!isMissingProgram(error)) throw error;
    throw new Error('The sandbox needs the program "openssl"; install it and start again.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
