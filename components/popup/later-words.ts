import { useMemo } from 'preact/hooks';
import { base } from '#locales/en/base';
import { popupLater } from '#locales/en/popup-later';
import { storage } from '#locales/en/storage';
import { unlocking } from '#locales/en/unlocking';
import { createWords, type Reader, type Words } from '#words';
import { usePopup } from './context.ts';

const catalogue = { ...base, ...popupLater, ...storage, ...unlocking };

/** Words of states and keys: what is loaded after the first row. */
export type LaterWords = Words<typeof catalogue>;

const createLaterWords = (reader: Reader): LaterWords => createWords(catalogue, reader);

/** These words for the popup's reader. */
export const useLaterWords = (): LaterWords => {
  const { reader } = usePopup();
  return useMemo(() => createLaterWords(reader), [reader]);
};
