import { base } from '#locales/en/base';
import { changes } from '#locales/en/changes';
import { changeKinds } from '#locales/en/changes-kinds';
import { changeNotes } from '#locales/en/changes-notes';
import { changeValues } from '#locales/en/changes-values';
import { createWords, type Reader, type Words } from '#words';

const catalogue = { ...base, ...changes, ...changeKinds, ...changeNotes, ...changeValues };

/** The words of the window that confirms a change. */
export type ConfirmWords = Words<typeof catalogue>;

/** Makes these words for one reader. */
export const createConfirmWords = (reader: Reader): ConfirmWords => createWords(catalogue, reader);
