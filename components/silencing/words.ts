import { alertsCauses } from '#locales/en/alerts-causes';
import { alertsSilences } from '#locales/en/alerts-silences';
import { base } from '#locales/en/base';
import type { CauseCode } from '#model';
import { createWords, isolate, type Reader, type Words } from '#words';

const catalogue = { ...base, ...alertsCauses, ...alertsSilences };

/** The words of silences: what every surface says of them. */
export type SilenceWords = Words<typeof catalogue>;

/** Makes these words for one reader. */
export const createSilenceWords = (reader: Reader): SilenceWords => createWords(catalogue, reader);

const NAMES: Readonly<Record<string, unknown>> = alertsCauses;

/** What a cause is called, free of any campaign's figures; one that is stored and no longer known shows its code. */
export const causeName = (words: Words<typeof alertsCauses>, code: CauseCode): string =>
  Object.hasOwn(NAMES, `causeName.${code}`) ? words.t(`causeName.${code}`) : isolate(code);
