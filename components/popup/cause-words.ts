import { base } from '#locales/en/base';
import { causes } from '#locales/en/causes';
import { headlines } from '#locales/en/headlines';
import { createWords, type Reader, type Words } from '#words';

/** Words with the evidence and the advice of every cause. Loaded when the first row is opened. */
export const createCauseWords = (reader: Reader): Words =>
  createWords({ ...base, ...headlines, ...causes }, reader);
