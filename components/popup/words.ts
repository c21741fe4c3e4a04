import { basics } from '#locales/en/basics';
import type { headlines } from '#locales/en/headlines';
import { popup } from '#locales/en/popup';
import { type Catalogue, createWords, type Reader, type Words } from '#words';

const catalogue = { ...basics, ...popup };

/** The words that the popup paints with. The evidence of causes comes later, with an opened row. */
export type PopupWords = Words<typeof catalogue & typeof headlines>;

/** Makes the popup's words for one reader: with the head's own headlines for the first paint, with all of them after. */
export const createPopupWords = (reader: Reader, known: Catalogue): PopupWords =>
  createWords({ ...catalogue, ...known }, reader) as unknown as PopupWords;
