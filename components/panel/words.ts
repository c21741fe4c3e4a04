import type { packaged } from '#locales/en/packaged';
import { panel } from '#locales/en/panel';
import { type Catalogue, createWords, type Reader, type Words } from '#words';

/** Words that the panel has by itself. */
export type PanelWords = Words<typeof panel>;

/** Words that came with an answer, and the panel's own. */
export type AnswerWords = Words<typeof panel & typeof packaged>;

/** Makes the panel's own words for one reader. */
export const createPanelWords = (reader: Reader): PanelWords => createWords(panel, reader);

/**
 * Makes the words for one answer. The background picks its texts out of what `packaged` was built as, so they have that
 * type; one that it left out would show its key.
 */
export const createAnswerWords = (reader: Reader, texts: Catalogue): AnswerWords =>
  createWords({ ...texts, ...panel }, reader) as unknown as AnswerWords;
