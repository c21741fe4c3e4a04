import { useMemo } from 'preact/hooks';
import { popup } from '#locales/en/popup';
import { popupLater } from '#locales/en/popup-later';
import { verdict } from '#locales/en/verdict';
import { createWords, type Reader, type Words } from '#words';
import { usePopup } from './context.ts';

const catalogue = {
  ...verdict,
  ...popup,
  ...popupLater,
};

/** Words of an opened row: the evidence and the advice of every cause, and what the panel says of figures. */
export type EvidenceWords = Words<typeof catalogue>;

/** Makes these words for one reader. */
export const createEvidenceWords = (reader: Reader): EvidenceWords =>
  createWords(catalogue, reader);

/** These words for the popup's reader. */
export const useEvidenceWords = (): EvidenceWords => {
  const { reader } = usePopup();
  return useMemo(() => createEvidenceWords(reader), [reader]);
};
