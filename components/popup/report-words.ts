import { dashboard } from '#locales/en/dashboard';
import { popup } from '#locales/en/popup';
import { popupLater } from '#locales/en/popup-later';
import { verdict } from '#locales/en/verdict';
import { createWords, type Reader, type Words } from '#words';

const catalogue = {
  ...verdict,
  ...popup,
  ...popupLater,
  ...dashboard,
};

/** Words of a copied text: those of the opened row, and the dashboard's for a client. */
export type ReportWords = Words<typeof catalogue>;

/** Makes these words for one reader. */
export const createReportWords = (reader: Reader): ReportWords => createWords(catalogue, reader);
