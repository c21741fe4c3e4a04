import { openDB } from 'idb';
import type { SessionPort } from './session-port.ts';
import { VAULT_NAME } from './vault-database.ts';
import { VaultError } from './vault-error.ts';

// What the tests of this room share.

/** A session in memory. Values go through JSON, as Chrome's do. */
export const memorySession = () => {
  const held = new Map<string, string>();
  const port: SessionPort = {
    get: async (name) => JSON.parse(held.get(name) ?? 'null') ?? undefined,
    set: async (name, value) => {
      held.set(name, JSON.stringify(value));
    },
    remove: async (names) => {
      for (const name of names) held.delete(name);
    },
  };
  return { port, held };
};

/** Everything on the disk. */
export const allStored = async (): Promise<{ keys: unknown[]; secrets: unknown[] }> => {
  const database = await openDB(VAULT_NAME);
  const stored = { keys: await database.getAll('keys'), secrets: await database.getAll('secrets') };
  database.close();
  return stored;
};

/** Every text and every byte sequence anywhere in a stored value, read as Latin-1. */
export const texts = (value: unknown): string[] => {
  if (value instanceof ArrayBuffer) return [Buffer.from(value).toString('latin1')];
  if (ArrayBuffer.isView(value)) {
    return [Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1')];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, part]) => [name, ...texts(part)]);
  }
  return [String(value)];
};

/** The vault's own word for what went wrong. */
export const problemOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing was thrown',
    (error: unknown) => (error instanceof VaultError ? error.problem : error),
  );
