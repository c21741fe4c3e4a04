import type { Look } from '#store/look';
import type { Reader } from '#words';
import { readerOf } from '../../components/reader/index.ts';

/** How what the background writes for others to show is to be written, as the settings have it. */
export const ownReader = (look: Pick<Look, 'language' | 'timeFormat'>): Reader =>
  readerOf(
    navigator.languages,
    () => Temporal.Now.timeZoneId(),
    () => look,
  );
