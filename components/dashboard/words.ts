import { alertsCauses } from '#locales/en/alerts-causes';
import { alertsLog } from '#locales/en/alerts-log';
import { alertsSilences } from '#locales/en/alerts-silences';
import { asking } from '#locales/en/asking';
import { base } from '#locales/en/base';
import { causes } from '#locales/en/causes';
import { changeGuides } from '#locales/en/changes-guides';
import { changeKinds } from '#locales/en/changes-kinds';
import { changesLog } from '#locales/en/changes-log';
import { changeNotes } from '#locales/en/changes-notes';
import { changeOffers } from '#locales/en/changes-offers';
import { changeValues } from '#locales/en/changes-values';
import { dashboard } from '#locales/en/dashboard';
import { figures } from '#locales/en/figures';
import { headlines } from '#locales/en/headlines';
import { help } from '#locales/en/help';
import { inboxHealth } from '#locales/en/inbox-health';
import { incidents } from '#locales/en/incidents';
import { popup } from '#locales/en/popup';
import { popupLater } from '#locales/en/popup-later';
import { storage } from '#locales/en/storage';
import { createWords, type Reader, type Words } from '#words';

const catalogue = {
  ...base,
  ...headlines,
  ...causes,
  ...help,
  ...incidents,
  ...popup,
  ...popupLater,
  ...figures,
  ...asking,
  ...dashboard,
  ...inboxHealth,
  ...storage,
  ...changeGuides,
  ...changeKinds,
  ...changesLog,
  ...changeNotes,
  ...changeOffers,
  ...changeValues,
  ...alertsLog,
  ...alertsCauses,
  ...alertsSilences,
};

/** The words of the dashboard, and those of the popup that say the same. */
export type DashboardWords = Words<typeof catalogue>;

/** Makes the dashboard's words for one reader. */
export const createDashboardWords = (reader: Reader): DashboardWords =>
  createWords(catalogue, reader);

const ARTICLES: Readonly<Record<string, unknown>> = help;

/** Address of the help article about a cause; null where there is none. */
export const helpUrlOf = (code: string): string | null => {
  const key = `${code}.help`;
  const url = Object.hasOwn(ARTICLES, key) ? ARTICLES[key] : null;
  return typeof url === 'string' ? url : null;
};
