import { FIRST_MODE, type ModeRecord } from './mode.ts';
import { MODE, type VaultDatabase, type VaultTransaction } from './vault-database.ts';
import { VaultError } from './vault-error.ts';

const MODES: readonly unknown[] = ['persistent', 'session', 'passphrase'];

// A mode that cannot be read is not the first one: that would put secrets where they were not to be.
const asMode = (record: object | undefined): ModeRecord => {
  if (record === undefined) return FIRST_MODE;
  if (!('mode' in record) || !MODES.includes(record.mode))
    throw new VaultError('vault_unavailable');
  return record as ModeRecord;
};

/** The mode that holds. Throws `vault_unavailable` for one that this version does not know. */
export const readMode = async (database: VaultDatabase): Promise<ModeRecord> =>
  asMode(await database.get('keys', MODE));

/**
 * Writes everything in one transaction, but only under the mode that it was prepared for; false, with nothing written,
 * when the mode was changed meanwhile. Nothing but the database may be awaited in `write`.
 */
export const writeUnder = async (
  database: VaultDatabase,
  { revision }: ModeRecord,
  write: (transaction: VaultTransaction) => Promise<unknown>,
): Promise<boolean> => {
  const transaction = database.transaction(['keys', 'secrets'], 'readwrite');
  let isOver = false;
  const done = transaction.done.finally(() => {
    isOver = true;
  });
  try {
    const standing = asMode(await transaction.objectStore('keys').get(MODE));
    const isSame = standing.revision === revision;
    if (isSame) await write(transaction);
    await done;
    return isSame;
  } catch (error) {
    // What was written before the error would be stored otherwise: half a change of keys.
    if (!isOver) transaction.abort();
    done.catch(() => undefined);
    throw error;
  }
};
