import { base } from '#locales/en/base';
import { causes } from '#locales/en/causes';
import { headlines } from '#locales/en/headlines';
import { popupLater } from '#locales/en/popup-later';
import { createWords, type Reader, type Words } from '#words';

const catalogue = { ...base, ...headlines, ...causes, ...popupLater };

/** Words of an opened row: the evidence and the advice of every cause. */
export type EvidenceWords = Words<typeof catalogue>;

/** Makes these words for one reader. */
export const createEvidenceWords = (reader: Reader): EvidenceWords =>
  createWords(catalogue, reader);
