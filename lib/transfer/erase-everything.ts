/** Where an extension leaves things behind. The parts that are not named here are the page's own (`localStorage`). */
export interface Erasable {
  /** Closes our own connections: an open one would hold up the erasing. */
  closeStore(): Promise<void>;
  readonly indexedDB: Pick<IDBFactory, 'databases' | 'deleteDatabase'>;
  /** `storage.local` and `storage.session`. */
  readonly areas: readonly { clear(): Promise<void> }[];
  clearAlarms(): Promise<unknown>;
  clearBadge(): Promise<unknown>;
}

const deleteDatabase = ({ indexedDB }: Pick<Erasable, 'indexedDB'>, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });

/**
 * Erases all that was ever stored: every database of the extension, keys included, both storage areas, alarms and the
 * badge. Databases are found, not listed, so that none is forgotten. The keys go first: should it end early, what is
 * left cannot reach Instantly. Throws what the browser threw.
 */
export const eraseEverything = async (place: Erasable): Promise<void> => {
  await place.closeStore();
  const names = (await place.indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const isVault = (name: string): number => (name.includes('vault') ? 0 : 1);
  for (const name of names.toSorted((a, b) => isVault(a) - isVault(b))) {
    await deleteDatabase(place, name);
  }
  for (const area of place.areas) await area.clear();
  await place.clearAlarms();
  await place.clearBadge();
};
