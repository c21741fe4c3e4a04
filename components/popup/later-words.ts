import { base } from '#locales/en/base';
import { popupLater } from '#locales/en/popup-later';
import { createWords, type Reader, type Words } from '#words';

const catalogue = { ...base, ...popupLater };

/** Words of states and keys: what is loaded after the first row. */
export type LaterWords = Words<typeof catalogue>;

/** Makes these words for one reader. */
export const createLaterWords = (reader: Reader): LaterWords => createWords(catalogue, reader);
