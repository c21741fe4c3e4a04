import type { InstantMs } from '#model';
import { makeDeviceKey, readDeviceKey } from './device-key.ts';
import type { ModeChoice, ModeRecord } from './mode.ts';
import { readMode, writeUnder } from './mode-store.ts';
import { type DataKey, importDataKey, makeDataKey, unwrapDataKey } from './passphrase.ts';
import { seal, unseal } from './sealing.ts';
import type { SessionSecrets } from './session-secrets.ts';
import {
  DEVICE_KEY,
  MODE,
  SESSION_MARKER,
  type StoredSecret,
  type VaultDatabase,
} from './vault-database.ts';
import { VaultError } from './vault-error.ts';

interface Context {
  readonly database: VaultDatabase;
  readonly session: SessionSecrets;
  readonly now: () => InstantMs;
}

type Plaintexts = ReadonlyMap<string, string>;

const presentKey = async (
  { database }: Context,
  mode: ModeRecord,
  passphrase: string | undefined,
): Promise<CryptoKey | undefined> => {
  if (mode.mode !== 'passphrase') return readDeviceKey(database);
  if (passphrase === undefined) throw new VaultError('wrong_passphrase');
  return importDataKey(await unwrapDataKey(passphrase, mode.wrapped));
};

/** Everything that can be read. A secret that was lost with an earlier run of the browser stays marked as such. */
const readAll = async (
  { database, session }: Context,
  key: CryptoKey | undefined,
): Promise<{
  readonly stored: ReadonlyMap<string, StoredSecret>;
  readonly plaintexts: Plaintexts;
}> => {
  const transaction = database.transaction('secrets');
  const [ids, values] = await Promise.all([
    transaction.store.getAllKeys(),
    transaction.store.getAll(),
  ]);
  const stored = new Map<string, StoredSecret>();
  const plaintexts = new Map<string, string>();
  for (const [at, id] of ids.entries()) {
    const value = values[at];
    if (value === undefined) continue;
    stored.set(id, value);
    const text = 'kept' in value ? await session.secret(id) : await unseal(key, id, value);
    if (text !== undefined) plaintexts.set(id, text);
  }
  return { stored, plaintexts };
};

/** What is to be written for a choice; whatever has to be in the session before that is there by then. */
interface Prepared {
  readonly mode: ModeRecord;
  readonly deviceKey: CryptoKey | undefined;
  readonly dataKey: DataKey | undefined;
  readonly secrets: ReadonlyMap<string, StoredSecret>;
}

const sealAll = async (key: CryptoKey, plaintexts: Plaintexts): Promise<Prepared['secrets']> => {
  const sealed = new Map<string, StoredSecret>();
  for (const [id, text] of plaintexts) sealed.set(id, await seal(key, id, text));
  return sealed;
};

const prepare = async (
  { session }: Context,
  choice: ModeChoice,
  plaintexts: Plaintexts,
): Promise<Prepared> => {
  const revision = crypto.randomUUID();
  switch (choice.mode) {
    case 'persistent': {
      const deviceKey = await makeDeviceKey();
      const secrets = await sealAll(deviceKey, plaintexts);
      return {
        mode: { v: 1, revision, mode: 'persistent' },
        deviceKey,
        dataKey: undefined,
        secrets,
      };
    }
    case 'passphrase': {
      const { dataKey, wrapped } = await makeDataKey(choice.passphrase);
      const { lockAfterMinutes } = choice;
      const mode: ModeRecord = { v: 1, revision, mode: 'passphrase', wrapped, lockAfterMinutes };
      const secrets = await sealAll(await importDataKey(dataKey), plaintexts);
      return { mode, deviceKey: undefined, dataKey, secrets };
    }
    case 'session': {
      // In the session before the ciphertexts go: killed in between, both are there.
      for (const [id, text] of plaintexts) await session.putSecret(id, text);
      const secrets = new Map([...plaintexts.keys()].map((id) => [id, SESSION_MARKER]));
      return {
        mode: { v: 1, revision, mode: 'session' },
        deviceKey: undefined,
        dataKey: undefined,
        secrets,
      };
    }
  }
};

const isSameSecret = (a: StoredSecret | undefined, b: StoredSecret | undefined): boolean => {
  if (a === undefined || b === undefined || 'kept' in a || 'kept' in b) {
    return a !== undefined && b !== undefined && 'kept' in a && 'kept' in b;
  }
  return a.iv.length === b.iv.length && a.iv.every((byte, at) => byte === b.iv[at]);
};

/** Puts what was prepared in place of what was read, unless somebody wrote a secret or a mode meanwhile. */
const replace = async (
  { database }: Context,
  before: ModeRecord,
  stored: ReadonlyMap<string, StoredSecret>,
  { mode, deviceKey, secrets }: Prepared,
): Promise<boolean> => {
  let isUntouched = true;
  const isCurrent = await writeUnder(database, before, async (transaction) => {
    const rows = transaction.objectStore('secrets');
    const [ids, values] = await Promise.all([rows.getAllKeys(), rows.getAll()]);
    isUntouched =
      ids.length === stored.size && ids.every((id, at) => isSameSecret(stored.get(id), values[at]));
    if (!isUntouched) return;
    const keys = transaction.objectStore('keys');
    for (const [id, secret] of secrets) await rows.put(secret, id);
    await keys.put(mode, MODE);
    if (deviceKey) await keys.put({ v: 1, key: deviceKey }, DEVICE_KEY);
    else await keys.delete(DEVICE_KEY);
  });
  return isCurrent && isUntouched;
};

const MOST_ATTEMPTS = 5;

/**
 * Encrypts every secret as another mode wants it. New ciphertexts, the new key and the mode are written in one
 * transaction, which also removes the old key; until it is done the old ones stand.
 */
export const changeMode = async (
  context: Context,
  choice: ModeChoice,
  presentPassphrase: string | undefined,
): Promise<void> => {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const before = await readMode(context.database);
    const isSame = before.mode === choice.mode && choice.mode !== 'passphrase';
    if (isSame) return;
    const key = await presentKey(context, before, presentPassphrase);
    const { stored, plaintexts } = await readAll(context, key);
    const prepared = await prepare(context, choice, plaintexts);
    if (!(await replace(context, before, stored, prepared))) continue;
    const { session, now } = context;
    if (choice.mode !== 'session') await session.forget([...plaintexts.keys()]);
    const { dataKey, mode } = prepared;
    if (dataKey === undefined) await session.forgetUnlocked();
    else await session.putUnlocked({ revision: mode.revision, dataKey, usedAt: now() });
    return;
  }
  throw new VaultError('vault_unavailable');
};
