import { base } from '#locales/en/base';
import { causes } from '#locales/en/causes';
import { dashboard } from '#locales/en/dashboard';
import { figures } from '#locales/en/figures';
import { headlines } from '#locales/en/headlines';
import { help } from '#locales/en/help';
import { panelAnswer } from '#locales/en/panel-answer';
import { popup } from '#locales/en/popup';
import { popupLater } from '#locales/en/popup-later';
import { createWords, type Reader, type Words } from '#words';

const catalogue = {
  ...base,
  ...headlines,
  ...causes,
  ...help,
  ...panelAnswer,
  ...figures,
  ...popup,
  ...popupLater,
  ...dashboard,
};

/** Words of a copied text: those of the opened row, and the dashboard's for a client. */
export type ReportWords = Words<typeof catalogue>;

/** Makes these words for one reader. */
export const createReportWords = (reader: Reader): ReportWords => createWords(catalogue, reader);
