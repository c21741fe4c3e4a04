import { alertsCauses } from '#locales/en/alerts-causes';
import { alertsOptions } from '#locales/en/alerts-options';
import { alertsSilences } from '#locales/en/alerts-silences';
import { alertsWebhooks } from '#locales/en/alerts-webhooks';
import { base } from '#locales/en/base';
import { changesOptions } from '#locales/en/changes-options';
import { options } from '#locales/en/options';
import { optionsProblems } from '#locales/en/options-problems';
import { optionsSections } from '#locales/en/options-sections';
import { storage } from '#locales/en/storage';
import { unlocking } from '#locales/en/unlocking';
import { createWords, type Reader, type Words } from '#words';

const catalogue = {
  ...base,
  ...options,
  ...optionsProblems,
  ...optionsSections,
  ...changesOptions,
  ...storage,
  ...unlocking,
  ...alertsOptions,
  ...alertsCauses,
  ...alertsSilences,
  ...alertsWebhooks,
};

export type OptionsWords = Words<typeof catalogue>;

/** Makes the words of the options page for one reader. */
export const createOptionsWords = (reader: Reader): OptionsWords => createWords(catalogue, reader);
