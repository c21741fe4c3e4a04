import { type InstantMs, MINUTE_MS } from '#model';
import { changeMode } from './change-mode.ts';
import { FIRST_MODE, type ModeChoice, type ModeRecord, type VaultMode } from './mode.ts';
import { readMode } from './mode-store.ts';
import { unwrapDataKey } from './passphrase.ts';
import type { SessionSecrets } from './session-secrets.ts';
import { lookIntoVault, type VaultDatabase, withVault } from './vault-database.ts';

/** How the vault stands. */
export interface VaultStatus {
  readonly mode: VaultMode;
  /** `locked`: at least one secret cannot be read for now. */
  readonly state: 'ready' | 'locked';
  /** Ids of those secrets: all while a passphrase is needed, else those to be entered again. */
  readonly lockedIds: readonly string[];
  /** With `passphrase`: the time without a person after which it locks itself; null: only with the browser. */
  readonly lockAfterMinutes: number | null;
}

/** The half of the vault that decides how secrets are kept and when they can be read. Every function throws VaultError. */
export interface VaultLock {
  status(): Promise<VaultStatus>;
  /**
   * Encrypts every secret anew as the choice says. Out of `passphrase` it needs the present one. Whenever it is
   * interrupted, every secret can be read under the old mode or the new one.
   * Throws `wrong_passphrase`, `passphrase_too_short` or `locked`, and then has changed nothing.
   */
  setMode(choice: ModeChoice, presentPassphrase?: string): Promise<void>;
  /** Opens the vault for this run of the browser. Throws `wrong_passphrase`. Nothing to do in other modes. */
  unlock(passphrase: string): Promise<void>;
  /** Closes it. Only `passphrase` can be locked and opened again; other modes stay as they are. */
  lock(): Promise<void>;
  /** A person uses Sendwatch: the time to the automatic lock begins anew. Checks in the background do not count. */
  noteUse(now: InstantMs): Promise<void>;
  /** Locks when nobody used Sendwatch for the chosen time; says whether it did. */
  lockIfIdle(now: InstantMs): Promise<boolean>;
}

const lockedIdsOf = async (
  database: VaultDatabase,
  session: SessionSecrets,
  mode: ModeRecord,
): Promise<string[]> => {
  const isShut =
    mode.mode === 'passphrase' && (await session.unlocked())?.revision !== mode.revision;
  const ids = await database.getAllKeys('secrets');
  const judged = await Promise.all(
    ids.map(async (id) => {
      const stored = await database.get('secrets', id);
      if (stored === undefined) return [];
      const isLocked = 'kept' in stored ? (await session.secret(id)) === undefined : isShut;
      return isLocked ? [id] : [];
    }),
  );
  return judged.flat();
};

/** Where nothing was ever kept. */
const EMPTY: VaultStatus = {
  mode: FIRST_MODE.mode,
  state: 'ready',
  lockedIds: [],
  lockAfterMinutes: null,
};

const readStatus = (session: SessionSecrets): Promise<VaultStatus> =>
  lookIntoVault(EMPTY, async (database) => {
    const mode = await readMode(database);
    const isShut =
      mode.mode === 'passphrase' && (await session.unlocked())?.revision !== mode.revision;
    const lockedIds = await lockedIdsOf(database, session, mode);
    return {
      mode: mode.mode,
      state: isShut || lockedIds.length > 0 ? 'locked' : 'ready',
      lockedIds,
      lockAfterMinutes: mode.mode === 'passphrase' ? mode.lockAfterMinutes : null,
    };
  });

/** The lock of the vault over what the session holds. */
export const createLock = (session: SessionSecrets, now: () => InstantMs): VaultLock => {
  const lock = (): Promise<void> => session.forgetUnlocked();
  return {
    status: () => readStatus(session),
    setMode: (choice, presentPassphrase) =>
      withVault((database) => changeMode({ database, session, now }, choice, presentPassphrase)),
    unlock: (passphrase) =>
      withVault(async (database) => {
        const mode = await readMode(database);
        if (mode.mode !== 'passphrase') return;
        const dataKey = await unwrapDataKey(passphrase, mode.wrapped);
        await session.putUnlocked({ revision: mode.revision, dataKey, usedAt: now() });
      }),
    lock,
    noteUse: async (at) => {
      const unlocked = await session.unlocked();
      if (unlocked) await session.putUnlocked({ ...unlocked, usedAt: at });
    },
    lockIfIdle: async (at) => {
      const { lockAfterMinutes } = await readStatus(session);
      const unlocked = await session.unlocked();
      if (lockAfterMinutes === null || unlocked === undefined) return false;
      // A clock that was set back by as much says nothing of the time that passed: then it locks as well.
      if (Math.abs(at - unlocked.usedAt) < lockAfterMinutes * MINUTE_MS) return false;
      await lock();
      return true;
    },
  };
};
