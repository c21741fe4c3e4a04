import { base } from '#locales/en/base';
import { causes } from '#locales/en/causes';
import { headlines } from '#locales/en/headlines';
import { panel } from '#locales/en/panel';
import { createWords, type Reader, type Words } from '#words';

const catalogue = { ...base, ...headlines, ...causes, ...panel };

export type PanelWords = Words<typeof catalogue>;

/** Makes the panel's words for one reader. */
export const createPanelWords = (reader: Reader): PanelWords => createWords(catalogue, reader);
