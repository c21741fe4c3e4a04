import { LANGUAGES, type Look } from '#store/look';
import type { Reader } from '#words';

/** What of a look decides how words, numbers and times are written. */
export type Voice = Pick<Look, 'language' | 'timeFormat'>;

/**
 * How this reader's numbers and times are written: their own kind of the language that the words are in. The language
 * holds as long as the page; how hours are written is asked of `voice` at each use.
 *
 * @param languages those of the browser, best first
 */
export const readerOf = (
  languages: readonly string[],
  timeZone: () => string,
  voice: () => Voice,
): Reader => {
  const { language } = voice();
  // The default among the languages stands for all of them: so far that is one.
  const worded = language === 'system' ? LANGUAGES[1] : language;
  return {
    locale: languages.find((locale) => RegExp(`^${worded}(-|$)`, 'i').test(locale)) ?? worded,
    get timeZone() {
      return timeZone();
    },
    get timeFormat() {
      return voice().timeFormat;
    },
  };
};
