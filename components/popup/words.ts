import { basics } from '#locales/en/basics';
import { headlines } from '#locales/en/headlines';
import { popup } from '#locales/en/popup';
import { createWords, type Reader, type Words } from '#words';

const catalogue = { ...basics, ...headlines, ...popup };

/** The words that the popup paints with. The evidence of causes comes later, with an opened row. */
export type PopupWords = Words<typeof catalogue>;

/** Makes the popup's words for one reader. */
export const createPopupWords = (reader: Reader): PopupWords => createWords(catalogue, reader);
